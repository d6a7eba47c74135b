import type { Money } from '../../fields/money/money.ts'
import { baseColumn } from '../../fields/money/money.ts'
import { column, defineTable, type TableRow } from '../tables/define-table.ts'
import type { Model } from '../tables/model.ts'
import type { Context } from './context.ts'

/** What one unit of a currency was worth in the company's, from a day on. */
export const exchangeRates = defineTable('exchange_rates', {
  primary: ['currency', 'day'],
  columns: { currency: column<string>('text'), day: column<string>('date'), rate: column<string>('numeric(20,10)') },
})
declare module '../database/database.ts' {
  interface Tables {
    exchange_rates: TableRow<typeof exchangeRates>
  }
}

type Cells = Readonly<Record<string, unknown>>

/** Adds each amount in the company's currency, by the rate of the day; empty while no rate is known. */
export async function fillBases(ctx: Context, model: Model, rows: readonly Cells[]): Promise<Cells[]> {
  const names = Object.entries(model.fields).flatMap(([name, field]) =>
    field.type === 'money' && rows.some(row => name in row) ? [name] : [],
  )
  if (names.length === 0) return [...rows]
  const rates = await ratesOf(ctx, new Set(rows.flatMap(row => names.map(name => String(row[`${name}_currency`])))))
  return rows.map(row => ({
    ...row,
    ...Object.fromEntries(names.filter(name => name in row).map(name => [baseColumn(name), baseOf(row, name, rates)])),
  }))
}

function baseOf(row: Cells, name: string, rates: ReadonlyMap<string, string>) {
  const rate = rates.get(String(row[`${name}_currency`]))
  return row[name] === null || rate === undefined ? null : multiply(String(row[name]), rate)
}

async function ratesOf(ctx: Context, currencies: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const own = ctx.kernel.locale.currency
  const foreign = [...currencies].filter(currency => currency !== own && currency !== 'null')
  if (foreign.length === 0) return new Map([[own, '1']])
  const rows = await ctx.db
    .selectFrom('exchange_rates')
    .distinctOn('currency')
    .select(['currency', 'rate'])
    .where('currency', 'in', foreign)
    .where('day', '<=', ctx.today)
    .orderBy('currency')
    .orderBy('day', 'desc')
    .execute()
  return new Map([[own, '1'], ...rows.map(({ currency, rate }) => [currency, rate] as const)])
}

/** Exactly, to four decimals, half away from zero. */
export function multiply(amount: Money['amount'], rate: string): string {
  const product = scaled(amount, 4) * scaled(rate, 10)
  const half = product < 0n ? -(10n ** 10n) / 2n : 10n ** 10n / 2n
  const result = (product + half) / 10n ** 10n
  const digits = String(result < 0n ? -result : result).padStart(5, '0')
  return `${result < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`
}

function scaled(decimal: string, places: number): bigint {
  const [whole = '0', part = ''] = decimal.replace('-', '').split('.')
  const value = BigInt(whole + part.slice(0, places).padEnd(places, '0'))
  return decimal.startsWith('-') ? -value : value
}
