import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { typeOf } from '../../fields/types.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { request } from '../request.ts'
import type { Column } from './columns.ts'
import type { ListAsk } from './use-pages.ts'

export type Totals = ReturnType<typeof useTotals>

/** What all that the list finds comes to, once somebody asks. */
export function useTotals(object: DescribedObject, columns: readonly Column[], { where, search }: ListAsk) {
  const [isAsked, setAsked] = useState(false)
  const [measure, setMeasure] = useState<'sums' | 'averages'>('sums')
  const fields = columns.flatMap(column => column.fields.filter(isSummed)).slice(0, mostSums)
  const names = fields.map(({ name }) => name)
  const wish = { sum: names, average: names, ...(where ? { where } : {}), ...(search ? { search } : {}) }
  const { data, isFetching } = useQuery({
    queryKey: ['totals', object.name, wish],
    queryFn: async ({ signal }) =>
      (await request({ method: 'POST', path: `/api/${object.plural}/totals`, body: wish, signal })) as Answer,
    enabled: isAsked,
  })
  const known = isAsked ? data : undefined
  return {
    fields,
    isFetching,
    isKnown: known !== undefined,
    count: known?.rows.reduce((sum, row) => sum + row.count, 0),
    measure,
    ask: () => setAsked(true),
    turn: () => setMeasure(measure === 'sums' ? 'averages' : 'sums'),
    of: (field: DescribedField) => known?.rows[0]?.[measure]?.[field.name],
  }
}

export const isSummed = (field: DescribedField) => typeOf(field).additive === true

/** The server adds up no more at once. */
const mostSums = 10

interface Answer {
  readonly rows: readonly {
    readonly count: number
    readonly sums: Readonly<Record<string, unknown>>
    readonly averages?: Readonly<Record<string, unknown>>
  }[]
}
