import { Link } from '@tanstack/react-router'
import { dayOf, wallOf } from '#kernel/fields/moment/zone.ts'
import { regional } from '#kernel/schema/regional.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import type { Calendar, Entry } from '../today.ts'
import { useWorkWords } from '../words/words.ts'
import styles from './Calendar.module.css'
import { daysOf } from './layout.ts'

interface MonthProps {
  readonly days: readonly string[]
  readonly on: string
  readonly today: string
  readonly calendar: Calendar | undefined
  readonly toneOf: (entry: Entry) => string
  readonly onDay: (day: string) => void
}

const most = 4

/** Weeks one under the other, with as much of each day as there is room for. */
export function Month({ days, on, today, calendar, toneOf, onDay }: MonthProps) {
  const say = useWorkWords()
  const locale = useLocale()
  const { zone } = locale
  const weekday = new Intl.DateTimeFormat(locale.language, { weekday: 'short', timeZone: 'UTC' })
  const full = new Intl.DateTimeFormat(regional(locale), { dateStyle: 'full', timeZone: 'UTC' })
  const of = (day: string) =>
    (calendar?.entries ?? []).filter(entry =>
      entry.all_day ? daysOf(entry).includes(day) : dayOf(Date.parse(entry.starts_at), zone) === day,
    )
  return (
    <div className={styles.month} aria-busy={!calendar}>
      {days.slice(0, 7).map(day => (
        <span key={day} className={styles.weekday}>
          {weekday.format(Date.parse(day))}
        </span>
      ))}
      {days.map(day => (
        <div key={day} className={styles.cell} data-other={day.slice(0, 7) !== on.slice(0, 7) || undefined}>
          <button
            type="button"
            className={styles.date}
            data-today={day === today || undefined}
            aria-label={full.format(Date.parse(day))}
            onClick={() => onDay(day)}
          >
            {Number(day.slice(8))}
          </button>
          {of(day)
            .slice(0, most)
            .map(entry => (
              <Link
                key={`${entry.id} ${entry.starts_at}`}
                to="/$plural/$id"
                params={{ plural: 'meetings', id: entry.id }}
                className={styles.chip}
                data-tone={toneOf(entry)}
              >
                {!entry.all_day && <span>{wallOf(Date.parse(entry.starts_at), zone).slice(11, 16)}</span>} {entry.title}
              </Link>
            ))}
          {of(day).length > most && (
            <button type="button" className={styles.rest} onClick={() => onDay(day)}>
              {say('agenda.more', { count: of(day).length - most })}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}
