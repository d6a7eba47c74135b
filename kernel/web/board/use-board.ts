import { useQuery } from '@tanstack/react-query'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { listOnce, listQuery, pointers, shown, totalsQuery } from '../queries.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { boardWhere, type Column, inColumn, optionColumns, parentOf, toneAt } from './board.ts'
import type { BoardSearch } from './board-search.ts'

export interface BoardOf {
  readonly object: DescribedObject
  readonly field: DescribedField
  readonly where: unknown
  readonly q: string | undefined
  readonly money: DescribedField | undefined
}

export const boardOf = (object: DescribedObject, field: DescribedField, { where, q }: BoardSearch): BoardOf => ({
  object,
  field,
  where: boardWhere(object, field.name, where),
  q,
  money: shown(object).find(({ type }) => type === 'money'),
})

/** What was moved last stands first, which is where a moved card is put. */
export const columnQuery = ({ object, field, where, q }: BoardOf, key: string | null) =>
  listQuery(object, {
    where: inColumn(where, field.name, key),
    search: q,
    sort: '-updated_at',
    limit: 30,
    include: [...pointers(shown(object)), ...(object.owned && fieldOf(object, 'owner_id') ? ['owner_id'] : [])],
  })

export const boardTotals = ({ object, field, where, q, money }: BoardOf) =>
  totalsQuery(object, { where, search: q, group: field.name, sum: money ? [money.name] : [] })

/** The columns in their order; with the records within which they may be. */
export function useColumns(field: DescribedField, within: string | undefined) {
  const say = useWords()
  const { byName } = useSchema()
  const to = field.type === 'ref' ? byName(field.to) : undefined
  const parent = to && parentOf(to)
  const above = parent?.type === 'ref' ? byName(parent.to) : undefined
  const parents = useQuery({
    ...listOnce(above ?? nothing, { sort: above && fieldOf(above, 'place') ? 'place' : undefined, limit: 100 }),
    enabled: above !== undefined,
  })
  const chosen = parents.data?.rows.find(({ id }) => id === within) ?? parents.data?.rows[0]
  const rows = useQuery({
    ...listOnce(to ?? nothing, {
      sort: 'place',
      limit: 100,
      ...(parent && chosen ? { where: { [parent.name]: chosen.id } } : {}),
    }),
    enabled: to !== undefined && (above === undefined || parents.data !== undefined),
  })
  const none: Column[] = field.required ? [] : [{ key: null, label: say('value.none'), tone: 'grey' }]
  const options = field.type === 'choice' ? optionColumns(field) : undefined
  const records =
    to && rows.data?.rows.map((row, at) => ({ key: row.id, label: titleOf(to, row), tone: toneAt(at) }) as const)
  const columns = options ?? records
  return {
    columns: columns && [...none, ...columns],
    error: parents.error ?? rows.error,
    parents: above && (parents.data?.rows ?? []).map(row => ({ value: row.id, label: titleOf(above, row) })),
    parentLabel: above?.label[0],
    chosen: chosen?.id,
  }
}

const nothing = { name: '', plural: '' } as DescribedObject
