import { addDays, addMonths, lastDay } from '../../fields/date/day.ts'
import { daysOf, type Period, parsePeriod, type Span } from '../../fields/date/period.ts'
import { startOf } from '../../fields/moment/zone.ts'
import type { Field } from '../../schema/field.ts'
import type { Filter } from '../../schema/filter.ts'
import type { Reading } from '../records/list.ts'

export interface Stretch {
  readonly field: string
  readonly during: Period
}

export const isTime = (field: Field) => field.type === 'date' || field.type === 'moment'

export const stretchOf = (field: string, during: unknown): Stretch => ({ field, during: parsePeriod(during) })

export const spanOf = ({ during }: Stretch, { today }: Reading): Span => daysOf(during, today)

/** A calendar month before a calendar month, however long; as many days before as there are in it otherwise. */
export function spanBefore({ during }: Stretch, { from, to }: Span, toDate: string | undefined): Span {
  const months = typeof during === 'string' ? (monthsIn[during.split('_')[1] ?? ''] ?? 0) : 0
  const start = months ? addMonths(from, -months) : addDays(from, -daysBetween(from, to))
  const whole = { from: start, to: from }
  if (toDate === undefined) return whole
  const sameDay = addDays(start, daysBetween(from, toDate) + 1)
  return sameDay > start && sameDay < whole.to ? { from: start, to: sameDay } : whole
}

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The days as a filter has them: a moment begins when the day does where the person is. */
export function inSpan(name: string, field: Field | undefined, { from, to }: Span, { actor }: Reading): Filter {
  const end = to < lastDay ? { lt: edge(field, to, actor.locale.zone) } : {}
  return { [name]: { gte: edge(field, from, actor.locale.zone), ...end } }
}

export const edge = (field: Field | undefined, day: string, zone: string) =>
  field?.type === 'moment' ? new Date(startOf(day, zone)).toISOString() : day
