import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { dayOf, wallOf } from '#kernel/fields/moment/zone.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import type { Calendar, Entry } from '../today.ts'
import { useWorkWords } from '../words/words.ts'
import styles from './Calendar.module.css'
import { daysOf, type Placed, placed } from './layout.ts'
import { type Held, type Place, useCarry } from './use-carry.ts'

interface TimeGridProps {
  readonly days: readonly string[]
  readonly today: string
  readonly calendar: Calendar | undefined
  readonly toneOf: (entry: Entry) => string
  readonly onMove: (entry: Entry, to: Place) => void
  readonly onDraw: (place: Place) => void
  readonly onDay: (day: string) => void
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const keyOf = ({ id, starts_at }: Entry) => `${id} ${starts_at}`
const percent = (minute: number) => `${(minute / 1440) * 100}%`

/** A day, or a week of them, from midnight to midnight; what fills days stands above. */
export function TimeGrid({ days, today, calendar, toneOf, onMove, onDraw, onDay }: TimeGridProps) {
  const say = useWorkWords()
  const { language, zone } = useLocale()
  const entries = calendar?.entries ?? []
  const timed = entries.filter(entry => !entry.all_day)
  const filling = entries.filter(entry => entry.all_day)
  const scroll = useRef<HTMLElement>(null)
  useEffect(() => {
    // The morning is in sight, the night a way up.
    if (scroll.current) scroll.current.scrollTop = (scroll.current.scrollHeight * 7) / 24
  }, [])
  const drop = (held: Held) => {
    if (held.how === 'draw') return onDraw(held)
    const entry = entries.find(each => keyOf(each) === held.key)
    if (entry) onMove(entry, held)
  }
  const { held, press, key, click, giveUp } = useCarry({ days, onDrop: drop })
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  const now = wallOf(Date.now(), zone)
  return (
    <div className={styles.week} style={{ '--days': days.length } as never} aria-busy={!calendar}>
      <div className={styles.heads}>
        <span />
        {days.map(day => (
          <button
            key={day}
            type="button"
            className={styles.head}
            data-today={day === today || undefined}
            onClick={() => onDay(day)}
          >
            <span>{weekday.format(Date.parse(day))}</span> <strong>{Number(day.slice(8))}</strong>
          </button>
        ))}
        {filling.length > 0 && <span className={styles.hour}>{say('agenda.all-day')}</span>}
        {filling.length > 0 &&
          days.map(day => (
            <div key={day} className={styles.filling}>
              {filling
                .filter(entry => daysOf(entry).includes(day))
                .map(entry => (
                  <Link
                    key={keyOf(entry)}
                    to="/$plural/$id"
                    params={{ plural: 'meetings', id: entry.id }}
                    className={styles.chip}
                    data-tone={toneOf(entry)}
                  >
                    {entry.title}
                  </Link>
                ))}
            </div>
          ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
      <section ref={scroll} className={styles.scroll} aria-label={say('agenda.hours')} tabIndex={0}>
        <div className={styles.grid}>
          <div className={styles.hours}>
            {hours.map(hour => (
              <span key={hour} className={styles.hour}>
                {hour > 0 && `${String(hour).padStart(2, '0')}:00`}
              </span>
            ))}
          </div>
          {days.map(day => (
            <div
              key={day}
              className={styles.column}
              data-day={day}
              data-today={day === today || undefined}
              onPointerDown={event => press(event, { key: undefined, how: 'draw', day, from: 0, to: 0 })}
            >
              {placed(calendar?.busy ?? [], day, zone).map(({ of, from, to }) => (
                <div
                  key={`${of.user} ${of.starts_at}`}
                  className={styles.busy}
                  style={{ top: percent(from), height: percent(to - from) }}
                >
                  {say('agenda.busy')}
                </div>
              ))}
              {placed(timed, day, zone).map(place => (
                <Block
                  key={keyOf(place.of)}
                  place={place}
                  day={day}
                  tone={toneOf(place.of)}
                  held={held?.key === keyOf(place.of) ? held : undefined}
                  carry={{ press, key, click, giveUp }}
                />
              ))}
              {held?.day === day && <Ghost held={held} />}
              {day === now.slice(0, 10) && (
                <div
                  className={styles.now}
                  style={{ top: percent(Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16))) }}
                />
              )}
            </div>
          ))}
        </div>
      </section>
      <p className="unseen" role="status">
        {held &&
          held.how !== 'draw' &&
          say('agenda.held', { day: held.day, time: `${clock(held.from)}–${clock(held.to)}` })}
      </p>
    </div>
  )
}

interface BlockProps {
  readonly place: Placed<Entry>
  readonly day: string
  readonly tone: string
  readonly held: Held | undefined
  readonly carry: Omit<ReturnType<typeof useCarry>, 'held'>
}

function Block({ place: { of: entry, from, to, lane, lanes }, day, tone, held, carry }: BlockProps) {
  const say = useWorkWords()
  const { zone } = useLocale()
  const wall = (at: string) => wallOf(Date.parse(at), zone).slice(11, 16)
  // What goes over midnight is moved in its form.
  const isWhole = dayOf(Date.parse(entry.starts_at), zone) === day && dayOf(Date.parse(entry.ends_at) - 1, zone) === day
  const mayCarry = entry.may_edit && isWhole
  const begin = (how: 'move' | 'resize'): Held => ({ key: keyOf(entry), how, day, from, to })
  const time = `${wall(entry.starts_at)}–${wall(entry.ends_at)}`
  return (
    <Link
      to="/$plural/$id"
      params={{ plural: 'meetings', id: entry.id }}
      className={styles.block}
      data-tone={tone}
      data-held={held ? true : undefined}
      data-short={to - from < 40 || undefined}
      draggable={false}
      {...(mayCarry ? { 'aria-description': say('agenda.help') } : {})}
      style={{
        top: percent(from),
        height: percent(to - from),
        left: `${(lane / lanes) * 100}%`,
        width: `calc(${100 / lanes}% - 3px)`,
      }}
      onPointerDown={event => (mayCarry ? carry.press(event, begin('move')) : event.stopPropagation())}
      onKeyDown={event => mayCarry && carry.key(event, begin('move'))}
      onBlur={carry.giveUp}
      onClick={carry.click}
    >
      <strong>{entry.title}</strong>
      <span>
        {time}
        {entry.place && ` · ${entry.place}`}
      </span>
      {mayCarry && (
        <i className={styles.handle} onPointerDown={event => carry.press(event as never, begin('resize'))} />
      )}
    </Link>
  )
}

const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':')

const Ghost = ({ held: { from, to } }: { readonly held: Held }) => (
  <div className={styles.ghost} style={{ top: percent(from), height: percent(Math.min(to, 1440) - from) }}>
    {clock(from)}–{clock(to)}
  </div>
)
