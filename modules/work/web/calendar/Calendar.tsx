import { ActionIcon, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { addDays } from '#kernel/fields/date/day.ts'
import { instantOf } from '#kernel/fields/moment/zone.ts'
import type { Locale } from '#kernel/schema/field-type.ts'
import { regional } from '#kernel/schema/regional.ts'
import { useCommands } from '#kernel/web/commands/registry.ts'
import { mayDo, useLocale, useSchema } from '#kernel/web/schema/use-schema.ts'
import { useTitle } from '#kernel/web/shell/use-title.ts'
import { asStart } from '#kernel/web/ui/format.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { TroubleState } from '#kernel/web/ui/State.tsx'
import { lazyPart } from '#kernel/web/ui/when-online.ts'
import { calendarQuery, type Entry, iso } from '../today.ts'
import { useWorkWords } from '../words/words.ts'
import { AgendaList } from './AgendaList.tsx'
import styles from './Calendar.module.css'
import { Colleagues } from './Colleagues.tsx'
import { Month } from './Month.tsx'
import { daysShown, useCalendar, type View, views } from './state.ts'
import { TimeGrid } from './TimeGrid.tsx'
import type { Place } from './use-carry.ts'
import { useMoving } from './use-moving.ts'

/** One's meetings, and those of colleagues as far as one may see them. */
export default function CalendarScreen() {
  const say = useWorkWords()
  const locale = useLocale()
  const schema = useSchema()
  const { view, on, people, today, zone, go, step } = useCalendar()
  const days = daysShown(view, on)
  const [first = on, last = on] = [days[0], days.at(-1)]
  const { data, error, refetch } = useQuery(calendarQuery(first, addDays(last, 1), zone, people))
  const { shown, move } = useMoving(data, zone)
  const [drawn, draw] = useState<Place>()
  const [isSubscribing, subscribe] = useState(false)
  const meeting = schema.byName('meeting')
  const mayAdd = meeting !== undefined && mayDo(meeting, 'create')
  const title = titleOf(view, on, days, locale)
  useTitle(say('agenda.title'))
  const onDay = (day: string) => go({ view: 'day', on: day })
  const add = () => draw({ day: on, from: 9 * 60, to: 10 * 60 })
  useCommands([
    { id: 'calendar-today', label: say('agenda.today'), icon: 'calendar', keys: 't', run: () => go({ on: today }) },
    { id: 'calendar-next', label: say('agenda.next'), keys: 'j', run: () => step(1) },
    { id: 'calendar-before', label: say('agenda.before'), keys: 'k', run: () => step(-1) },
    ...views.map((each, at) => ({
      id: `calendar-${each}`,
      label: say(`agenda.${each}`),
      icon: 'calendar',
      keys: String(at + 1),
      run: () => go({ view: each }),
    })),
    ...(mayAdd ? [{ id: 'calendar-add', label: say('plan.meeting'), icon: 'plus', keys: 'c', run: add }] : []),
  ])
  const everybody = people ?? []
  const toneOf = ({ people: who }: Entry) =>
    tones[Math.max(0, everybody.indexOf(who[0] ?? '')) % tones.length] ?? 'accent'
  const all = { days, on, today, calendar: shown, toneOf, onDay }
  return (
    <div className={styles.calendar}>
      <header className={styles.bar}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.steps}>
          <ActionIcon variant="default" size={30} aria-label={say('agenda.before')} onClick={() => step(-1)}>
            <Icon name="arrow-left" />
          </ActionIcon>
          <Button variant="default" h={30} px={12} onClick={() => go({ on: today })}>
            {say('agenda.today')}
          </Button>
          <ActionIcon variant="default" size={30} aria-label={say('agenda.next')} onClick={() => step(1)}>
            <Icon name="arrow-right" />
          </ActionIcon>
        </div>
        <fieldset className={styles.views}>
          <legend className="unseen">{say('agenda.views')}</legend>
          {views.map(each => (
            <button key={each} type="button" aria-pressed={each === view} onClick={() => go({ view: each })}>
              {say(`agenda.${each}`)}
            </button>
          ))}
        </fieldset>
        <div className={styles.end}>
          <ActionIcon variant="default" size={30} aria-label={say('agenda.feed')} onClick={() => subscribe(true)}>
            <Icon name="world" />
          </ActionIcon>
          <Colleagues people={people} tones={tones} onChange={ids => go({ people: ids.join() })} />
          {mayAdd && (
            <Button h={30} px={12} leftSection={<Icon name="plus" />} onClick={add}>
              {say('plan.meeting')}
            </Button>
          )}
        </div>
      </header>
      {error && !data && <TroubleState error={error} retry={() => void refetch()} />}
      {view === 'month' && <Month {...all} />}
      {view === 'agenda' && <AgendaList {...all} />}
      {(view === 'week' || view === 'day') && (
        <TimeGrid {...all} onMove={move} onDraw={place => mayAdd && draw(place)} />
      )}
      {isSubscribing && (
        <Suspense>
          <Subscribe onClose={() => subscribe(false)} />
        </Suspense>
      )}
      {drawn && meeting && (
        <Suspense>
          <NewMeeting
            meeting={meeting}
            start={{ starts_at: at(drawn.day, drawn.from, zone), ends_at: at(drawn.day, drawn.to, zone) }}
            onDone={() => draw(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}

const Subscribe = lazyPart(() => import('./Subscribe.tsx'))
const NewMeeting = lazyPart(() => import('../NewMeeting.tsx'))
const tones = ['accent', 'violet', 'amber', 'green', 'blue', 'red'] as const

const at = (day: string, minute: number, zone: string) =>
  iso(instantOf(iso(Date.parse(`${day}T00:00:00Z`) + minute * 60_000).slice(0, 19), zone))

function titleOf(view: View, on: string, days: readonly string[], locale: Locale) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(regional(locale), { ...options, timeZone: 'UTC' })
  if (view === 'day') return asStart(format({ weekday: 'long', day: 'numeric', month: 'long' }).format(Date.parse(on)))
  if (view === 'month') return asStart(format({ month: 'long', year: 'numeric' }).format(Date.parse(on)))
  const [first = on, last = on] = [days[0], days.at(-1)]
  return format({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(Date.parse(first), Date.parse(last))
}
