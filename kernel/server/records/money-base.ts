// An amount is worth in the company's currency what it was worth on the day on which it was written: that is compared,
// sorted and summed, and does not change when rates do.

import { type RawBuilder, sql } from 'kysely'
import { decimalOf, divided, unitsOf } from '../../fields/exact.ts'
import { amountPlaces, baseColumn, currencyColumn, type Money, ratedColumn } from '../../fields/money/money.ts'
import type { Model } from '../tables/model.ts'
import type { Context } from './context.ts'

type Cells = Readonly<Record<string, unknown>>

/** Adds each amount in the company's currency, by the rate of the day; empty while no rate is known. */
export async function fillBases(ctx: Context, model: Model, rows: readonly Cells[]): Promise<Cells[]> {
  const names = moneyFields(model).filter(name => rows.some(row => name in row))
  if (names.length === 0) return [...rows]
  const currencies = rows.flatMap(row => names.map(name => String(row[currencyColumn(name)])))
  const rates = await ratesOf(ctx, new Set(currencies))
  return rows.map(row =>
    Object.assign({}, row, ...names.flatMap(name => (name in row ? [baseOf(ctx, row, name, rates)] : []))),
  )
}

export const moneyFields = (model: Model): string[] =>
  Object.entries(model.fields).flatMap(([name, { type }]) => (type === 'money' ? [name] : []))

/** The rate of a day is the last one before it, or, while there was none yet, the first that there is. */
export const rateOn = (currency: RawBuilder<unknown>, day: RawBuilder<unknown>, own: string) =>
  sql`(select r.rate from currency_rates as r where r.currency = ${currency} and r.against = ${own} and r.deleted_at is null
    order by r.day > ${day}, abs(r.day - ${day}) limit 1)`

function baseOf({ today }: Context, row: Cells, name: string, rates: ReadonlyMap<string, string>): Cells {
  const rate = rates.get(String(row[currencyColumn(name)]))
  const amount = row[name]
  if (amount === null) return { [baseColumn(name)]: null, [ratedColumn(name)]: null }
  return {
    [baseColumn(name)]: rate === undefined ? null : multiply(String(amount), rate),
    [ratedColumn(name)]: today,
  }
}

async function ratesOf(ctx: Context, currencies: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const own = ctx.kernel.locale.currency
  const foreign = [...currencies].filter(currency => currency !== own && currency !== 'null')
  if (foreign.length === 0) return new Map([[own, '1']])
  const { rows } = await sql<{ currency: string; rate: string | null }>`
    select c as currency, ${rateOn(sql`c`, sql`${ctx.today}::date`, own)} as rate from unnest(${foreign}::text[]) as c`.execute(
    ctx.db,
  )
  const known = rows.flatMap(({ currency, rate }) => (rate === null ? [] : [[currency, rate] as const]))
  return new Map([[own, '1'], ...known])
}

/** Exactly, to four decimals, half away from zero. */
export function multiply(amount: Money['amount'], rate: string): string {
  const product = unitsOf(amount, amountPlaces) * unitsOf(rate, ratePlaces)
  return decimalOf(divided(product, 10n ** BigInt(ratePlaces)), amountPlaces)
}
const ratePlaces = 10
