// A deal that has lines is worth what they add up to, and so is a quote.

import { invalid } from '#kernel/schema/refused.ts'
import { consequence, rule } from '#kernel/server/actions/behaviours.ts'
import { isSame } from '#kernel/server/records/same.ts'
import { dealLine, quoteLine } from '../catalogue.ts'
import { deal } from '../deal.ts'
import { quote } from '../quote.ts'
import { ofDeals, ofQuotes, sumsOf } from './lines.ts'

const always = ['created', 'updated', 'deleted', 'restored'] as const

export const followLines = consequence(dealLine, always, async (ctx, drafts) => {
  const ids = new Set(drafts.flatMap(({ before, after }) => [after.deal, ...(before ? [before.deal] : [])]))
  const sums = await sumsOf(ctx, ofDeals, [...ids])
  const deals = await ctx.byIds(deal, [...ids])
  await ctx.updateEach(
    deal,
    deals.map(row => {
      const sum = sums.get(row.id)
      if (!sum) return { row, patch: { monthly: null, yearly: null } }
      return { row, patch: { value: sum.value, monthly: sum.monthly, yearly: sum.yearly } }
    }),
  )
})

export const followQuoteLines = consequence(quoteLine, always, async (ctx, drafts) => {
  const ids = new Set(drafts.flatMap(({ before, after }) => [after.quote, ...(before ? [before.quote] : [])]))
  const sums = await sumsOf(ctx, ofQuotes, [...ids])
  const quotes = await ctx.byIds(quote, [...ids])
  await ctx.updateEach(
    quote,
    quotes.map(row => {
      const sum = sums.get(row.id)
      return { row, patch: sum ? { ...sum, currency: sum.value.currency } : noSums }
    }),
  )
})

const noSums = { value: null, tax_amount: null, total: null, monthly: null, yearly: null }

/** What the lines say cannot be said otherwise; what an undo brings back says so again once the lines are back. */
export const keepValueOfLines = rule(deal, ['update'], async (ctx, drafts) => {
  const changed = drafts.filter(({ before, after }) => !isSame(before?.value ?? null, after.value))
  if (changed.length === 0) return undefined
  const sums = await sumsOf(
    ctx,
    ofDeals,
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
