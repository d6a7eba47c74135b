// Which days the calendar shows, and of whom: all of it stands in the address.

import { useNavigate, useSearch } from '@tanstack/react-router'
import { addDays, addMonths, isDay, monthOf, weekOf } from '#kernel/fields/date/day.ts'
import { dayOf } from '#kernel/fields/moment/zone.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'

export const views = ['day', 'week', 'month', 'agenda'] as const
export type View = (typeof views)[number]

interface CalendarSearch {
  readonly view?: View
  readonly on?: string
  readonly people?: string
}

export function useCalendar() {
  const { zone } = useLocale()
  const navigate = useNavigate()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const today = dayOf(Date.now(), zone)
  const view = views.find(each => each === search.view) ?? usualView()
  const on = typeof search.on === 'string' && isDay(search.on) ? search.on : today
  const people = typeof search.people === 'string' && search.people !== '' ? search.people.split(',') : undefined
  const go = (to: CalendarSearch) =>
    void navigate({
      to: '/calendar' as '/',
      search: { view, on, ...(people ? { people: people.join() } : {}), ...to } as never,
      replace: true,
    })
  return { view, on, people, today, zone, go, step: (count: number) => go({ on: stepped(view, on, count) }) }
}

/** A week is too much for a phone. */
const usualView = (): View => (matchMedia('(max-width: 48em)').matches ? 'agenda' : 'week')

function stepped(view: View, on: string, count: number) {
  if (view === 'day') return addDays(on, count)
  if (view === 'week') return addDays(on, 7 * count)
  return view === 'month' ? addMonths(monthOf(on), count) : addDays(on, 14 * count)
}

/** The days that a view shows; weeks begin on Monday. */
export function daysShown(view: View, on: string): string[] {
  const run = (first: string, count: number) => Array.from({ length: count }, (_, at) => addDays(first, at))
  if (view === 'day') return [on]
  if (view === 'week') return run(weekOf(on), 7)
  if (view === 'agenda') return run(on, 14)
  const first = weekOf(monthOf(on))
  const last = addDays(addMonths(monthOf(on), 1), -1)
  return run(first, Math.round((Date.parse(addDays(weekOf(last), 7)) - Date.parse(first)) / 86_400_000))
}
