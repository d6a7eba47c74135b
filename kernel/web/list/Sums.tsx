import { Fragment } from 'react'
import type { DescribedField } from '../../schema/described.ts'
import { FieldValue } from '../ui/FieldValue.tsx'
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

export const partsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === null || value === undefined ? [] : [value]
