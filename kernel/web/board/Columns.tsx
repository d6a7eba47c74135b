import { useCallbackRef } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { DescribedAction } from '../../schema/described.ts'
import { FilterTrouble } from '../filter/FilterTrouble.tsx'
import { ActionDialog } from '../record/ActionDialog.tsx'
import { offered } from '../record/offered.ts'
import { useAct } from '../record/use-act.ts'
import { mayDo } from '../schema/use-schema.ts'
import { titleOf } from '../ui/titles.ts'
import { useListWords } from '../words/list/words.ts'
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
  readonly onLimit: (key: string, most: number | undefined) => void
  /** Takes the filter away, where there is one. */
  readonly onClear: (() => void) | undefined
}

/** The columns, and what is carried from one to another. */
export function Columns({ board, columns, onLimit, onClear }: ColumnsProps) {
  const { object, field } = board
  const mayMove = mayDo(object, 'edit') && field.readonly !== true
  const { data: totals, error, refetch } = useQuery(boardTotals(board))
  const move = useMove(board)
  const { act, asking, close } = useActing(board)
  const [moved, setMoved] = useState<string>()
  const onDrop = (held: Held, over: string | undefined) => {
    const to = mayMove ? columns.find(column => placeOf(column) === over) : undefined
    const action = offered(object, held.record).find(each => targetOf(each) === over)
    if (to) move(held, to)
    if (action) act(held, action)
    setMoved(held.record.id)
  }
  const { drag, carried, set, press, click } = useDrag(onDrop)
  const targetsFor = (held: Held) => offered(object, held.record).map(targetOf)
  const mayHold = (held: Held) => mayMove || targetsFor(held).length > 0
  const carry = useCarry({ drag, set, columns: mayMove ? columns.map(placeOf) : [], targetsFor, mayHold, onDrop })
  const onPress = useCallbackRef(
    (event: PointerEvent<HTMLElement>, held: Held) => void (mayHold(held) && press(event, held)),
  )
  const onKey = useCallbackRef((event: KeyboardEvent<HTMLElement>, held: Held) =>
    carry(event, held, placeOf(held.from)),
  )
  const root = useRef<HTMLDivElement>(null)
  // Focus goes along with the card that the keyboard moved.
  useEffect(() => {
    if (moved === undefined || document.activeElement !== document.body) return
    root.current?.querySelector<HTMLElement>(`[data-card="${moved}"] a`)?.focus()
  })
  if (error && !totals) return <FilterTrouble error={error} retry={() => void refetch()} onClear={onClear} />
  return (
    <div ref={root} className={styles.work} data-dragging={drag?.start !== undefined}>
      <div className={styles.columns} data-board>
        {columns.map(column => (
          <BoardColumn
            key={column.key}
            board={board}
            column={column}
            total={totals?.find(({ group }) => group === column.key)}
            isCounted={totals !== undefined}
            held={drag?.from.key === column.key ? drag.record.id : undefined}
            isOver={mayMove && drag?.over === placeOf(column) && drag.from.key !== column.key}
            isFixed={!mayMove}
            onLimit={onLimit}
            onPress={onPress}
            onClick={click}
            onKey={onKey}
          />
        ))}
      </div>
      {drag && <Targets actions={offered(object, drag.record)} over={drag.over} />}
      {drag?.start && (
        <div ref={carried} className={styles.carried} style={drag.start} aria-hidden inert>
          <Card board={board} record={drag.record} included={drag.included} column={drag.from} state="carried" />
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
}: Omit<ColumnsProps, 'onClear' | 'onLimit'> & {
  readonly held: (Held & { readonly over: string | undefined }) | undefined
}) {
  const say = useListWords()
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
