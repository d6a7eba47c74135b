import type { KeyboardEvent } from 'react'
import { useImportWords } from '../words/import/words.ts'
import type { BadRow, FileColumn, Import } from './imports.ts'
import styles from './MendGrid.module.css'
import type { Mends } from './use-mends.ts'

interface GridProps {
  readonly found: Import
  readonly rows: readonly BadRow[]
  readonly mends: Mends
}

/** Cells to type in, as in a spreadsheet: Enter and the arrows go up and down, Tab goes on. */
export function MendGrid({ found, rows, mends }: GridProps) {
  const say = useImportWords()
  const columns = found.columns.filter(({ column }) => found.plan.columns.some(each => each.column === column))
  const headerOf = ({ header, column }: FileColumn) => header || say('import.column.unnamed', { at: column + 1 })
  return (
    <section className={styles.frame} aria-label={say('import.fate.failed')}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={styles.row}>
              {say('import.row')}
            </th>
            {columns.map(column => (
              <th key={column.column} scope="col">
                {headerOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={upAndDown}>
          {rows.map(bad => (
            <Row key={bad.row} found={found} bad={bad} columns={columns} headerOf={headerOf} mends={mends} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly found: Import
  readonly bad: BadRow
  readonly columns: readonly FileColumn[]
  readonly headerOf: (column: FileColumn) => string
  readonly mends: Mends
}

/** The cells of a row, and under them what is wrong with it. */
function Row({ found, bad: { row, cells, problems }, columns, headerOf, mends }: RowProps) {
  const say = useImportWords()
  const fieldOf = (column: number) => found.plan.columns.find(each => each.column === column)?.field
  const isWrong = (column: number) => problems.some(({ field }) => field !== '' && field === fieldOf(column))
  const why = `why-${row}`
  return (
    <>
      <tr className={styles.cells}>
        <th scope="row" rowSpan={2} className={styles.row} data-label={say('import.row')}>
          {row}
        </th>
        {columns.map(column => {
          const before = cells[column.column] ?? ''
          const now = mends.of(row, column.column)
          const Cell = before.includes('\n') ? 'textarea' : 'input'
          return (
            <td key={column.column} data-label={headerOf(column)}>
              <Cell
                className={styles.input}
                aria-label={say('import.mend.cell', { header: headerOf(column), row })}
                aria-invalid={isWrong(column.column) || undefined}
                aria-describedby={isWrong(column.column) ? why : undefined}
                data-mended={now !== undefined || undefined}
                data-column={column.column}
                value={now ?? before}
                onChange={({ currentTarget: { value } }) => mends.set(row, column.column, value, before)}
              />
            </td>
          )
        })}
      </tr>
      <tr>
        <td id={why} colSpan={columns.length} className={styles.why}>
          {problems.map(({ message }) => message).join(' ')}
        </td>
      </tr>
    </>
  )
}

function upAndDown(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
  const input = event.target
  if (step === undefined || !(input instanceof HTMLInputElement)) return
  const same = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${input.dataset.column}"]`)]
  const next = same[same.indexOf(input) + (event.shiftKey ? -step : step)]
  event.preventDefault()
  next?.focus()
  next?.select()
}
