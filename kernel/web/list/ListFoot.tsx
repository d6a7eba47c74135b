import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { typeOf } from '../../fields/types.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { request } from '../request.ts'
import { FieldValue } from '../ui/FieldValue.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import type { Column } from './columns.ts'
import styles from './ListFoot.module.css'
import type { ListAsk, Pages } from './use-pages.ts'

interface ListFootProps {
  readonly object: DescribedObject
  readonly columns: readonly Column[]
  readonly pages: Pages
  readonly ask: ListAsk
}

/** How many there are, and on demand what they come to. */
export function ListFoot({ object, columns, pages, ask }: ListFootProps) {
  const say = useWords()
  const [isAsked, setAsked] = useState(false)
  const [measure, setMeasure] = useState<'sums' | 'averages'>('sums')
  const { count, capped = false } = pages.total ?? {}
  const summed = columns.flatMap(({ fields }) => fields.filter(field => typeOf(field).additive))
  const names = summed.slice(0, mostSums).map(({ name }) => name)
  const wish = { sum: names, average: names, ...named({ where: ask.where, search: ask.search }) }
  const { data: totals, isFetching } = useQuery({
    queryKey: ['totals', object.name, wish],
    queryFn: async ({ signal }) =>
      (await request({ method: 'POST', path: `/api/${object.plural}/totals`, body: wish, signal })) as Totals,
    enabled: isAsked,
  })
  const all = isAsked ? totals?.rows.reduce((sum, row) => sum + row.count, 0) : undefined
  return (
    <footer className={styles.foot}>
      <span role="status">
        {all !== undefined
          ? say('list.all-shown', { count: all })
          : count !== undefined && say(capped ? 'list.more-than' : 'list.all-shown', { count })}
      </span>
      {isAsked && totals && summed.length > 0 && (
        <button
          type="button"
          className={styles.ask}
          onClick={() => setMeasure(measure === 'sums' ? 'averages' : 'sums')}
          title={say(measure === 'sums' ? 'list.show-averages' : 'list.show-sums')}
        >
          {say(measure === 'sums' ? 'list.sum' : 'list.average')}
          <Icon name="chevron-down" size={13} />
        </button>
      )}
      {isAsked && totals
        ? summed.map(field => <Sum key={field.name} field={field} value={totals.rows[0]?.[measure]?.[field.name]} />)
        : (capped || summed.length > 0) &&
          count !== 0 && (
            <button type="button" className={styles.ask} onClick={() => setAsked(true)} disabled={isFetching}>
              <Icon name="sum" size={14} />
              {say(summed.length ? 'list.totals' : 'list.count-all')}
            </button>
          )}
      <span className={styles.keys}>{say('list.keys')}</span>
    </footer>
  )
}

/** The server adds up no more at once. */
const mostSums = 10

interface Totals {
  readonly rows: readonly {
    readonly count: number
    readonly sums: Readonly<Record<string, unknown>>
    readonly averages?: Readonly<Record<string, unknown>>
  }[]
}

/** Money by currency, never mixed. */
function Sum({ field, value }: { readonly field: DescribedField; readonly value: unknown }) {
  const parts = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
  return (
    <span className={styles.sum}>
      {field.label}
      {parts.map((part: unknown) => (
        <strong key={JSON.stringify(part)}>
          <FieldValue field={field} value={part} included={{}} place="fact" />
        </strong>
      ))}
      {parts.length === 0 && <strong>–</strong>}
    </span>
  )
}

const named = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
