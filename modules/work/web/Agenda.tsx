import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addDays } from '#kernel/fields/date/day.ts'
import { wallOf } from '#kernel/fields/moment/zone.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { TroubleState } from '#kernel/web/ui/State.tsx'
import styles from './Today.module.css'
import { calendarQuery, type Entry } from './today.ts'
import { useWorkWords } from './words/words.ts'

/** Whom one meets today, the earliest first; what is over is paler. */
export function Agenda({ today }: { readonly today: string }) {
  const say = useWorkWords()
  const { zone } = useLocale()
  const { data, error, refetch } = useQuery(calendarQuery(today, addDays(today, 1), zone))
  if (error && !data) return <TroubleState error={error} retry={() => void refetch()} />
  return (
    <section className={styles.card} aria-labelledby="today-meetings" aria-busy={!data}>
      <h2 id="today-meetings" className={styles.heading}>
        {say('today.meetings')} {data && <span className={styles.count}>{data.entries.length || ''}</span>}
      </h2>
      {!data && <Skeleton height={20} m={16} radius="sm" />}
      {data?.entries.length === 0 && <p className={styles.none}>{say('today.meetings.none')}</p>}
      <ul className={styles.lines}>
        {data?.entries.map(entry => (
          <Meeting key={`${entry.id} ${entry.starts_at}`} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

function Meeting({ entry }: { readonly entry: Entry }) {
  const say = useWorkWords()
  const { zone } = useLocale()
  const clock = (at: string) => wallOf(Date.parse(at), zone).slice(11, 16)
  const now = Date.now()
  const isOver = Date.parse(entry.ends_at) < now
  return (
    <li className={styles.line} data-over={isOver || undefined}>
      <span className={styles.clock}>
        {entry.all_day ? (
          say('agenda.all-day')
        ) : (
          <>
            <time dateTime={entry.starts_at}>{clock(entry.starts_at)}</time>
            <time dateTime={entry.ends_at} className={styles.until}>
              {clock(entry.ends_at)}
            </time>
          </>
        )}
      </span>
      <div className={styles.words}>
        <Link to="/$plural/$id" params={{ plural: 'meetings', id: entry.id }} className={styles.name}>
          {entry.title}
        </Link>
        {entry.place && <div className={styles.about}>{entry.place}</div>}
      </div>
      {entry.video_link && !isOver && (
        <a className={styles.join} href={entry.video_link} target="_blank" rel="noreferrer">
          <Icon name="world" size={14} />
          {say('today.join')}
        </a>
      )}
    </li>
  )
}
