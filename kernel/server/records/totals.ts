import { type RawBuilder, sql } from 'kysely'
import { typeOf } from '../../fields/index.ts'
import { baseColumn, currencyColumn, type Money } from '../../fields/money/money.ts'
import type { Field } from '../../schema/field.ts'
import { invalidField } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { canSee } from '../access/rights.ts'
import { readWhere } from '../http/query.ts'
import type { Model } from '../tables/model.ts'
import { conditionOf, type Reading } from './list.ts'

export interface TotalsQuery {
  readonly where?: unknown
  readonly search?: string
  readonly group?: string
  readonly sum: readonly string[]
  readonly average: readonly string[]
}

export interface Total {
  readonly group: unknown
  readonly count: number
  /** Money by currency, never mixed; other numbers as they are. */
  readonly sums: Readonly<Record<string, unknown>>
  /** Sums of money in the company's currency, and how many amounts have no rate and are not among them. */
  readonly converted?: Readonly<Record<string, Converted>>
  /** Of those that have a value; only where they are asked for. */
  readonly averages?: Readonly<Record<string, unknown>>
}

export interface Converted extends Money {
  readonly without_rate: number
}

const mostGroups = 1000
const mostSums = 10

export function readTotals(given: Readonly<Record<string, unknown>>, model: Model, actor: Actor): TotalsQuery {
  const { where, search, group, sum, average, ...rest } = given
  const [stranger] = Object.keys(rest)
  if (stranger) throw invalidField(stranger, 'unknown-parameter')
  if (search !== undefined && typeof search !== 'string') throw invalidField('search', 'not-text')
  return {
    sum: readNames(model, actor, 'sum', sum),
    average: readNames(model, actor, 'average', average),
    ...(where === undefined || where === '' ? {} : { where: readWhere(where) }),
    ...(search ? { search } : {}),
    ...(group === undefined || group === '' ? {} : { group: readGroup(model, actor, String(group)) }),
  }
}

/** A day may stand for its month: `close_date:month`. */
function readGroup(model: Model, actor: Actor, given: string) {
  const [, name = given] = byMonth.exec(given) ?? []
  requireField(model, actor, name, 'group', name === given ? canBeGrouped : ({ type }) => type === 'date')
  return given
}
const byMonth = /^(.+):month$/

function groupColumn(given: string | undefined): RawBuilder<unknown> {
  if (given === undefined) return sql`null::text`
  const [, day] = byMonth.exec(given) ?? []
  return day ? sql`date_trunc('month', ${sql.ref(`t.${day}`)})::date` : sql.ref(`t.${given}`)
}

function readNames(model: Model, actor: Actor, parameter: string, given: unknown) {
  const names = typeof given === 'string' && given ? given.split(',') : Array.isArray(given) ? given.map(String) : []
  if (names.length > mostSums) throw invalidField(parameter, 'too-many', { max: mostSums })
  return names.map(name => requireField(model, actor, name, parameter, canBeSummed))
}

export const canBeSummed = (field: Field) => typeOf(field).additive === true
export const canBeGrouped = (field: Field) => ['choice', 'code', 'ref', 'flag', 'date'].includes(field.type)

function requireField(model: Model, actor: Actor, name: string, parameter: string, fits: (field: Field) => boolean) {
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined
  if (!field || !canSee(actor, model, name) || !fits(field))
    throw invalidField(parameter, 'totals.unknown-field', { name })
  return name
}

/** Counts and sums of what this person may see, by group. */
export async function totalsOf(reading: Reading, model: Model, query: TotalsQuery): Promise<Total[]> {
  const condition = conditionOf(reading, model, query)
  const group = groupColumn(query.group)
  const from = sql`from ${sql.table(model.table)} as t where ${condition}`
  const { rows: counts } = await sql<{
    group: unknown
    count: number
  }>`select ${group} as "group", count(*) as count ${from}
    group by 1 order by 2 desc, 1 limit ${mostGroups}`.execute(reading.db)
  const found = new Map<string, readonly Sum[]>()
  for (const name of new Set([...query.sum, ...query.average]))
    found.set(name, await sumOf(reading, model, name, group, from))
  const each = (names: readonly string[], key: unknown, of: 'sum' | 'average') =>
    Object.fromEntries(
      names.map(name => {
        const rows = (found.get(name) ?? []).filter(row => row.group === key)
        return [name, amountOf(model, name, rows, of)]
      }),
    )
  const money = query.sum.filter(name => model.fields[name]?.type === 'money')
  const converted = (key: unknown) =>
    money.length ? { converted: Object.fromEntries(money.map(name => [name, inOwn(key, found.get(name))])) } : {}
  const inOwn = (key: unknown, sums: readonly Sum[] = []): Converted => {
    const row = sums.find(({ group: of }) => of === key)
    return { amount: row?.base ?? '0.00', currency: reading.actor.locale.currency, without_rate: row?.unrated ?? 0 }
  }
  return counts.map(({ group: key, count }) => ({
    group: key,
    count,
    sums: each(query.sum, key, 'sum'),
    ...converted(key),
    ...(query.average.length ? { averages: each(query.average, key, 'average') } : {}),
  }))
}

interface Sum {
  readonly group: unknown
  readonly currency: string | null
  readonly sum: string
  readonly average: string
  /** Of all currencies together. */
  readonly base: string | null
  readonly unrated: number
}

async function sumOf(
  reading: Reading,
  model: Model,
  name: string,
  group: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
) {
  const isMoney = model.fields[name]?.type === 'money'
  const currency = isMoney ? sql.ref(`t.${currencyColumn(name)}`) : sql`null::text`
  const base = isMoney ? sql.ref(`t.${baseColumn(name)}`) : sql`null::numeric`
  const { rows } = await sql<Sum>`select ${group} as "group", ${currency} as currency,
      round(sum(sum(${base})) over each, 2)::text as base, (sum(count(*) - count(${base})) over each)::int as unrated,
      sum(${sql.ref(`t.${name}`)})::text as sum, round(avg(${sql.ref(`t.${name}`)})::numeric, 4)::text as average ${from}
    and ${sql.ref(`t.${name}`)} is not null group by 1, 2 window each as (partition by ${group}) order by 2`.execute(
    reading.db,
  )
  return rows
}

function amountOf(model: Model, name: string, rows: readonly Sum[], of: 'sum' | 'average') {
  if (model.fields[name]?.type === 'money') return rows.map(row => ({ amount: row[of], currency: row.currency }))
  return rows[0] ? Number(rows[0][of]) : null
}
