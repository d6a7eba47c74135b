import { Skeleton } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { Total } from '../client.ts'
import { usePages } from '../list/use-pages.ts'
import { TroubleState } from '../ui/State.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Board.module.css'
import type { Column } from './board.ts'
import { Card, type CardHands } from './Card.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import { type BoardOf, columnAsk } from './use-board.ts'

interface ColumnProps extends CardHands {
  readonly board: BoardOf
  readonly column: Column
  readonly total: Total | undefined
  readonly isCounted: boolean
  /** The card of this column that is held. */
  readonly held: string | undefined
  /** What is held would go here. */
  readonly isOver: boolean
  /** Nobody moves a card to or from here by hand. */
  readonly isFixed: boolean
  readonly onLimit: (key: string, most: number | undefined) => void
}

const [cardHeight, gap] = [94, 8]

/** One value of the field, and the records that have it: asked for when it is in sight, and as many cards as one sees. */
export const BoardColumn = memo(function BoardColumn(props: ColumnProps) {
  const { board, column, total, isCounted, held, isOver, isFixed, onLimit, ...hands } = props
  const say = useListWords()
  const { ref, entry } = useIntersection({ rootMargin: '0px 400px' })
  const [wasSeen, setSeen] = useState(false)
  if (entry?.isIntersecting && !wasSeen) setSeen(true)
  const ask = useMemo(() => columnAsk(board, column.key), [board, column.key])
  const pages = usePages(board.object, ask, { enabled: wasSeen })
  const count = pages.isLoading ? 0 : pages.count
  const scroller = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight + gap,
    getItemKey: at => pages.at(at)?.record.id ?? at,
    overscan: 4,
  })
  const shown = cards.getVirtualItems()
  const [first = 0, last = 0] = [shown[0]?.index, shown.at(-1)?.index]
  const { see } = pages
  useEffect(() => see(first, last), [see, first, last])
  return (
    <section ref={ref} className={styles.column} aria-label={column.label} data-place={placeOf(column)}>
      <ColumnHead
        column={column}
        count={isCounted ? (total?.count ?? 0) : undefined}
        total={total}
        money={board.money}
        isFixed={isFixed}
        onLimit={column.isFree ? onLimit : undefined}
      />
      {isOver && <div className={styles.hole} />}
      <div ref={scroller} className={styles.cards} tabIndex={count ? undefined : -1}>
        {pages.error !== undefined && pages.error !== null && count === 0 && (
          <TroubleState error={pages.error} retry={pages.retry} />
        )}
        {pages.isLoading &&
          !pages.error &&
          [1, 2, 3].map(card => <Skeleton key={card} height={cardHeight} mb={gap} radius={8} />)}
        {!pages.isLoading && count === 0 && !isOver && <p className={styles.empty}>{say('board.empty')}</p>}
        <ul className={styles.stack} style={{ height: cards.getTotalSize() }}>
          {shown.map(({ index, start, key }) => {
            const row = pages.at(index)
            return (
              <li
                key={key}
                ref={cards.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)`, paddingBottom: gap }}
              >
                {row ? (
                  <Card
                    board={board}
                    record={row.record}
                    included={row.included}
                    column={column}
                    state={held === row.record.id ? 'held' : 'still'}
                    {...hands}
                  />
                ) : (
                  <Skeleton height={cardHeight} radius={8} />
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
})

export const placeOf = ({ key }: Column) => `column ${key ?? ''}`
