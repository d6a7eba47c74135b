import type { ReactNode } from 'react'
import { typeOf } from '../../fields/types.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { Column } from './columns.ts'
import { useGroupedPages } from './use-grouped-pages.ts'
import type { ListAsk, Pages } from './use-pages.ts'

interface GroupedProps {
  readonly object: DescribedObject
  readonly ask: ListAsk
  readonly field: DescribedField
  readonly columns: readonly Column[]
  readonly enabled: boolean
  readonly children: (pages: Pages) => ReactNode
}

/** The rows of a list under the values of a field. */
export default function Grouped({ object, ask, field, columns, enabled, children }: GroupedProps) {
  const summed = columns.flatMap(({ fields }) => fields.filter(one => typeOf(one).additive)).map(({ name }) => name)
  return children(useGroupedPages(object, ask, field, summed.slice(0, mostSums), { enabled }))
}

/** The server adds up no more at once. */
const mostSums = 10
