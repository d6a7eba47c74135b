import type { Row } from '#kernel/schema/object.ts'
import { Refused } from '#kernel/schema/refused.ts'
import { handle } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { deal } from '../../deal.ts'
import { quote } from '../../quote.ts'
import { isOver } from './over.ts'
import { tellOwners } from './tell-owners.ts'

type Quote = Row<typeof quote>

/** Accepting wins the deal, and its other quotes no longer hold. */
export const accept = handle(quote, 'accept', async (ctx, quotes, { name }) => {
  requireOpen(ctx, quotes)
  requireOneEach(quotes)
  await requireNotOvertaken(ctx, quotes)
  const accepted = await ctx.update(
    quote,
    quotes,
    { status: 'accepted', accepted_by: name, answered_at: ctx.now },
    'accepted',
  )
  const others = await ctx.find(quote, { deal: { in: accepted.map(row => row.deal) }, status: 'sent' })
  await ctx.update(quote, others, { status: 'withdrawn' }, 'withdrawn')
  await winDeals(ctx, accepted)
  await tellOwners(ctx, accepted, 'quote.notice-accepted')
  return accepted
})

export const decline = handle(quote, 'decline', async (ctx, quotes, { reason }) => {
  requireOpen(ctx, quotes)
  const declined = await ctx.update(
    quote,
    quotes,
    { status: 'declined', decline_reason: reason, answered_at: ctx.now },
    'declined',
  )
  await tellOwners(ctx, declined, 'quote.notice-declined')
  return declined
})

export const withdraw = handle(quote, 'withdraw', async (ctx, quotes) => {
  ctx.refuse(
    'quote.not-sent',
    quotes.filter(({ status }) => status !== 'sent'),
  )
  return ctx.update(quote, quotes, { status: 'withdrawn' }, 'withdrawn')
})

function requireOpen(ctx: Context, quotes: readonly Quote[]) {
  ctx.refuse(
    'quote.expired',
    quotes.filter(({ status, valid_until }) => status === 'expired' || (status === 'sent' && isOver(ctx, valid_until))),
  )
  ctx.refuse(
    'quote.answered',
    quotes.filter(({ status }) => status === 'accepted' || status === 'declined'),
  )
  ctx.refuse(
    'quote.not-sent',
    quotes.filter(({ status }) => status !== 'sent'),
  )
}

function requireOneEach(quotes: readonly Quote[]) {
  if (new Set(quotes.map(row => row.deal)).size < quotes.length) throw new Refused('quote.one-of-a-deal')
}

/** In the trash it was not withdrawn when another one was accepted: it does not hold when it comes back. */
async function requireNotOvertaken(ctx: Context, quotes: readonly Quote[]) {
  const accepted = await ctx.find(quote, { deal: { in: quotes.map(row => row.deal) }, status: 'accepted' })
  const isOlder = (row: Quote) =>
    accepted.some(other => other.deal === row.deal && (other.answered_at ?? '') > (row.sent_at ?? ''))
  ctx.refuse('quote.not-sent', quotes.filter(isOlder))
}

/** Who accepts a quote of a deal that was given up has taken it up again. */
async function winDeals(ctx: Context, quotes: readonly Quote[]) {
  const ids = quotes.map(row => row.deal)
  const deals = await ctx.byIds(deal, ids)
  const idsOf = (status: Row<typeof deal>['status']) => deals.filter(row => row.status === status).map(({ id }) => id)
  const lost = idsOf('lost')
  if (lost.length) await ctx.do(deal, 'reopen', lost, {})
  const open = [...lost, ...idsOf('open')]
  if (open.length) await ctx.do(deal, 'win', open, {})
}
