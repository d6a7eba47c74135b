import { addDays } from '#kernel/fields/date/day.ts'
import type { Row } from '#kernel/schema/object.ts'
import { handle } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { dayIn } from '#kernel/server/records/day.ts'
import { readSettings } from '#kernel/server/settings/settings.ts'
import { dealLine, quoteLine } from '../../catalogue.ts'
import { deal } from '../../deal.ts'
import { quote } from '../../quote.ts'
import { quoteDays } from './settings.ts'

export const makeQuote = handle(deal, 'quote', async (ctx, deals) => {
  const lines = await ctx.find(dealLine, { deal: { in: deals.map(({ id }) => id) } })
  ctx.refuse(
    'quote.no-lines',
    deals.filter(({ id }) => !lines.some(line => line.deal === id)),
  )
  const valid_until = await validUntil(ctx)
  const quotes = await ctx.create(
    quote,
    deals.map(({ id, title, contact, company }) => ({
      deal: id,
      title: [...title].slice(0, 200).join(''),
      contact,
      company,
      valid_until,
    })),
  )
  const ofDeal = new Map(quotes.map(row => [row.deal as string, row.id]))
  await copyLines(ctx, lines, line => ofDeal.get(line.deal))
  return deals
})

/** The new version is a draft; who has the link to the old one is told that it no longer holds. */
export const revise = handle(quote, 'revise', async (ctx, quotes) => {
  ctx.refuse(
    'quote.not-to-revise',
    quotes.filter(({ status }) => status === 'draft' || status === 'accepted'),
  )
  const ids = quotes.map(({ id }) => id)
  const later = await ctx.find(quote, { revises: { in: ids } })
  ctx.refuse('quote.revised', later)
  const lines = await ctx.find(quoteLine, { quote: { in: ids } })
  const valid_until = await validUntil(ctx)
  const drafts = await ctx.create(
    quote,
    quotes.map(({ id, title, deal, contact, company, language, intro, terms, currency, revision }) => ({
      ...{ title, deal, contact, company, language, intro, terms, currency, valid_until },
      revises: id,
      revision: revision + 1,
    })),
  )
  const draftOf = new Map(drafts.map(row => [row.revises as string, row.id]))
  await copyLines(ctx, lines, line => draftOf.get(line.quote))
  await ctx.updateEach(
    quote,
    quotes.map(row => ({ row, patch: row.status === 'sent' ? { status: 'withdrawn' as const } : {} })),
    'revised',
  )
  return ctx.byIds(
    quote,
    drafts.map(({ id }) => id),
  )
})

async function validUntil({ db, kernel, now }: Context): Promise<string> {
  const { quote_days } = await readSettings(db, [quoteDays])
  return addDays(dayIn(kernel.locale.zone, new Date(now)), quote_days)
}

type Copied = Omit<Row<typeof dealLine>, 'id' | 'deal'>

async function copyLines<L extends Copied>(ctx: Context, lines: readonly L[], to: (line: L) => string | undefined) {
  const copies = lines.flatMap(line => {
    const { place, product, name, quantity, unit_price, discount, discount_amount, tax, recurring, periods } = line
    const of = to(line)
    if (!of) return []
    return [
      { quote: of, place, product, name, quantity, unit_price, discount, discount_amount, tax, recurring, periods },
    ]
  })
  await ctx.create(quoteLine, copies)
}
