import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Money } from '../../fields/money/money.ts'
import { totalsQuery } from '../queries.ts'
import { useLocale, useSchema } from '../schema/use-schema.ts'
import { formatMoney } from '../ui/format.ts'
import { useWords } from '../words/words.tsx'
import styles from './Board.module.css'
import { boardFields, type Column } from './board.ts'
import type { BoardSearch } from './board-search.ts'
import type { BoardOf } from './use-board.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

interface BarProps {
  readonly board: BoardOf
  readonly search: BoardSearch
  readonly columns: readonly Column[]
  readonly parents: readonly { readonly value: string; readonly label: string }[] | undefined
  readonly parentLabel: string | undefined
  readonly chosen: string | undefined
}

/** List or board, by what, within what; and what it all comes to. */
export function BoardBar({ board, search, columns, parents, parentLabel, chosen }: BarProps) {
  const say = useWords()
  const navigate = useNavigate()
  const schema = useSchema()
  const { object, field } = board
  const fields = boardFields(object, schema)
  const go = (change: BoardSearch) =>
    void navigate({ to: '/$plural/board', params: { plural: object.plural }, search: { ...search, ...change } })
  return (
    <div className={styles.bar}>
      <ViewSwitch object={object} where={search.where} q={search.q} />
      {fields.length > 1 && (
        <NativeSelect
          aria-label={say('board.by')}
          className={styles.select}
          data={fields.map(({ name, label }) => ({ value: name, label }))}
          value={field.name}
          onChange={event => go({ by: event.currentTarget.value, within: undefined })}
        />
      )}
      {parents && parents.length > 1 && (
        <NativeSelect
          aria-label={parentLabel ?? ''}
          className={styles.select}
          data={[...parents]}
          value={chosen ?? ''}
          onChange={event => go({ within: event.currentTarget.value })}
        />
      )}
      {(search.where || search.q) && (
        <Link to="/$plural/board" params={{ plural: object.plural }} search={{ by: search.by, within: search.within }}>
          {say('board.filtered')}
        </Link>
      )}
      <Sum board={board} columns={columns} />
    </div>
  )
}

/** Each currency for itself. */
function Sum({ board: { object, field, where, q, money }, columns }: Pick<BarProps, 'board' | 'columns'>) {
  const locale = useLocale()
  const keys = columns.flatMap(({ key }) => key ?? [])
  const isWhole = columns.some(({ key }) => key === null)
  const within = isWhole ? where : { all: [...(where === undefined ? [] : [where]), { [field.name]: { in: keys } }] }
  const { data } = useQuery({
    ...totalsQuery(object, { where: within, search: q, sum: money ? [money.name] : [] }),
    enabled: columns.length > 0,
  })
  const sums = (money ? (data?.[0]?.sums[money.name] ?? []) : []) as readonly Money[]
  return (
    <p className={styles.total}>
      {sums.map(sum => (
        <strong key={sum.currency}>{formatMoney(sum, locale)}</strong>
      ))}
    </p>
  )
}
