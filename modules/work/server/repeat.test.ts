import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/fields/date/day.ts'
import { instantOf } from '#kernel/fields/moment/zone.ts'
import { seeded } from '../../../tests/random.ts'
import { task } from '../planned.ts'
import { dayAfter, daysWithin, instantsWithin, type Repeats, ruleOf } from './repeat.ts'

const all = Object.keys(task.fields.repeats.options) as Repeats[]
const random = seeded(7)
const someDay = () => addDays('2024-01-01', random.whole(0, 4000))
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** As another library has it. */
function theirs(repeat: Repeats, first: string, count: number): string[] {
  const rule = ruleOf(repeat, first)
  if (rule === undefined) return ofLastDays(repeat, first, count)
  const found = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(first))
  return Array.from({ length: count }, () => String(found.next()).slice(0, 10))
}

/** Where no rule says it: the last days of the months, and before them the day itself. */
function ofLastDays(repeat: Repeats, first: string, count: number) {
  const every = repeat === 'quarterly' ? 3 : 1
  const rule = ICAL.Recur.fromString(`FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=-1`)
  const found = rule.iterator(ICAL.Time.fromDateString(`${first.slice(0, 7)}-01`))
  return Array.from({ length: count }, () => {
    const last = String(found.next()).slice(0, 10)
    return [last, last.slice(0, 8) + first.slice(8)].sort()[0] as string
  })
}

test.each(all)('%s falls on the days that another library finds', repeat => {
  const starts = [...Array.from({ length: 150 }, someDay), '2024-02-29', '2024-01-31', '2025-08-30', '2025-03-29']
  for (const first of starts.filter(day => repeat !== 'weekdays' || !isWeekend(day)))
    expect(
      Array.from({ length: 30 }, (_, count) => dayAfter(repeat, first, count)),
      `${repeat} from ${first}`,
    ).toEqual(theirs(repeat, first, 30))
})

test('a span in the middle has the same days as the whole', () => {
  for (let tries = 0; tries < 400; tries++) {
    const repeat = random.pick(all)
    const first = someDay()
    const from = addDays(first, random.whole(-40, 3000))
    const to = addDays(from, random.whole(0, 120))
    const whole: string[] = []
    for (let count = 0; ; count++) {
      const day = dayAfter(repeat, first, count)
      if (day > to) break
      if (day >= from) whole.push(day)
    }
    expect([...daysWithin(repeat, first, from, to)], `${repeat} from ${first}: ${from} to ${to}`).toEqual(whole)
  }
})

const paris = 'Europe/Paris'
const weekly = (wall: string, zone = paris) => ({
  ...{ repeats: 'weekly' as const, zone, until: null, skipped: [] },
  at: instantOf(wall, zone),
})
const shown = (instants: Iterable<number>) => [...instants].map(at => new Date(at).toISOString())

test('the clock on the wall stays the same when summer ends', () => {
  const [from, to] = [Date.parse('2026-10-18T00:00:00Z'), Date.parse('2026-11-03T00:00:00Z')]
  expect(shown(instantsWithin(weekly('2026-10-19T09:00:00'), from, to))).toEqual([
    '2026-10-19T07:00:00.000Z',
    '2026-10-26T08:00:00.000Z',
    '2026-11-02T08:00:00.000Z',
  ])
})

test('an hour that is skipped is the next; of one that comes twice it is the first', () => {
  const [spring, autumn] = [Date.parse('2026-03-29T00:00:00Z'), Date.parse('2026-10-25T00:00:00Z')]
  const day = 86_400_000
  expect(shown(instantsWithin(weekly('2026-03-22T02:30:00'), spring, spring + day))).toEqual([
    '2026-03-29T01:30:00.000Z',
  ])
  expect(shown(instantsWithin(weekly('2026-10-18T02:30:00'), autumn, autumn + day))).toEqual([
    '2026-10-25T00:30:00.000Z',
  ])
  const fall = Date.parse('2026-11-01T00:00:00Z')
  expect(shown(instantsWithin(weekly('2026-10-25T01:30:00', 'America/New_York'), fall, fall + day))).toEqual([
    '2026-11-01T05:30:00.000Z',
  ])
})

test('what is skipped is not there, nor what comes after the last day', () => {
  const [from, to] = [Date.parse('2026-11-01T00:00:00Z'), Date.parse('2027-01-01T00:00:00Z')]
  const some = { ...weekly('2026-11-02T09:00:00'), until: '2026-11-23', skipped: [Date.parse('2026-11-09T08:00:00Z')] }
  expect(shown(instantsWithin(some, from, to)).map(at => at.slice(0, 10))).toEqual([
    '2026-11-02',
    '2026-11-16',
    '2026-11-23',
  ])
})
