import { Fragment } from 'react'
import type { Money } from '../../fields/money/money.ts'
import type { DescribedField } from '../../schema/described.ts'
import { useLocale } from '../schema/use-schema.ts'
import { FieldValue } from '../ui/FieldValue.tsx'
import { formatMoney } from '../ui/format.ts'
import styles from './Sums.module.css'

/** One amount for each currency, never mixed. */
export const Sums = ({ field, value }: { readonly field: DescribedField; readonly value: unknown }) =>
  partsOf(value).map((part, at) => (
    <Fragment key={JSON.stringify(part)}>
      {at > 0 && <span className={styles.and}>·</span>}
      <span>
        <FieldValue field={field} value={part} included={{}} place="fact" />
      </span>
    </Fragment>
  ))

/** Where there is no room for all: that in one's own currency, or else the first, and how many more there are. */
export function ShortSums({ field, value }: { readonly field: DescribedField; readonly value: unknown }) {
  const locale = useLocale()
  const parts = partsOf(value)
  const shown = parts.find(part => currencyOf(part) === locale.currency) ?? parts[0]
  const all = parts.length > 1 ? parts.map(part => formatMoney(part as Money, locale)).join(' · ') : ''
  if (all.length <= room) return <Sums field={field} value={value} />
  return (
    <span title={all}>
      <span aria-hidden>
        <FieldValue field={field} value={shown} included={{}} place="fact" />
        <span className={styles.more}>+{parts.length - 1}</span>
      </span>
      <span className="unseen">{all}</span>
    </span>
  )
}

/** As many letters as stand in a column that nobody has drawn wider. */
const room = 18

const currencyOf = (part: unknown) =>
  typeof part === 'object' && part !== null && 'currency' in part ? part.currency : undefined

export const partsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
