// What a chart measures, in two steps: of the records of each group, and of groups put together.

import { type RawBuilder, sql } from 'kysely'
import { isPlainObject } from '../../fields/list.ts'
import { baseColumn } from '../../fields/money/money.ts'
import type { ChartValue } from '../../schema/chart.ts'
import type { Field } from '../../schema/field.ts'
import type { Filter } from '../../schema/filter.ts'
import { invalidField } from '../../schema/refused.ts'
import type { Reading } from '../records/list.ts'
import type { Model } from '../tables/model.ts'
import { isTime } from './period.ts'
import { requireSeen } from './seen.ts'

export interface Measuring {
  readonly of: 'count' | 'sum' | 'average' | 'least' | 'most' | 'share'
  /** The number of one record. */
  readonly amount?: RawBuilder<unknown>
  readonly decimals: number
  /** Amounts in any currency; the number is what they are worth in the company's. */
  readonly money?: RawBuilder<unknown>
  readonly share?: Filter
}

const counting: Measuring = { of: 'count', decimals: 0 }

export function readMeasure(reading: Reading, model: Model, given: unknown, now: string): Measuring {
  if (given === undefined || given === 'count') return counting
  const [entry, ...more] = isPlainObject(given) ? Object.entries(given) : []
  if (!entry || more.length > 0) throw unknownMeasure()
  const [of, what] = entry
  if (of === 'share' && isPlainObject(what)) return { of, share: what as Filter, decimals: 2 }
  if (of === 'sum') return { of, ...amountOf(reading, model, what, isAdded) }
  if (of === 'average' || of === 'least' || of === 'most')
    return {
      of,
      ...(isPlainObject(what) ? daysOf(reading, model, what, now) : amountOf(reading, model, what, isNumber)),
    }
  throw unknownMeasure()
}

const unknownMeasure = () =>
  invalidField('measure', 'chart.unknown-measure', { measures: 'count, sum, average, least, most, share' })

const isAdded = ({ type }: Field) => type === 'number' || type === 'money'
export const isNumber = (field: Field) => isAdded(field) || field.type === 'percent'

function amountOf(reading: Reading, model: Model, name: unknown, fits: (field: Field) => boolean) {
  const field = requireSeen(reading, model, name, 'measure', fits)
  const column = `t.${String(name)}`
  if (field.type === 'money')
    return { amount: sql.ref(`t.${baseColumn(String(name))}`), money: sql.ref(column), decimals: 2 }
  return { amount: sql.ref(column), decimals: 4 }
}

/** Between two moments by the clock; where one of them is a day, by the calendar of whoever asks. */
function daysOf(reading: Reading, model: Model, { from, to, ...rest }: Readonly<Record<string, unknown>>, now: string) {
  if (Object.keys(rest).length > 0) throw unknownMeasure()
  const zone = reading.actor.locale.zone
  const begins = pointOf(from)
  const ends = to === undefined ? { isDay: begins.isDay, sql: nowAs(begins.isDay) } : pointOf(to)
  const isWhole = begins.isDay || ends.isDay
  const amount = isWhole
    ? sql`(${dayOf(ends)} - ${dayOf(begins)})::numeric`
    : sql`(extract(epoch from ${ends.sql} - ${begins.sql}) / 86400)::numeric`
  return { amount, decimals: 2 }

  function pointOf(name: unknown) {
    const field = requireSeen(reading, model, name, 'measure', isTime)
    return { isDay: field.type === 'date', sql: sql.ref(`t.${String(name)}`) as RawBuilder<unknown> }
  }
  function nowAs(isDay: boolean) {
    return isDay ? sql`${reading.today}::date` : sql`${now}::timestamptz`
  }
  function dayOf({ isDay, sql: point }: { readonly isDay: boolean; readonly sql: RawBuilder<unknown> }) {
    return isDay ? point : sql`(${point} at time zone ${zone})::date`
  }
}

/** Columns of a group of records. */
export function partsSql({ of, amount, money }: Measuring, share: RawBuilder<unknown>): RawBuilder<unknown> {
  const parts = {
    count: [],
    sum: [sql`sum(${amount}) as amount`],
    average: [sql`sum(${amount}) as amount`, sql`count(${amount}) as filled`],
    least: [sql`min(${amount}) as amount`],
    most: [sql`max(${amount}) as amount`],
    share: [sql`count(*) filter (where ${share}) as matching`],
  }[of]
  const unrated = money ? [sql`count(${money}) - count(${amount}) as unrated`] : []
  return sql.join([sql`count(*) as count`, ...parts, ...unrated])
}

/** The value of several such groups together, as text: it may have more digits than a float. */
export function wholeSql({ of, decimals }: Measuring): RawBuilder<unknown> {
  const number = {
    count: sql`coalesce(sum(count), 0)`,
    sum: sql`coalesce(sum(amount), 0)`,
    average: sql`sum(amount) / nullif(sum(filled), 0)`,
    least: sql`min(amount)`,
    most: sql`max(amount)`,
    share: sql`100.0 * sum(matching) / nullif(sum(count), 0)`,
  }[of]
  return sql`round((${number})::numeric, ${sql.lit(decimals)})::text`
}

/** Which groups are told apart first: those with the largest sum or the most records. */
export const rankSql = ({ of }: Measuring) => (of === 'sum' ? sql`sum(amount) desc nulls last` : sql`sum(count) desc`)

export function asValue({ money }: Measuring, text: string | null, currency: string): ChartValue {
  if (text === null) return null
  return money ? { amount: text, currency } : Number(text)
}
