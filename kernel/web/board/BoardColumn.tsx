import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { Money } from '../../fields/money/money.ts'
import { merged } from '../included.ts'
import { useLocale } from '../schema/use-schema.ts'
import { formatMoney } from '../ui/format.ts'
import { TroubleState } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Board.module.css'
import type { Column } from './board.ts'
import { Card } from './Card.tsx'
import { type BoardOf, columnQuery } from './use-board.ts'
import type { Drag } from './use-drag.ts'
import type { Held } from './use-move.ts'

interface ColumnProps {
  readonly board: BoardOf
  readonly column: Column
  readonly count: number | undefined
  readonly sums: readonly Money[]
  readonly drag: Drag | undefined
  readonly mayMove: boolean
  readonly onPress: (event: PointerEvent<HTMLElement>, held: Held) => void
  readonly onClick: (event: { preventDefault(): void }) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, held: Held) => void
}

const [cardHeight, gap] = [94, 8]

/** One value of the field, and the records that have it: as many cards as one sees, pages as one scrolls. */
export function BoardColumn(props: ColumnProps) {
  const { board, column, count, sums, drag, mayMove } = props
  const say = useWords()
  const locale = useLocale()
  const list = useInfiniteQuery(columnQuery(board, column.key))
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const included = merged((list.data?.pages ?? []).map(page => page.included))
  const scroller = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight + gap,
    getItemKey: at => rows[at]?.id ?? at,
    overscan: 4,
  })
  const shown = cards.getVirtualItems()
  const isNearEnd = (shown.at(-1)?.index ?? -1) >= rows.length - 5 && list.hasNextPage && !list.isFetchingNextPage
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time that the end comes near
  useEffect(() => {
    if (isNearEnd) void list.fetchNextPage()
  }, [isNearEnd])
  const isOver = drag?.over === placeOf(column) && drag.from.key !== column.key
  return (
    <section className={styles.column} aria-label={column.label} data-place={placeOf(column)} data-over={isOver}>
      <header className={styles.head}>
        <span className={styles.dot} data-tone={column.tone} />
        <h2 className={styles.name}>{column.label}</h2>
        {count !== undefined && <span className={styles.count}>{count.toLocaleString(locale.language)}</span>}
        <p className={styles.sums}>
          {sums.map(sum => (
            <span key={sum.currency}>{formatMoney(sum, locale)}</span>
          ))}
        </p>
      </header>
      {isOver && <div className={styles.hole} />}
      <div ref={scroller} className={styles.cards} tabIndex={rows.length ? undefined : -1}>
        {list.error && rows.length === 0 && <TroubleState error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && [1, 2, 3].map(card => <Skeleton key={card} height={cardHeight} mb={gap} radius={8} />)}
        {list.data && rows.length === 0 && !isOver && <p className={styles.empty}>{say('board.empty')}</p>}
        <ul className={styles.stack} style={{ height: cards.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const record = rows[index]
            if (!record) return null
            const held = { record, included, from: column }
            return (
              <li key={record.id} style={{ transform: `translateY(${start}px)` }}>
                <Card
                  board={board}
                  record={record}
                  included={included}
                  state={drag?.record.id === record.id ? 'held' : 'still'}
                  onPress={event => mayMove && props.onPress(event, held)}
                  onClick={props.onClick}
                  onKey={event => props.onKey(event, held)}
                />
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

export const placeOf = ({ key }: Column) => `column ${key ?? ''}`
