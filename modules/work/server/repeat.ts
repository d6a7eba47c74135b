// What repeats: on which days, and at which instants. A day that a month does not have is its last; a clock that skips
// the hour shows the next one, and of an hour that comes twice it is the first.

import { addDays, addMonths } from '#kernel/fields/date/day.ts'
import { dayOf, instantOf, wallOf } from '#kernel/fields/moment/zone.ts'
import type { Row } from '#kernel/schema/object.ts'
import type { task } from '../planned.ts'

export type Repeats = NonNullable<Row<typeof task>['repeats']>

/** The day after so many repetitions; the first is none. */
export function dayAfter(repeat: Repeats, first: string, count: number): string {
  switch (repeat) {
    case 'daily':
      return addDays(first, count)
    case 'weekly':
      return addDays(first, 7 * count)
    case 'fortnightly':
      return addDays(first, 14 * count)
    case 'monthly':
      return addMonths(first, count)
    case 'quarterly':
      return addMonths(first, 3 * count)
    case 'yearly':
      return addMonths(first, 12 * count)
    case 'weekdays':
      return afterWeekdays(first, count)
    case 'monthly_weekday':
      return sameWeekday(first, addMonths(`${first.slice(0, 7)}-01`, count))
  }
}

/** No repetition takes longer: so many days are at least so many of them. */
const longest: Readonly<Record<Repeats, number>> = {
  daily: 1,
  weekdays: 3,
  weekly: 7,
  fortnightly: 14,
  monthly: 31,
  monthly_weekday: 35,
  quarterly: 92,
  yearly: 366,
}

/** Those from one day to another, both among them. */
export function* daysWithin(repeat: Repeats, first: string, from: string, to: string): Generator<string> {
  const skipped = Math.floor((Date.parse(from) - Date.parse(first)) / 86_400_000 / longest[repeat]) - 1
  for (let count = Math.max(0, skipped); ; count++) {
    const day = dayAfter(repeat, first, count)
    if (day > to || day === '9999-12-31') return
    if (day >= from) yield day
  }
}

export interface Repeating {
  readonly repeats: Repeats
  /** The first instant, in milliseconds, and the zone by whose clock it repeats. */
  readonly at: number
  readonly zone: string
  readonly until: string | null
  readonly skipped: readonly number[]
}

/** The instants in a span, its end not among them. */
export function* instantsWithin(
  { repeats, at, zone, until, skipped }: Repeating,
  from: number,
  to: number,
): Generator<number> {
  const time = wallOf(at, zone).slice(10)
  const last = dayOf(to, zone)
  const end = until !== null && until < last ? until : last
  const begin = dayOf(Math.max(from, at), zone)
  for (const day of daysWithin(repeats, dayOf(at, zone), begin, end)) {
    const instant = instantOf(`${day}${time}`, zone)
    if (instant >= from && instant < to && instant >= at && !skipped.includes(instant)) yield instant
  }
}

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

/** From a day of the weekend one counts from the Monday after it. */
function afterWeekdays(first: string, count: number) {
  const day = weekday(first)
  if (count === 0) return first
  const [monday, done] =
    day === 0 || day === 6 ? [addDays(first, day === 0 ? 1 : 2), count - 1] : [addDays(first, 1 - day), day - 1 + count]
  return addDays(monday, Math.floor(done / 5) * 7 + (done % 5))
}

/** The second Tuesday of another month; of the fifth, its last. */
function sameWeekday(first: string, month: string) {
  const place = Math.floor((Number(first.slice(8)) - 1) / 7)
  const day = addDays(month, (weekday(first) - weekday(month) + 7) % 7)
  const found = addDays(day, 7 * place)
  return place < 4 ? found : lastOf(day)
}

function lastOf(firstOfThem: string) {
  const fifth = addDays(firstOfThem, 28)
  return fifth.slice(0, 7) === firstOfThem.slice(0, 7) ? fifth : addDays(firstOfThem, 21)
}

/**
 * As calendars write it to each other; undefined where they do not agree on how it is said: on the 29th and the 30th of
 * each month, or its last day where it is shorter. The 31st is the last.
 */
export function ruleOf(repeat: Repeats, first: string): string | undefined {
  const date = Number(first.slice(8))
  const months = date === 31 ? ';BYMONTHDAY=-1' : ''
  if (date > 28 && date < 31 && (repeat === 'monthly' || repeat === 'quarterly')) return undefined
  const place = Math.floor((date - 1) / 7)
  const rules: Readonly<Record<Repeats, string>> = {
    daily: 'FREQ=DAILY',
    weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    weekly: 'FREQ=WEEKLY',
    fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
    monthly: `FREQ=MONTHLY${months}`,
    quarterly: `FREQ=MONTHLY;INTERVAL=3${months}`,
    monthly_weekday: `FREQ=MONTHLY;BYDAY=${place < 4 ? place + 1 : -1}${weekdays[weekday(first)]}`,
    yearly: first.endsWith('-02-29') ? 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1' : 'FREQ=YEARLY',
  }
  return rules[repeat]
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
