import { lazy, Suspense, useState } from 'react'
import { useLocale } from '../schema/use-schema.ts'
import { formatNumber } from '../ui/format.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Board.module.css'
import type { Column } from './board.ts'

const Limit = lazy(() => import('./Limit.tsx'))

interface CountProps {
  readonly column: Column
  readonly count: number
  /** Absent where it is said elsewhere how many should stand here. */
  readonly onLimit: ((key: string, most: number | undefined) => void) | undefined
}

/** How many stand here, of how many that should at once; and where one says so. */
export function ColumnCount({ column: { key, label, most }, count, onLimit }: CountProps) {
  const say = useListWords()
  const locale = useLocale()
  const [isAsked, ask] = useState(false)
  const isOver = most !== undefined && count > most
  const text = formatNumber(count, locale) + (most === undefined ? '' : ` / ${formatNumber(most, locale)}`)
  const hint = isOver ? say('board.over', { most }) : undefined
  if (!onLimit || key === null)
    return (
      <span className={styles.count} data-over={isOver} title={hint}>
        {text}
      </span>
    )
  const button = (
    <button
      type="button"
      className={styles.count}
      data-over={isOver}
      title={hint ?? say('board.limit')}
      aria-label={`${text}, ${say('board.limit')}: ${label}`}
      aria-haspopup="dialog"
      onClick={() => ask(!isAsked)}
    >
      {text}
    </button>
  )
  if (!isAsked) return button
  return (
    <Suspense fallback={button}>
      <Limit label={label} most={most} onChange={wanted => onLimit(key, wanted)} onClose={() => ask(false)}>
        {button}
      </Limit>
    </Suspense>
  )
}
