import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Money } from '../../fields/money/money.ts'
import type { DescribedAction } from '../../schema/described.ts'
import { ActionDialog } from '../record/ActionDialog.tsx'
import { offered } from '../record/offered.ts'
import { useAct } from '../record/use-act.ts'
import { mayDo } from '../schema/use-schema.ts'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import styles from './Board.module.css'
import { BoardColumn, placeOf } from './BoardColumn.tsx'
import type { Column } from './board.ts'
import { Card } from './Card.tsx'
import { Targets, targetOf } from './Targets.tsx'
import { type BoardOf, boardTotals } from './use-board.ts'
import { useCarry } from './use-carry.ts'
import { useDrag } from './use-drag.ts'
import { type Held, useMove } from './use-move.ts'

interface ColumnsProps {
  readonly board: BoardOf
  readonly columns: readonly Column[]
}

/** The columns, and what is carried from one to another. */
export function Columns({ board, columns }: ColumnsProps) {
  const { object, field, money } = board
  const mayMove = mayDo(object, 'edit') && field.readonly !== true
  const { data: totals } = useQuery(boardTotals(board))
  const move = useMove(board)
  const { act, asking, close } = useActing(board)
  const [moved, setMoved] = useState<string>()
  const onDrop = (held: Held, over: string | undefined) => {
    const to = columns.find(column => placeOf(column) === over)
    const action = offered(object, held.record).find(each => targetOf(each) === over)
    if (to) move(held, to)
    if (action) act(held, action)
    setMoved(held.record.id)
  }
  const { drag, set, press, click } = useDrag(onDrop)
  const targetsFor = (held: Held) => offered(object, held.record).map(targetOf)
  const carry = useCarry({ drag, set, columns: columns.map(placeOf), targetsFor, mayMove, onDrop })
  const root = useRef<HTMLDivElement>(null)
  // Focus goes along with the card that the keyboard moved.
  useEffect(() => {
    if (moved === undefined || document.activeElement !== document.body) return
    root.current?.querySelector<HTMLElement>(`[data-card="${moved}"] a`)?.focus()
  })
  return (
    <div ref={root} className={styles.work} data-dragging={drag?.at !== undefined}>
      <div className={styles.columns} data-board>
        {columns.map(column => {
          const total = totals?.find(({ group }) => group === column.key)
          return (
            <BoardColumn
              key={column.key}
              board={board}
              column={column}
              count={totals && (total?.count ?? 0)}
              sums={money ? ((total?.sums[money.name] ?? []) as readonly Money[]) : []}
              drag={drag}
              mayMove={mayMove}
              onPress={press}
              onClick={click}
              onKey={(event, held) => carry(event, held, placeOf(column))}
            />
          )
        })}
      </div>
      {drag && <Targets actions={offered(object, drag.record)} over={drag.over} />}
      {drag?.at && (
        <div
          className={styles.carried}
          style={{ width: drag.width, translate: `${drag.at.x - drag.at.dx}px ${drag.at.y - drag.at.dy}px` }}
          aria-hidden
          inert
        >
          <Card board={board} record={drag.record} included={drag.included} state="carried" />
        </div>
      )}
      <Said board={board} columns={columns} held={drag} />
      {asking && (
        <ActionDialog
          object={object}
          record={asking.held.record}
          included={asking.held.included}
          action={asking.action}
          onClose={close}
        />
      )}
    </div>
  )
}

/** What needs nothing more is done at once; the rest asks in its place. */
function useActing({ object }: BoardOf) {
  const [asking, ask] = useState<{ readonly held: Held; readonly action: DescribedAction }>()
  const acting = useAct(object)
  const act = (held: Held, action: DescribedAction) =>
    action.confirm || action.input.some(({ required }) => required)
      ? ask({ held, action })
      : acting.mutate({ id: held.record.id, action })
  return { act, asking, close: () => ask(undefined) }
}

/** For those who do not see it: what is held, and where it would go. */
function Said({
  board: { object },
  columns,
  held,
}: ColumnsProps & { readonly held: (Held & { readonly over: string | undefined }) | undefined }) {
  const say = useWords()
  const to =
    columns.find(column => placeOf(column) === held?.over)?.label ??
    (held && offered(object, held.record).find(action => targetOf(action) === held.over)?.label)
  return (
    <>
      <p id="board-help" className="unseen">
        {say('board.help')}
      </p>
      <p role="status" className="unseen">
        {held && to && say('board.held', { title: titleOf(object, held.record), to })}
      </p>
    </>
  )
}
