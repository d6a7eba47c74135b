import { type KeyboardEvent, memo, type PointerEvent } from 'react'
import { isEmpty } from '../../fields/empty.ts'
import type { AnyRecord, Included } from '../client.ts'
import { shown } from '../queries.ts'
import { AllOf, useSlots } from '../slots/Slot.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { asLine, titleOf } from '../ui/titles.ts'
import { useListWords } from '../words/list/words.ts'
import type { Column } from './board.ts'
import styles from './Card.module.css'
import { CardDue } from './CardDue.tsx'
import type { BoardOf } from './use-board.ts'
import type { Held } from './use-move.ts'

/** What takes hold of a card. */
export interface CardHands {
  readonly onPress: (event: PointerEvent<HTMLElement>, held: Held) => void
  readonly onClick: (event: { preventDefault(): void }) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, held: Held) => void
}

interface CardProps extends Partial<CardHands> {
  readonly board: BoardOf
  readonly record: AnyRecord
  readonly included: Included
  readonly column: Column
  /** Moved by the keyboard or the pointer, or shown under the pointer. */
  readonly state: 'still' | 'held' | 'carried'
}

/** Name, whom it is about, amount, when it is due and whose it is. */
export const Card = memo(function Card({ board, record, included, column, state, ...hands }: CardProps) {
  const say = useListWords()
  const { object, money } = board
  const { card } = useSlots(object.name)
  const who = whoOf(board)
  const owner = included.user?.[String(record.owner_id)]?.title
  const title = titleOf(object, record, included) || say('list.untitled')
  const held = { record, included, from: column }
  const about = who && asLine(included[who.to]?.[String(record[who.name])]?.title, undefined)
  const amount = money && !isEmpty(record[money.name]) && (
    <span className={styles.money}>
      <FieldValue field={money} value={record[money.name]} included={included} place="row" />
    </span>
  )
  return (
    <article
      className={styles.card}
      data-state={state}
      data-card={record.id}
      onPointerDown={event => hands.onPress?.(event, held)}
    >
      <div className={styles.line}>
        <ToRecord
          plural={object.plural}
          id={record.id}
          className={styles.title}
          aria-describedby="board-help"
          draggable={false}
          onClick={hands.onClick}
          onKeyDown={event => hands.onKey?.(event, held)}
        >
          {title}
        </ToRecord>
        {!about && amount}
      </div>
      {about && (
        <div className={styles.line}>
          <span className={styles.who}>{about}</span>
          {amount}
        </div>
      )}
      <AllOf parts={card} of={{ record, included }} />
      <div className={styles.foot}>
        <CardDue board={board} record={record} />
        {owner && (
          <span title={owner}>
            <Avatar name={owner} id={String(record.owner_id)} size={20} />
          </span>
        )}
      </div>
    </article>
  )
})

/** Whom it is about: the first record that the list shows beside it. */
function whoOf({ object, field }: BoardOf) {
  const who = shown(object).find(
    ({ name, type }) => type === 'ref' && name !== field.name && !object.title.includes(name),
  )
  return who?.type === 'ref' ? who : undefined
}
