// By what a chart is divided: the SQL of a group's key, and the filter that finds the records of a group.

import { type RawBuilder, sql } from 'kysely'
import { addDays, addMonths } from '../../fields/date/day.ts'
import { readBy, type Unit, units } from '../../schema/chart.ts'
import type { Field } from '../../schema/field.ts'
import type { Filter } from '../../schema/filter.ts'
import { invalidField } from '../../schema/refused.ts'
import type { Reading } from '../records/list.ts'
import type { Model } from '../tables/model.ts'
import { edge, inSpan, isTime } from './period.ts'
import { requireSeen } from './seen.ts'

export interface Grouping {
  readonly name: string
  readonly field: Field
  /** Of a day or a moment. */
  readonly unit?: Unit
}

/** As text; '' is nothing. */
export type Key = string

export function readGrouping(reading: Reading, model: Model, by: unknown): Grouping {
  const { field: name, unit } = readBy(typeof by === 'string' ? by : '')
  const field = requireSeen(reading, model, name, 'by', canBeDivided)
  if (isTime(field) !== (unit !== undefined) || by !== (unit ? `${name}:${unit}` : name))
    throw invalidField('by', 'chart.unknown-unit', { name, units: units.join(', ') })
  return { name, field, ...(unit ? { unit } : {}) }
}

export const canBeDivided = (field: Field) => ['choice', 'code', 'ref', 'flag'].includes(field.type) || isTime(field)

/** The key of each record's group. */
export function keySql({ name, field, unit }: Grouping, { actor }: Reading): RawBuilder<unknown> {
  const column = sql.ref(`t.${name}`)
  if (!unit) return column
  const wall = field.type === 'moment' ? sql`${column} at time zone ${actor.locale.zone}` : sql`${column}::timestamp`
  return sql`date_trunc(${unit}, ${wall})::date`
}

export function whereOfKey({ name, field, unit }: Grouping, key: Key, reading: Reading): Filter {
  if (field.type === 'flag') return { [name]: key === 'true' }
  if (key === '') return { [name]: { empty: true } }
  return unit ? inSpan(name, field, { from: key, to: next(key, unit) }, reading) : { [name]: key }
}

/** Of those that are not told apart: all the others, or, of times, all that came before. */
export function whereOfOthers({ name, field, unit }: Grouping, keys: readonly Key[], reading: Reading): Filter {
  const told = keys.filter(key => key !== '')
  const [first] = told
  if (unit) return first ? { [name]: { lt: edge(field, first, reading.actor.locale.zone) } } : {}
  return { [name]: { not_in: told, ...(told.length < keys.length ? { empty: false } : {}) } }
}

const next = (day: string, unit: Unit) => steps[unit](day)
const steps: Readonly<Record<Unit, (day: string) => string>> = {
  day: day => addDays(day, 1),
  week: day => addDays(day, 7),
  month: day => addMonths(day, 1),
  quarter: day => addMonths(day, 3),
  year: day => addMonths(day, 12),
}
