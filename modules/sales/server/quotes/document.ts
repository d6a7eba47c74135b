// What a quote says, whole: page, PDF and signature all go by it. It is put together when the quote is sent.

import { sql } from 'kysely'
import type { Row } from '#kernel/schema/object.ts'
import type { Db, Tx } from '#kernel/server/database/database.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { dayIn } from '#kernel/server/records/day.ts'
import { companyName } from '#kernel/server/settings/company.ts'
import { letterheadAddress, letterheadFoot, letterheadLogo } from '#kernel/server/settings/letterhead.ts'
import { readSettings } from '#kernel/server/settings/settings.ts'
import type { DocumentLine, QuoteDocument } from '../../document.ts'
import type { quote } from '../../quote.ts'
import { amountOf, byRate, coins, type Sum, sumUp } from '../../reckoning.ts'

/** As much of a quote as its document needs. */
export type AnyQuote = Pick<
  Row<typeof quote>,
  'id' | 'number' | 'title' | 'language' | 'currency' | 'valid_until' | 'intro' | 'terms'
>
interface Making extends Pick<Context, 'actor' | 'kernel' | 'now'> {
  readonly db: Db | Tx
}

export async function documentsOf(ctx: Making, quotes: readonly AnyQuote[]): Promise<QuoteDocument[]> {
  const ids = quotes.map(({ id }) => id)
  const settings = await readSettings(ctx.db, [companyName, letterheadAddress, letterheadFoot, letterheadLogo])
  const [lines, receivers] = [await linesOf(ctx, ids), await receiversOf(ctx, ids)]
  const from = {
    name: settings.company_name,
    address: settings.letterhead_address,
    foot: settings.letterhead_foot,
    logo: settings.letterhead_logo,
    by: ctx.actor.name,
  }
  return quotes.map(row => {
    const own = lines.get(row.id) ?? []
    const currency = row.currency ?? ctx.kernel.locale.currency
    return {
      number: row.number,
      title: row.title,
      language: row.language ?? 'en',
      currency,
      country: ctx.kernel.locale.country,
      issued_on: dayIn(ctx.kernel.locale.zone, new Date(ctx.now)),
      valid_until: row.valid_until,
      from,
      to: receivers.get(row.id) ?? { person: null, company: null },
      intro: row.intro,
      terms: row.terms,
      lines: own.map(({ tax_amount: _, ...line }) => line),
      sums: sumsOf(own, currency),
    }
  })
}

type Reckoned = DocumentLine & { readonly tax_amount: string }

async function linesOf({ db }: Making, ids: readonly string[]): Promise<ReadonlyMap<string, Reckoned[]>> {
  const bare = (name: string) => sql`trim_scale(${sql.ref(`l.${name}`)})::text`
  const { rows } = await sql<Omit<Reckoned, 'periods'> & { readonly of: string; readonly periods: string | null }>`
    select l.quote as of, coalesce(l.name, p.name, '') as name, p.unit, ${bare('quantity')} as quantity,
      ${bare('unit_price')} as price, ${bare('discount')} as discount, ${bare('discount_amount')} as discount_amount,
      ${bare('tax')} as tax, l.recurring, l.periods::text, ${bare('net')} as net, ${bare('tax_amount')} as tax_amount
    from quote_lines as l left join products as p on p.id = l.product
    where l.quote = any(${[...ids]}::uuid[]) and l.deleted_at is null and l.net is not null
    order by l.quote, l.place, l.id`.execute(db)
  const lines = (group: typeof rows) =>
    group.map(({ of: _, periods, ...line }) => ({ ...line, periods: periods === null ? null : Number(periods) }))
  return new Map([...Map.groupBy(rows, ({ of }) => of)].map(([of, group]) => [of, lines(group)]))
}

async function receiversOf({ db }: Making, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; person: string | null; company: string | null }>`
    select q.id, nullif(trim(concat_ws(' ', c.first_name, c.last_name)), '') as person, f.name as company
    from quotes as q left join contacts as c on c.id = q.contact left join companies as f on f.id = q.company
    where q.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, person, company }) => [id, { person, company }]))
}

function sumsOf(lines: readonly Reckoned[], currency: string): QuoteDocument['sums'] {
  const reckoned = lines.map(({ net, tax, tax_amount, recurring, periods }) => ({
    net: coins(net, currency),
    tax: coins(tax_amount, currency),
    rate: Number(tax),
    recurring,
    periods,
  }))
  const { contract, each } = sumUp(reckoned)
  const written = ({ net, tax }: Sum) => ({
    net: amountOf(net, currency),
    tax: amountOf(tax, currency),
    total: amountOf(net + tax, currency),
  })
  const has = (recurring: DocumentLine['recurring']) => lines.some(line => line.recurring === recurring)
  return {
    contract: written(contract),
    once: has('none') ? written(each.none) : null,
    month: has('month') ? written(each.month) : null,
    year: has('year') ? written(each.year) : null,
    taxes: byRate(reckoned).map(({ rate, net, tax }) => ({
      rate: String(rate),
      net: amountOf(net, currency),
      tax: amountOf(tax, currency),
    })),
  }
}
