import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { TroubleState } from '../ui/State.tsx'
import { useImportWords } from '../words/import/words.ts'
import { badRowsQuery, type Import } from './imports.ts'
import styles from './Preview.module.css'

/** Rows that cannot be taken, and why. */
export function WrongRows({ found }: { readonly found: Import }) {
  const say = useImportWords()
  const asked = useInfiniteQuery(badRowsQuery(found))
  const rows = asked.data?.pages.flatMap(page => page.rows)
  if (asked.error && !rows) return <TroubleState error={asked.error} retry={() => void asked.refetch()} />
  if (!rows) return <Skeleton height={160} radius="md" />
  const columns = found.columns.filter(({ column }) => found.plan.columns.some(each => each.column === column))
  const isWrong = (column: number, fields: readonly string[]) =>
    found.plan.columns.some(each => each.column === column && fields.includes(each.field))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled with the arrows */}
      <section className={styles.frame} tabIndex={0} aria-label={say('import.fate.failed')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.row}>
                {say('import.row')}
              </th>
              <th scope="col">{say('import.wrong.what')}</th>
              {columns.map(({ column, header }) => (
                <th key={column} scope="col">
                  {header || say('import.column.unnamed', { at: column + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells, problems }) => (
              <tr key={row}>
                <th scope="row" className={styles.row} data-label={say('import.row')}>
                  {row}
                </th>
                <td className={styles.why}>{problems.map(({ message }) => message).join(' ')}</td>
                {columns.map(({ column, header }) => (
                  <td
                    key={column}
                    data-label={header || say('import.column.unnamed', { at: column + 1 })}
                    data-wrong={
                      isWrong(
                        column,
                        problems.map(({ field }) => field),
                      ) || undefined
                    }
                  >
                    {cells[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {asked.hasNextPage && (
        <div className={styles.more}>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {say('list.more')}
          </Button>
        </div>
      )}
    </>
  )
}
