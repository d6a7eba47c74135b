import { Skeleton } from '@mantine/core'
import { useCallbackRef } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import bars from '../list/List.module.css'
import { useListState } from '../list/list-state.ts'
import { useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { useTitle } from '../shell/use-title.ts'
import { TroubleState } from '../ui/State.tsx'
import { useViewed, type Viewed } from '../views/use-viewed.ts'
import { ViewGone } from '../views/ViewGone.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Board.module.css'
import { BoardBar } from './BoardBar.tsx'
import { boardField } from './board.ts'
import { limitsIn } from './board-search.ts'
import { Columns } from './Columns.tsx'
import { NoColumns } from './NoColumns.tsx'
import { useBoard, useColumns } from './use-board.ts'

const route = getRouteApi('/shell/$plural/board')

/** The records of any object, in columns by one of its fields. All of what it shows stands in the address. */
export default function BoardScreen() {
  const { plural } = route.useParams()
  const object = useSchema().byPlural(plural)
  return object ? <Divided key={plural} object={object} /> : <NotFound />
}

function Divided({ object }: { readonly object: DescribedObject }) {
  const schema = useSchema()
  const { by, view } = route.useSearch()
  const viewed = useViewed(object, view)
  const field = boardField(object, schema, by ?? viewed.base.board?.by)
  return field ? <BoardPage key={field.name} object={object} field={field} viewed={viewed} /> : <NotFound />
}

interface PageProps {
  readonly object: DescribedObject
  readonly field: DescribedField
  readonly viewed: Viewed
}

function BoardPage({ object, field, viewed }: PageProps) {
  const say = useListWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  useTitle(object.label[1])
  const [state, change] = useListState(object, viewed.base)
  const within = search.within ?? viewed.base.board?.within
  const known = viewed.base.board?.by === field.name ? viewed.base.board.most : undefined
  const most = search.most ?? known
  const board = useBoard(object, field, state)
  const { columns, error, ...parents } = useColumns(board, within, most)
  const layout = useMemo(() => ({ ...state, board: { by: field.name, within, most } }), [state, field, within, most])
  const limit = useCallbackRef((key: string, wanted: number | undefined) => {
    const next = limitsIn({ ...most, [key]: wanted })
    const isSame = JSON.stringify(next) === JSON.stringify(known ?? {})
    void navigate({ search: before => ({ ...before, most: isSame ? undefined : next }), replace: true })
  })
  return (
    <div className={styles.board}>
      <h1 className={bars.title}>{object.label[1]}</h1>
      <BoardBar
        board={board}
        columns={columns ?? []}
        {...parents}
        viewed={viewed.current ? viewed : asDeclared(viewed, object, field)}
        layout={layout}
        state={state}
        change={change}
      />
      {viewed.isGone && <ViewGone object={object} views={viewed.views} />}
      {error && !columns && <TroubleState error={error} />}
      {(!columns || viewed.isWaiting) && !error && (
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
      {columns?.length === 0 && <NoColumns object={object} field={field} />}
      {columns && columns.length > 0 && !viewed.isWaiting && !viewed.isGone && (
        <Columns
          board={board}
          columns={columns}
          onLimit={limit}
          onClear={state.where && (() => change({ where: undefined }))}
        />
      )}
    </div>
  )
}

/** Without a view, a board by another field than the declared one is something that could be kept. */
function asDeclared(viewed: Viewed, object: DescribedObject, field: DescribedField): Viewed {
  return { ...viewed, base: { ...viewed.base, board: { by: object.board?.by ?? field.name } } }
}
