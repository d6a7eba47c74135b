// A deal that has lines is worth what they add up to.

import { sql } from 'kysely'
import type { Money } from '#kernel/fields/index.ts'
import { invalid } from '#kernel/schema/refused.ts'
import { consequence, rule } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { isSame } from '#kernel/server/records/same.ts'
import { dealLine } from '../catalogue.ts'
import { deal } from '../deal.ts'
import { amountOf, coins, monthOf } from './reckoning.ts'

export const followLines = consequence(dealLine, ['created', 'updated', 'deleted', 'restored'], async (ctx, drafts) => {
  const ids = new Set(drafts.flatMap(({ before, after }) => [after.deal, ...(before ? [before.deal] : [])]))
  const deals = await ctx.byIds(deal, [...ids])
  const sums = await sumsOf(ctx, [...ids])
  await ctx.updateEach(
    deal,
    deals.map(row => ({ row, patch: sums.get(row.id) ?? { monthly: null, yearly: null } })),
  )
})

/** What the lines say cannot be said otherwise; what an undo brings back says so again once the lines are back. */
export const keepValueOfLines = rule(deal, ['update'], async (ctx, drafts) => {
  const changed = drafts.filter(({ before, after }) => !isSame(before?.value ?? null, after.value))
  if (changed.length === 0) return undefined
  const sums = await sumsOf(
    ctx,
    changed.map(({ after }) => after.id),
  )
  const problems = drafts.flatMap(({ after }, index) => {
    const sum = changed.some(draft => draft.after === after) ? sums.get(after.id) : undefined
    if (!sum || isSame(sum.value, after.value) || ctx.source === 'undo') return []
    return [{ field: 'value', code: 'deal.value-of-lines', ...(drafts.length > 1 ? { index } : {}) }]
  })
  if (problems.length) throw invalid(problems.slice(0, 100))
  return drafts.map(({ after }) => ({ value: sums.get(after.id)?.value ?? after.value }))
})

interface Sums {
  readonly value: Money
  /** Of what is paid again; a year's is exact, a month's is a twelfth of it. */
  readonly monthly: Money
  readonly yearly: Money
}

async function sumsOf(ctx: Context, deals: readonly string[]): Promise<ReadonlyMap<string, Sums>> {
  const { rows } = await sql<{ deal: string; currency: string; value: string; yearly: string }>`
    select deal, unit_price_currency as currency, sum(contract_value)::text as value,
      sum(case recurring when 'month' then net * 12 when 'year' then net else 0 end)::text as yearly
    from deal_lines where deal = any(${[...deals]}::uuid[]) and deleted_at is null and unit_price is not null
    group by deal, unit_price_currency`.execute(ctx.db)
  return new Map(
    rows.map(({ deal: id, currency, value, yearly }) => {
      const money = (inCoins: bigint) => ({ amount: amountOf(inCoins, currency), currency })
      const year = coins(yearly, currency)
      return [id, { value: money(coins(value, currency)), monthly: money(monthOf(year)), yearly: money(year) }]
    }),
  )
}
