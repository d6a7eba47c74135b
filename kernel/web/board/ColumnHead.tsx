import type { DescribedField } from '../../schema/described.ts'
import type { Total } from '../client.ts'
import { useLocale } from '../schema/use-schema.ts'
import { formatMoney, formatNumber, formatPercent } from '../ui/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Board.module.css'
import type { Column } from './board.ts'
import { sumsOf } from './sums.ts'

interface HeadProps {
  readonly column: Column
  readonly count: number | undefined
  readonly total: Total | undefined
  readonly money: DescribedField | undefined
  readonly isFixed: boolean
}

/** What the column is, and how much of it there is: all of it, not only what was loaded. */
export function ColumnHead({ column: { label, tone, weight, most }, count, total, money, isFixed }: HeadProps) {
  const say = useListWords()
  const locale = useLocale()
  return (
    <header className={styles.head}>
      <span className={styles.dot} data-tone={tone} />
      <h2 className={styles.name} title={label}>
        {label}
      </h2>
      {count !== undefined && most === undefined && <span className={styles.count}>{formatNumber(count, locale)}</span>}
      {count !== undefined && most !== undefined && (
        <span
          className={styles.count}
          data-over={count > most}
          title={count > most ? say('board.over', { most }) : undefined}
        >
          {formatNumber(count, locale)} / {formatNumber(most, locale)}
        </span>
      )}
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
