import type { DescribedField } from '../../schema/described.ts'
import type { Total } from '../client.ts'
import { useLocale } from '../schema/use-schema.ts'
import { formatMoney, formatPercent } from '../ui/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Board.module.css'
import type { Column } from './board.ts'
import { ColumnCount } from './ColumnCount.tsx'
import { sumsOf } from './sums.ts'

interface HeadProps {
  readonly column: Column
  readonly count: number | undefined
  readonly total: Total | undefined
  readonly money: DescribedField | undefined
  readonly isFixed: boolean
  readonly onLimit: ((key: string, most: number | undefined) => void) | undefined
}

/** What the column is, and how much of it there is: all of it, not only what was loaded. */
export function ColumnHead({ column, count, total, money, isFixed, onLimit }: HeadProps) {
  const { label, tone, weight } = column
  const say = useListWords()
  const locale = useLocale()
  return (
    <header className={styles.head}>
      <span className={styles.dot} data-tone={tone} />
      <h2 className={styles.name} title={label}>
        {label}
      </h2>
      {count !== undefined && <ColumnCount column={column} count={count} onLimit={onLimit} />}
      <span className={styles.side}>
        {isFixed && (
          <span title={say('board.fixed')}>
            <Icon name="lock" size={14} />
            <span className="unseen">{say('board.fixed')}</span>
          </span>
        )}
        {weight !== undefined && (
          <span title={say('board.chance', { chance: formatPercent(weight, locale) })}>
            {formatPercent(weight, locale)}
          </span>
        )}
      </span>
      <p className={styles.sums}>
        {sumsOf(total, money?.name).map(sum => (
          <span key={sum.currency}>{formatMoney(sum, locale)}</span>
        ))}
      </p>
    </header>
  )
}
