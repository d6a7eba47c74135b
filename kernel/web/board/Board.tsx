import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { useTitle } from '../shell/use-title.ts'
import { State, TroubleState } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Board.module.css'
import { BoardBar } from './BoardBar.tsx'
import { boardField } from './board.ts'
import { Columns } from './Columns.tsx'
import { boardOf, useColumns } from './use-board.ts'

const route = getRouteApi('/shell/$plural/board')

/** The records of any object, in columns by one of its fields. All of what it shows stands in the address. */
export default function BoardScreen() {
  const { plural } = route.useParams()
  const schema = useSchema()
  const { by } = route.useSearch()
  const object = schema.byPlural(plural)
  const field = object && boardField(object, schema, by)
  return object && field ? <BoardPage key={`${plural} ${field.name}`} object={object} field={field} /> : <NotFound />
}

function BoardPage({ object, field }: { readonly object: DescribedObject; readonly field: DescribedField }) {
  const say = useWords()
  const search = route.useSearch()
  useTitle(object.label[1])
  const board = boardOf(object, field, search)
  const { columns, error, ...parents } = useColumns(field, search.within)
  return (
    <div className={styles.board}>
      <h1 className="unseen">{object.label[1]}</h1>
      <BoardBar board={board} search={search} columns={columns ?? []} {...parents} />
      {error && !columns && <TroubleState error={error} />}
      {!columns && !error && (
        <div className={styles.columns} aria-busy role="status">
          <span className="unseen">{say('list.loading', { label: object.label[1] })}</span>
          {[1, 2, 3, 4].map(column => (
            <div key={column} className={styles.column}>
              <Skeleton height={36} mb={10} radius={8} />
              <Skeleton height={94} radius={8} />
            </div>
          ))}
        </div>
      )}
      {columns?.length === 0 && <State icon={object.icon} title={say('board.no-columns', { label: field.label })} />}
      {columns && columns.length > 0 && <Columns board={board} columns={columns} />}
    </div>
  )
}
