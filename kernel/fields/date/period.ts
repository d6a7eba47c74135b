import { FieldProblem } from '../../schema/field-type.ts'
import { isPlainObject } from '../list.ts'
import { addDays, addMonths, monthOf, quarterOf, weekOf, yearOf } from './day.ts'

/** Half-open: from is in it, to is not. */
export interface Span {
  readonly from: string
  readonly to: string
}

const week = (today: string, count: number) => between(addDays(weekOf(today), 7 * count), day => addDays(day, 7))
const months = (start: string, count: number, length: number) =>
  between(addMonths(start, count * length), day => addMonths(day, length))
const between = (from: string, next: (day: string) => string): Span => ({ from, to: next(from) })

const named = {
  today: (today: string) => between(today, day => addDays(day, 1)),
  yesterday: (today: string) => between(addDays(today, -1), day => addDays(day, 1)),
  tomorrow: (today: string) => between(addDays(today, 1), day => addDays(day, 1)),
  this_week: (today: string) => week(today, 0),
  last_week: (today: string) => week(today, -1),
  next_week: (today: string) => week(today, 1),
  this_month: (today: string) => months(monthOf(today), 0, 1),
  last_month: (today: string) => months(monthOf(today), -1, 1),
  next_month: (today: string) => months(monthOf(today), 1, 1),
  this_quarter: (today: string) => months(quarterOf(today), 0, 3),
  last_quarter: (today: string) => months(quarterOf(today), -1, 3),
  this_year: (today: string) => months(yearOf(today), 0, 12),
  last_year: (today: string) => months(yearOf(today), -1, 12),
} satisfies Record<string, (today: string) => Span>

export type NamedPeriod = keyof typeof named
/** A stretch of time as seen from today; `last` and `next` count today: `{ last: '30 days' }`. */
export type Period = NamedPeriod | { readonly last: string } | { readonly next: string }
export const namedPeriods = Object.keys(named) as readonly NamedPeriod[]

export function parsePeriod(input: unknown): Period {
  if (typeof input === 'string' && Object.hasOwn(named, input)) return input as NamedPeriod
  if (!isPlainObject(input) || Object.keys(input).length !== 1) throw new FieldProblem('not-a-period')
  if (Object.hasOwn(input, 'last')) return { last: parseAmount(input.last) }
  if (Object.hasOwn(input, 'next')) return { next: parseAmount(input.next) }
  throw new FieldProblem('not-a-period')
}

/** The days of a period; today is given in the zone that counts. */
export function daysOf(period: Period, today: string): Span {
  if (typeof period === 'string') return named[period](today)
  if ('last' in period) return { from: moved(today, period.last, -1), to: addDays(today, 1) }
  return { from: today, to: addDays(moved(today, period.next, 1), 1) }
}

const amount = /^(\d{1,4}) (day|week|month|year)s?$/

function parseAmount(input: unknown) {
  const count = typeof input === 'string' ? Number(amount.exec(input)?.[1]) : Number.NaN
  if (typeof input !== 'string' || !(count >= 1 && count <= 1000)) throw new FieldProblem('not-a-period')
  return input
}

function moved(today: string, text: string, sign: 1 | -1) {
  const [, digits, unit] = amount.exec(text) ?? []
  const count = Number(digits) * sign
  if (unit === 'day' || unit === 'week') return addDays(today, unit === 'week' ? count * 7 : count)
  return addMonths(today, unit === 'year' ? count * 12 : count)
}
