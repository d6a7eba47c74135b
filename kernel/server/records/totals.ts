import { type RawBuilder, sql } from 'kysely'
import { typeOf } from '../../fields/index.ts'
import { currencyColumn } from '../../fields/money/money.ts'
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
}

export interface Total {
  readonly group: unknown
  readonly count: number
  /** Money by currency, never mixed; other numbers as they are. */
  readonly sums: Readonly<Record<string, unknown>>
}

const mostGroups = 1000
const mostSums = 10

export function readTotals(given: Readonly<Record<string, unknown>>, model: Model, actor: Actor): TotalsQuery {
  const { where, search, group, sum, ...rest } = given
  const [stranger] = Object.keys(rest)
  if (stranger) throw invalidField(stranger, 'unknown-parameter')
  const sums = typeof sum === 'string' && sum ? sum.split(',') : Array.isArray(sum) ? sum.map(String) : []
  if (sums.length > mostSums) throw invalidField('sum', 'too-many', { max: mostSums })
  if (search !== undefined && typeof search !== 'string') throw invalidField('search', 'not-text')
  return {
    sum: sums.map(name => requireField(model, actor, name, 'sum', canBeSummed)),
    ...(where === undefined || where === '' ? {} : { where: readWhere(where) }),
    ...(search ? { search } : {}),
    ...(group === undefined || group === ''
      ? {}
      : { group: requireField(model, actor, String(group), 'group', canBeGrouped) }),
  }
}

export const canBeSummed = (field: Field) => typeOf(field).additive === true
export const canBeGrouped = (field: Field) => ['choice', 'ref', 'flag', 'date'].includes(field.type)

function requireField(model: Model, actor: Actor, name: string, parameter: string, fits: (field: Field) => boolean) {
  const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined
  if (!field || !canSee(actor, model, name) || !fits(field))
    throw invalidField(parameter, 'totals.unknown-field', { name })
  return name
}

/** Counts and sums of what this person may see, by group. */
export async function totalsOf(reading: Reading, model: Model, query: TotalsQuery): Promise<Total[]> {
  const condition = conditionOf(reading, model, query)
  const group: RawBuilder<unknown> = query.group ? sql.ref(`t.${query.group}`) : sql`null::text`
  const from = sql`from ${sql.table(model.table)} as t where ${condition}`
  const { rows: counts } = await sql<{
    group: unknown
    count: number
  }>`select ${group} as "group", count(*) as count ${from}
    group by 1 order by 2 desc, 1 limit ${mostGroups}`.execute(reading.db)
  const sums: { name: string; rows: Sum[] }[] = []
  for (const name of query.sum) sums.push({ name, rows: await sumOf(reading, model, name, group, from) })
  return counts.map(({ group: key, count }) => ({
    group: key,
    count,
    sums: Object.fromEntries(
      sums.map(({ name, rows }) => [
        name,
        summed(
          model,
          name,
          rows.filter(row => row.group === key),
        ),
      ]),
    ),
  }))
}

interface Sum {
  readonly group: unknown
  readonly currency: string | null
  readonly sum: string
}

async function sumOf(
  reading: Reading,
  model: Model,
  name: string,
  group: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
) {
  const currency = model.fields[name]?.type === 'money' ? sql.ref(`t.${currencyColumn(name)}`) : sql`null::text`
  const { rows } =
    await sql<Sum>`select ${group} as "group", ${currency} as currency, sum(${sql.ref(`t.${name}`)})::text as sum ${from}
    and ${sql.ref(`t.${name}`)} is not null group by 1, 2 order by 2`.execute(reading.db)
  return rows
}

function summed(model: Model, name: string, rows: readonly Sum[]) {
  if (model.fields[name]?.type === 'money') return rows.map(({ currency, sum }) => ({ amount: sum, currency }))
  return rows[0] ? Number(rows[0].sum) : null
}
