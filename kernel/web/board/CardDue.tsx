import type { ReactNode } from 'react'
import { isEmpty } from '../../fields/empty.ts'
import type { NextStep } from '../../schema/next-step.ts'
import type { AnyRecord } from '../client.ts'
import { shown } from '../queries.ts'
import { useLocale } from '../schema/use-schema.ts'
import { type Due, dueOf, formatDue } from '../ui/due.ts'
import { Icon } from '../ui/Icon.tsx'
import { asLine } from '../ui/titles.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Card.module.css'
import type { BoardOf } from './use-board.ts'

interface CardDueProps {
  readonly board: BoardOf
  readonly record: AnyRecord
}

/** What comes next: late in red, today in amber. Where nothing can be planned, the day that the record itself has. */
export function CardDue({ board, record }: CardDueProps) {
  const say = useListWords()
  const locale = useLocale()
  const { object, field } = board
  const now = Date.now()
  const step = record.next_step as NextStep | null | undefined
  if (step)
    return (
      <Line due={dueOf(step.at, now, locale.zone)} title={step.title}>
        <span className={styles.what}>{asLine(step.title, undefined)}</span>
        {step.at && <time dateTime={step.at}>{formatDue(step.at, now, locale)}</time>}
      </Line>
    )
  // The declared board has what is still under way.
  if (step === null && object.board?.by === field.name)
    return (
      <Line due="missing">
        <span>{say('board.no-next-step')}</span>
      </Line>
    )
  const when = shown(object).find(({ name, type }) => type === 'date' && name !== field.name)
  if (!when || isEmpty(record[when.name])) return <span />
  const day = String(record[when.name])
  return (
    <Line due={dueOf(day, now, locale.zone)} title={when.label}>
      <time dateTime={day}>{formatDue(day, now, locale)}</time>
    </Line>
  )
}

interface LineProps {
  readonly due: Due | 'missing'
  readonly title?: string
  readonly children: ReactNode
}

const icons: Readonly<Record<LineProps['due'], string>> = {
  ...{ overdue: 'clock', today: 'clock', later: 'clock', none: 'checkbox' },
  missing: 'alert',
}

const Line = ({ due, title, children }: LineProps) => (
  <span className={styles.due} data-due={due} title={title}>
    <Icon name={icons[due]} size={14} />
    {children}
  </span>
)
