import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { nextStepName } from '../../schema/next-step.ts'
import type { Limits, ListState } from '../list/list-state.ts'
import type { ListAsk } from '../list/use-pages.ts'
import { listOnce, pointers, shown, totalsQuery } from '../queries.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { titleOf } from '../ui/titles.ts'
import { useListWords } from '../words/list/words.ts'
import { boardWhere, type Column, inColumn, optionColumns, parentOf, recordColumn } from './board.ts'

export interface BoardOf {
  readonly object: DescribedObject
  readonly field: DescribedField
  readonly where: unknown
  readonly q: string | undefined
  readonly sort: string
  readonly money: DescribedField | undefined
}

export function useBoard(object: DescribedObject, field: DescribedField, { where, q, sort }: ListState): BoardOf {
  return useMemo(
    () => ({
      object,
      field,
      where: boardWhere(object, field.name, where),
      q,
      // What was moved last stands first, which is where a moved card is put.
      sort: sort.join(',') || '-updated_at',
      money: shown(object).find(({ type }) => type === 'money'),
    }),
    [object, field, where, q, sort],
  )
}

export const columnAsk = ({ object, field, where, q, sort }: BoardOf, key: string | null): ListAsk => ({
  where: inColumn(where, field.name, key),
  search: q,
  sort,
  include: [
    ...pointers(shown(object)),
    ...(object.owned && fieldOf(object, 'owner_id') ? ['owner_id'] : []),
    ...(object.steps.length ? [nextStepName] : []),
  ],
})

export const boardTotals = ({ object, field, where, q, money }: BoardOf) =>
  totalsQuery(object, { where, search: q, group: field.name, sum: money ? [money.name] : [] })

/** The columns in their order; with the records within which they may be. */
export function useColumns(
  { object, field }: Pick<BoardOf, 'object' | 'field'>,
  within: string | undefined,
  most: Limits = noLimits,
) {
  const say = useListWords()
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
  const declared = object.board?.by === field.name ? object.board : null
  const columns = useMemo(() => {
    const none: Column[] = field.required ? [] : [{ key: null, label: say('value.none'), tone: 'grey' }]
    const options = field.type === 'choice' ? optionColumns(field) : undefined
    const known = options ?? (to && rows.data?.rows.map((row, at) => recordColumn(declared, to, row, at)))
    return known && [...none, ...(declared?.most ? known : known.map(column => limited(column, most)))]
  }, [field, to, rows.data, declared, most, say])
  return {
    columns,
    error: parents.error ?? rows.error,
    parents: above && (parents.data?.rows ?? []).map(row => ({ value: row.id, label: titleOf(above, row) })),
    parent: above,
    chosen: chosen?.id,
  }
}

/** Where it does not stand with the columns themselves how many should be there at once. */
const limited = (column: Column, most: Limits): Column => ({ ...column, most: most[column.key ?? ''], isFree: true })

const noLimits: Limits = {}
const nothing = { name: '', plural: '' } as DescribedObject
