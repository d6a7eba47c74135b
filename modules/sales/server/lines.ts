// Lines of deals and of quotes are priced and added up alike: they differ in what they belong to.

import { sql } from 'kysely'
import type { Money } from '#kernel/fields/index.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { amountOf, coins, monthOf, type Recurring, sumUp } from '../reckoning.ts'

export interface LinesOf {
  readonly table: 'deal_lines' | 'quote_lines'
  readonly parent: 'deal' | 'quote'
}
export const ofDeals: LinesOf = { table: 'deal_lines', parent: 'deal' }
export const ofQuotes: LinesOf = { table: 'quote_lines', parent: 'quote' }

export interface LineSums {
  readonly value: Money
  readonly tax_amount: Money
  readonly total: Money
  /** Of what is paid again; a year's is exact, a month's is a twelfth of it. */
  readonly monthly: Money
  readonly yearly: Money
}

interface Stored {
  readonly of: string
  readonly currency: string
  readonly net: string
  readonly tax: string
  readonly recurring: Recurring | null
  readonly periods: string | null
}

export async function sumsOf(
  { db }: Pick<Context, 'db'>,
  { table, parent }: LinesOf,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LineSums>> {
  const { rows } = await sql<Stored>`select ${sql.ref(parent)} as of, unit_price_currency as currency, net::text,
      tax_amount::text as tax, recurring, periods
    from ${sql.table(table)} where ${sql.ref(parent)} = any(${[...ids]}::uuid[]) and deleted_at is null and net is not null`.execute(
    db,
  )
  return new Map([...Map.groupBy(rows, row => row.of)].map(([id, lines]) => [id, sumsIn(lines)]))
}

function sumsIn(lines: readonly Stored[]): LineSums {
  const currency = lines[0]?.currency ?? ''
  const money = (inCoins: bigint): Money => ({ amount: amountOf(inCoins, currency), currency })
  const { contract, yearly } = sumUp(
    lines.map(({ net, tax, recurring, periods }) => ({
      net: coins(net, currency),
      tax: coins(tax, currency),
      recurring: recurring ?? 'none',
      periods: periods === null ? null : Number(periods),
    })),
  )
  return {
    value: money(contract.net),
    tax_amount: money(contract.tax),
    total: money(contract.net + contract.tax),
    monthly: money(monthOf(yearly)),
    yearly: money(yearly),
  }
}
