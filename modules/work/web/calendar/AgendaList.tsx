import { Link } from '@tanstack/react-router'
import { dayOf, wallOf } from '#kernel/fields/moment/zone.ts'
import { regional } from '#kernel/schema/regional.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import { asStart } from '#kernel/web/ui/format.ts'
import { State } from '#kernel/web/ui/State.tsx'
import type { Calendar, Entry } from '../today.ts'
import { useWorkWords } from '../words/words.ts'
import styles from './Calendar.module.css'
import { daysOf } from './layout.ts'

interface AgendaListProps {
  readonly days: readonly string[]
  readonly today: string
  readonly calendar: Calendar | undefined
  readonly toneOf: (entry: Entry) => string
}

/** The days on which there is something, one after the other. */
export function AgendaList({ days, today, calendar, toneOf }: AgendaListProps) {
  const say = useWorkWords()
  const locale = useLocale()
  const { zone } = locale
  const full = new Intl.DateTimeFormat(regional(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const clock = (at: string) => wallOf(Date.parse(at), zone).slice(11, 16)
  if (calendar?.entries.length === 0)
    return <State icon="calendar" title={say('agenda.nothing')} hint={say('agenda.nothing.hint')} />
  const filled = days.flatMap(day => {
    const entries = (calendar?.entries ?? []).filter(entry =>
      entry.all_day ? daysOf(entry).includes(day) : dayOf(Date.parse(entry.starts_at), zone) === day,
    )
    return entries.length ? [{ day, entries }] : []
  })
  return (
    <div className={styles.agenda} aria-busy={!calendar}>
      {filled.map(({ day, entries }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={styles.agendaDay} data-today={day === today || undefined}>
            {asStart(full.format(Date.parse(day)))}
          </h2>
          <ul>
            {entries.map(entry => (
              <li key={`${entry.id} ${entry.starts_at}`}>
                <Link
                  to="/$plural/$id"
                  params={{ plural: 'meetings', id: entry.id }}
                  className={styles.agendaLine}
                  data-tone={toneOf(entry)}
                >
                  <span className={styles.agendaTime}>
                    {entry.all_day ? say('agenda.all-day') : `${clock(entry.starts_at)}–${clock(entry.ends_at)}`}
                  </span>
                  <strong>{entry.title}</strong>
                  {entry.place && <span className={styles.place}>{entry.place}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
