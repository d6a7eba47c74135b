import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, memo, type PointerEvent, type ReactNode } from 'react'
import { dayOf } from '../../fields/moment/zone.ts'
import type { AnyRecord, Included } from '../client.ts'
import { shown } from '../queries.ts'
import { useLocale } from '../schema/use-schema.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { FieldValue, isEmpty } from '../ui/FieldValue.tsx'
import { Icon } from '../ui/Icon.tsx'
import { asLine, titleOf } from '../ui/titles.ts'
import { useListWords } from '../words/list/words.ts'
import type { Column } from './board.ts'
import styles from './Card.module.css'
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
  const { when, who } = partsOf(board)
  const owner = included.user?.[String(record.owner_id)]?.title
  const title = titleOf(object, record) || say('list.untitled')
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
      <Link
        to="/$plural/$id"
        params={{ plural: object.plural, id: record.id }}
        className={styles.title}
        aria-describedby="board-help"
        draggable={false}
        onClick={hands.onClick}
        onKeyDown={event => hands.onKey?.(event, held)}
      >
        {title}
      </Link>
      {(about || amount) && (
        <div className={styles.middle}>
          <span className={styles.who}>{about}</span>
          {amount}
        </div>
      )}
      <div className={styles.foot}>
        {when && !isEmpty(record[when.name]) ? (
          <Due day={String(record[when.name])} label={when.label}>
            <FieldValue field={when} value={record[when.name]} included={included} place="row" />
          </Due>
        ) : (
          <span />
        )}
        {owner && (
          <span title={owner}>
            <Avatar name={owner} size={20} />
          </span>
        )}
      </div>
    </article>
  )
})

function partsOf({ object, field }: BoardOf) {
  const fields = shown(object).filter(({ name }) => name !== field.name && !object.title.includes(name))
  const who = fields.find(each => each.type === 'ref')
  return { when: fields.find(({ type }) => type === 'date'), who: who?.type === 'ref' ? who : undefined }
}

type DueProps = { readonly day: string; readonly label: string; readonly children: ReactNode }

/** Red when it is past, amber today. */
function Due({ day, label, children }: DueProps) {
  const { zone } = useLocale()
  const today = dayOf(Date.now(), zone)
  return (
    <span className={styles.due} data-due={day < today ? 'past' : day === today ? 'today' : 'later'} title={label}>
      <Icon name={day < today ? 'alert' : 'calendar'} size={14} />
      {children}
    </span>
  )
}
