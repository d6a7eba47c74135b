// A quote that was sent stays as it is: whoever wants another one revises it.

import type { Row } from '#kernel/schema/object.ts'
import { rule } from '#kernel/server/actions/behaviours.ts'
import { isSame } from '#kernel/server/records/same.ts'
import { quoteLine } from '../../catalogue.ts'
import { deal } from '../../deal.ts'
import { quote } from '../../quote.ts'

/** What the document says. Whom a quote is for may be merged into another record: the document keeps the name. */
const said = ['title', 'deal', 'valid_until', 'language', 'intro', 'terms', 'currency', 'value', 'tax_amount'] as const

export const fillQuote = rule(quote, ['create', 'update'], async (ctx, drafts) => {
  const language = ctx.kernel.locale.language === 'fr' ? 'fr' : 'en'
  const fresh = drafts.flatMap(({ before, after }) => (before ? [] : [after.deal]))
  const deals = new Map((await ctx.byIds(deal, [...new Set(fresh)])).map(({ id, value }) => [id, value?.currency]))
  return drafts.map(({ after }) => ({
    language: after.language ?? language,
    currency: after.currency ?? deals.get(after.deal) ?? ctx.kernel.locale.currency,
  }))
})

export const keepSent = rule(quote, ['update'], async (ctx, drafts) => {
  const sent = drafts.filter(({ before }) => before && before.status !== 'draft')
  ctx.refuse(
    'quote.sent',
    sent.flatMap(({ before, after }) => (said.some(name => !isSame(before?.[name], after[name])) ? [after] : [])),
  )
  if (ctx.source === 'undo')
    ctx.refuse(
      'quote.no-way-back',
      drafts.flatMap(({ before, after }) => (before?.status === after.status ? [] : [after])),
    )
  return undefined
})

export const keepSentLines = rule(quoteLine, ['create', 'update', 'delete'], async (ctx, drafts, moment) => {
  const changed = drafts.filter(({ before, after }) => moment !== 'update' || !before || isOther(before, after))
  const ids = changed.flatMap(({ before, after }) => [after.quote, ...(before ? [before.quote] : [])])
  const quotes = await ctx.byIds(quote, [...new Set(ids)])
  ctx.refuse(
    'quote.sent',
    quotes.filter(({ status }) => status !== 'draft'),
  )
  return undefined
})

/** A product that is gone for good leaves its line as it was. */
const isOther = (before: Line, after: Line) => !isSame({ ...before, product: null }, { ...after, product: null })
type Line = Row<typeof quoteLine>
