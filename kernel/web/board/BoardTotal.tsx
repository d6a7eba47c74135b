import { useQuery } from '@tanstack/react-query'
import type { Money } from '../../fields/money/money.ts'
import { useLocale } from '../schema/use-schema.ts'
import { formatMoney } from '../ui/format.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Board.module.css'
import type { Column } from './board.ts'
import { addUp, sumsOf, weighed, whole } from './sums.ts'
import { type BoardOf, boardTotals } from './use-board.ts'

interface TotalProps {
  readonly board: BoardOf
  readonly columns: readonly Column[]
}

/** What stands in all of the columns, each currency for itself; and what of it is to be expected. */
export function BoardTotal({ board, columns }: TotalProps) {
  const say = useListWords()
  const locale = useLocale()
  const { data: totals } = useQuery(boardTotals(board))
  const parts = columns.map(({ key, weight }) => ({
    sums: sumsOf(
      totals?.find(({ group }) => group === key),
      board.money?.name,
    ),
    weight,
  }))
  const all = addUp(parts.flatMap(({ sums }) => sums))
  const isWeighed = columns.some(({ weight }) => weight !== undefined)
  const expected = addUp(parts.flatMap(({ sums, weight = 0 }) => weighed(sums, weight))).map(whole)
  const write = (sums: readonly Money[]) => sums.map(sum => formatMoney(sum, locale)).join(' + ')
  if (all.length === 0) return null
  return (
    <p className={styles.total}>
      <span>{write(all)}</span>
      {isWeighed && (
        <span>
          <strong>{write(expected)}</strong> {say('board.weighted')}
        </span>
      )}
    </p>
  )
}
