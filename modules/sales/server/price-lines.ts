// A line takes what it does not say itself from its product and from the deal’s price list, and is reckoned.

import { sql } from 'kysely'
import { tidy } from '#kernel/fields/exact.ts'
import type { Row } from '#kernel/schema/object.ts'
import { invalid, type Problem } from '#kernel/schema/refused.ts'
import { rule } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { isSame } from '#kernel/server/records/same.ts'
import { dealLine, quoteLine } from '../catalogue.ts'
import { deal } from '../deal.ts'
import { quote } from '../quote.ts'
import { amountOf, reckon } from '../reckoning.ts'
import { type LinesOf, ofDeals, ofQuotes } from './lines.ts'

type Line = Omit<Row<typeof dealLine>, 'id' | 'deal'> & { readonly id: string; readonly of: string }
interface LineDraft {
  readonly before: Line | null
  readonly after: Line
}

export const priceDealLines = rule(dealLine, ['create', 'update'], async (ctx, drafts) => {
  // Held, so that two who add lines at once see each other's.
  const deals = await ctx.byIds(deal, [...new Set(drafts.map(({ after }) => after.deal))])
  const own = new Map(deals.map(({ id, value }) => [id as string, value?.currency ?? ctx.kernel.locale.currency]))
  const of = (row: Row<typeof dealLine>): Line => ({ ...row, of: row.deal })
  return priced(ctx, ofDeals, own, draftsOf(drafts, of))
})

export const priceQuoteLines = rule(quoteLine, ['create', 'update'], async (ctx, drafts) => {
  const quotes = await ctx.byIds(quote, [...new Set(drafts.map(({ after }) => after.quote))])
  const own = new Map(quotes.map(({ id, currency }) => [id as string, currency ?? ctx.kernel.locale.currency]))
  const of = (row: Row<typeof quoteLine>): Line => ({ ...row, of: row.quote })
  return priced(ctx, ofQuotes, own, draftsOf(drafts, of))
})

const draftsOf = <R>(drafts: readonly { before: R | null; after: R }[], of: (row: R) => Line): LineDraft[] =>
  drafts.map(({ before, after }) => ({ before: before && of(before), after: of(after) }))

async function priced(ctx: Context, kind: LinesOf, own: ReadonlyMap<string, string>, drafts: readonly LineDraft[]) {
  const lines = drafts.map(({ after }) => after)
  const offers = await offersOf(ctx, kind, lines, own)
  const filled = lines.map((line, at) => fill(line, drafts[at]?.before ?? null, offers[at]))
  await requireOneCurrency(ctx, kind, filled)
  return filled.map((line, at) => {
    const { name, unit_price, tax, recurring } = line
    return { name, unit_price, tax, recurring, ...reckoned(line, at, filled.length) }
  })
}

interface Offer {
  readonly name: string | null
  readonly tax: string | null
  readonly recurring: Line['recurring']
  readonly price: string | null
  readonly currency: string
}

/** What each line's product is called and costs: on the list by the steepest step that the quantity reaches, else as the product says. */
async function offersOf(
  ctx: Context,
  { parent }: LinesOf,
  lines: readonly Line[],
  currencies: ReadonlyMap<string, string>,
) {
  const dealOf = { deal: sql`l.of`, quote: sql`(select deal from quotes where id = l.of)` }[parent]
  const { rows } = await sql<Offer>`
    select p.name, p.tax, p.recurring, l.currency,
      coalesce(step.price, case when p.price_currency = l.currency then p.price end)::text as price
    from unnest(${lines.map(line => line.of)}::uuid[], ${lines.map(line => line.product)}::uuid[],
      ${lines.map(line => String(line.quantity))}::numeric[], ${lines.map(line => currencies.get(line.of) ?? '')}::text[])
      with ordinality as l (of, product, quantity, currency, place)
    left join deals as d on d.id = ${dealOf} left join products as p on p.id = l.product
    left join lateral (
      select pp.price from product_prices as pp where pp.product = l.product and pp.price_list = d.price_list
        and pp.deleted_at is null and pp.price_currency = l.currency and pp.from_quantity <= l.quantity
        and (pp.valid_from is null or pp.valid_from <= ${ctx.today}::date)
        and (pp.valid_until is null or pp.valid_until >= ${ctx.today}::date)
      order by pp.from_quantity desc, pp.valid_from desc nulls last, pp.id limit 1) as step on true
    order by l.place`.execute(ctx.db)
  return rows
}

/** Another product is another name and price, unless they are given with it. */
function fill(line: Line, before: Line | null, offer: Offer | undefined): Line {
  const isOther = before !== null && before.product !== line.product && line.product !== null
  const kept = <N extends keyof Line>(name: N) => (isOther && before?.[name] === line[name] ? null : line[name])
  const price = offer?.price ? { amount: tidy(offer.price), currency: offer.currency } : null
  return {
    ...line,
    name: kept('name') ?? offer?.name ?? null,
    unit_price: isSame(isOther ? before?.unit_price : undefined, line.unit_price) ? price : (line.unit_price ?? price),
    tax: kept('tax') ?? Number(offer?.tax ?? 0),
    recurring: kept('recurring') ?? offer?.recurring ?? 'none',
  }
}

async function requireOneCurrency(ctx: Context, { table, parent }: LinesOf, lines: readonly Line[]) {
  const { rows } = await sql<{
    of: string
    currency: string
  }>`select distinct ${sql.ref(parent)} as of, unit_price_currency as currency
    from ${sql.table(table)} where ${sql.ref(parent)} = any(${lines.map(line => line.of)}::uuid[]) and deleted_at is null and unit_price is not null
      and id <> all(${lines.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
  const known = new Map(rows.map(row => [row.of, row.currency]))
  const problems = lines.flatMap((line, index): Problem[] => {
    const currency = known.get(line.of) ?? line.unit_price?.currency
    if (currency !== undefined) known.set(line.of, currency)
    const at = lines.length > 1 ? { index } : {}
    return (['unit_price', 'discount_amount'] as const).flatMap(field => {
      const given = line[field]?.currency
      return given === undefined || currency === undefined || given === currency
        ? []
        : [{ field, code: 'line.other-currency', params: { currency }, ...at }]
    })
  })
  if (problems.length) throw invalid(problems.slice(0, 100))
}

/** More than a column of money holds. */
const tooMuch = /^-?\d{15,}\./

function reckoned(line: Line, index: number, count: number): Pick<Line, 'net' | 'tax_amount' | 'contract_value'> {
  const { unit_price: price, tax, recurring } = line
  if (price === null) return { net: null, tax_amount: null, contract_value: null }
  const sums = reckon(
    {
      quantity: line.quantity,
      price: price.amount,
      discount: line.discount,
      discountAmount: line.discount_amount?.amount ?? null,
      tax: tax ?? 0,
      recurring: recurring ?? 'none',
      periods: line.periods,
    },
    price.currency,
  )
  const money = (inCoins: bigint) => ({ amount: amountOf(inCoins, price.currency), currency: price.currency })
  const [net, tax_amount, contract_value] = [money(sums.net), money(sums.tax), money(sums.contract)]
  if ([net, tax_amount, contract_value].some(({ amount }) => tooMuch.test(amount)))
    throw invalid([{ field: 'unit_price', code: 'line.too-much', ...(count > 1 ? { index } : {}) }])
  return { net, tax_amount, contract_value }
}
