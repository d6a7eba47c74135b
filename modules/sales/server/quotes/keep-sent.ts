// A quote that was sent stays as it is: whoever wants another one revises it.

import { sql } from 'kysely'
import type { Row } from '#kernel/schema/object.ts'
import { rule } from '#kernel/server/actions/behaviours.ts'
import { isSame } from '#kernel/server/records/same.ts'
import { quoteLine } from '../../catalogue.ts'
import { deal } from '../../deal.ts'
import { quote } from '../../quote.ts'

/** What the document says. */
const said = ['title', 'deal', 'valid_until', 'language', 'intro', 'terms', 'currency', 'value', 'tax_amount'] as const
/** Whom it is for: merged into another record, they are the same still, and the document keeps the name. */
const customer = ['contact', 'company'] as const

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
  const kept = ctx.follows ? said : [...said, ...customer]
  ctx.refuse(
    'quote.sent',
    sent.flatMap(({ before, after }) => (kept.some(name => !isSame(before?.[name], after[name])) ? [after] : [])),
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

/** What was taken out before it was sent is not in its document. */
export const keepOut = rule(quoteLine, ['restore'], async (ctx, drafts) => {
  const { rows } = await sql<{ id: string }>`select q.id from quote_lines as l join quotes as q on q.id = l.quote
    where l.id = any(${drafts.map(({ after }) => after.id)}::uuid[]) and l.deleted_at < q.sent_at`.execute(ctx.db)
  ctx.refuse('quote.sent', rows)
  return undefined
})

/** What was agreed upon is kept, by law in most countries: docs/decisions/009-accepted-quotes.md. */
export const keepAccepted = rule(quote, ['purge'], async (ctx, drafts) => {
  const rows = drafts.map(({ after }) => after)
  ctx.refuse(
    'quote.kept',
    rows.filter(({ status }) => status === 'accepted'),
  )
  return undefined
})

/** Nobody takes back that a customer accepted: nor, then, that the deal is won by it. */
export const keepWon = rule(deal, ['update'], async (ctx, drafts) => {
  if (ctx.source !== 'undo') return undefined
  const ids = drafts.flatMap(({ before, after }) =>
    before?.status === 'won' && after.status !== 'won' ? [after.id] : [],
  )
  const { rows } = await sql<{ id: string }>`select deal as id from quotes
    where deal = any(${ids}::uuid[]) and status = 'accepted' and deleted_at is null`.execute(ctx.db)
  ctx.refuse('quote.won-deal', rows)
  return undefined
})

/** A product that is gone for good leaves its line as it was. */
const isOther = (before: Line, after: Line) => !isSame({ ...before, product: null }, { ...after, product: null })
type Line = Row<typeof quoteLine>
