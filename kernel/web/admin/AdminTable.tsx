import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { TroubleState } from '../ui/State.tsx'
import { useAdminWords } from '../words/admin/words.ts'
import styles from './AdminTable.module.css'

export interface AdminColumn<R> {
  readonly name: string
  readonly label: string
  readonly cell: (row: R) => ReactNode
  readonly align?: 'right'
}

interface AdminTableProps<R> {
  readonly label: string
  /** The first says which row it is. */
  readonly columns: readonly AdminColumn<R>[]
  /** What can be done with a row, at its end. */
  readonly actions?: (row: R) => ReactNode
  readonly asked: {
    readonly data: readonly R[] | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly idOf: (row: R) => string
  /** What stands there while there are none. */
  readonly empty: ReactNode
}

/** Every list of administration: rows on a screen, cards on a phone. */
export function AdminTable<R>(props: AdminTableProps<R>) {
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  const { asked, label, empty } = props
  if (asked.error && !asked.data) return <TroubleState error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Waiting label={label} />
  if (asked.data.length === 0) return <div className={styles.empty}>{empty}</div>
  return isPhone ? <Cards {...props} rows={asked.data} /> : <Rows {...props} rows={asked.data} />
}

type ShownProps<R> = Omit<AdminTableProps<R>, 'asked' | 'empty'> & { readonly rows: readonly R[] }

function Rows<R>({ label, columns, actions, rows, idOf }: ShownProps<R>) {
  const say = useAdminWords()
  const [first, ...others] = columns
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.name} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
            {actions && (
              <th scope="col">
                <span className="unseen">{say('admin.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={idOf(row)}>
              <th scope="row">{first?.cell(row)}</th>
              {others.map(column => (
                <td key={column.name} data-align={column.align}>
                  {column.cell(row)}
                </td>
              ))}
              {actions && <td className={styles.actions}>{actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards<R>({ label, columns, actions, rows, idOf }: ShownProps<R>) {
  const [first, ...others] = columns
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map(row => (
        <li key={idOf(row)} className={styles.card}>
          <div className={styles.head}>
            <strong className={styles.title}>{first?.cell(row)}</strong>
            {actions?.(row)}
          </div>
          <dl className={styles.facts}>
            {others.map(column => (
              <div key={column.name} className={styles.fact}>
                <dt>{column.label}</dt>
                <dd>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Waiting({ label }: { readonly label: string }) {
  const say = useAdminWords()
  return (
    <div className={styles.waiting} role="status" aria-busy>
      <span className="unseen">{say('admin.loading', { label })}</span>
      {[72, 56, 64].map(width => (
        <Skeleton key={width} height={12} width={`${width}%`} radius="sm" />
      ))}
    </div>
  )
}
