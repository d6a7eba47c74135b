import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Row } from '#kernel/schema/object.ts'
import { invalidField } from '#kernel/schema/refused.ts'
import { canSee } from '#kernel/server/access/rights.ts'
import { handle } from '#kernel/server/actions/behaviours.ts'
import { hashToken } from '#kernel/server/identity/token.ts'
import { periodOf, writeNumber } from '#kernel/server/numbers/number-format.ts'
import { takeNumbers } from '#kernel/server/numbers/sequences.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { dayIn } from '#kernel/server/records/day.ts'
import { readSettings } from '#kernel/server/settings/settings.ts'
import { columnsToInsert } from '#kernel/server/tables/define-table.ts'
import { insertRows } from '#kernel/server/tables/insert-rows.ts'
import { quoteLine } from '../../catalogue.ts'
import { quote } from '../../quote.ts'
import { documentsOf } from './document.ts'
import { sendJob } from './jobs.ts'
import { quoteToken } from './link.ts'
import { quoteNumbers } from './settings.ts'
import { quoteDocuments } from './tables.ts'
import { requireWhole } from './whole.ts'

type Quote = Row<typeof quote>

export const send = handle(quote, 'send', async (ctx, quotes, { email, message, unmailed }) => {
  await requireWhole(ctx, quotes)
  await requireReady(ctx, quotes)
  const addresses = unmailed ? new Map<string, string>() : await addressesOf(ctx, quotes, email)
  const numbers = await numbersOf(ctx, quotes)
  const sent = await ctx.updateEach(
    quote,
    quotes.map((row, at) => ({
      row,
      patch: {
        status: 'sent' as const,
        number: numbers[at] ?? null,
        sent_at: ctx.now,
        sent_to: addresses.get(row.id) ?? null,
      },
    })),
    'sent',
  )
  await writeDocuments(ctx, sent)
  for (const { id, sent_to } of sent)
    if (sent_to) await ctx.enqueue(sendJob, { id, email: sent_to, message, by: ctx.actor.id })
  return sent
})

async function requireReady(ctx: Context, quotes: readonly Quote[]) {
  ctx.refuse(
    'quote.not-a-draft',
    quotes.filter(({ status }) => status !== 'draft'),
  )
  const lines = await ctx.find(quoteLine, { quote: { in: quotes.map(({ id }) => id) }, net: { empty: false } })
  ctx.refuse(
    'quote.no-lines',
    quotes.filter(({ id }) => !lines.some(line => line.quote === id)),
  )
  const today = dayIn(ctx.kernel.locale.zone, new Date(ctx.now))
  ctx.refuse(
    'quote.out-of-date',
    quotes.filter(({ valid_until }) => valid_until !== null && valid_until < today),
  )
}

async function addressesOf({ db, actor, models }: Context, quotes: readonly Quote[], email: string | null) {
  const isSeen = canSee(actor, models.get('contact'), 'email')
  const { rows } = await sql<{ id: string; email: string | null }>`select q.id, c.email from quotes as q
    left join contacts as c on c.id = q.contact where q.id = any(${quotes.map(({ id }) => id)}::uuid[])`.execute(db)
  return new Map(
    rows.map(({ id, email: own }) => {
      const address = email ?? (isSeen ? own : null)
      if (address === null) throw invalidField('email', 'quote.no-address')
      return [id, address]
    }),
  )
}

/** A new version keeps the number of the first. */
async function numbersOf(ctx: Context, quotes: readonly Quote[]): Promise<readonly string[]> {
  const { quote_numbers: format } = await readSettings(ctx.db, [quoteNumbers])
  const revised = await numbersBefore(ctx, quotes)
  const day = dayIn(ctx.kernel.locale.zone, new Date(ctx.now))
  const fresh = await freshNumbers(ctx, format, day, quotes.length - revised.size)
  return quotes.map(row => {
    const before = revised.get(row.id)
    if (before !== undefined) return `${firstOf(before, row.revision - 1)}-v${row.revision}`
    return fresh.shift() ?? ''
  })
}

/** What another way of writing them has made the same is passed over. */
async function freshNumbers({ db }: Context, format: string, day: string, count: number): Promise<string[]> {
  const free: string[] = []
  while (free.length < count) {
    const taken = await takeNumbers(db, 'quote', periodOf(format, day), count - free.length)
    const written = taken.map(number => writeNumber(format, day, number))
    const { rows } = await sql<{ number: string }>`select number from quotes where number = any(${written})`.execute(db)
    const known = new Set(rows.map(({ number }) => number))
    free.push(...written.filter(number => !known.has(number)))
  }
  return free
}

const firstOf = (number: string, revision: number) => (revision > 1 ? number.replace(/-v\d+$/, '') : number)

async function numbersBefore({ db }: Context, quotes: readonly Quote[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`select q.id, before.number from quotes as q
    join quotes as before on before.id = q.revises
    where q.id = any(${quotes.map(({ id }) => id)}::uuid[]) and before.number is not null`.execute(db)
  return new Map(rows.map(({ id, number }) => [id, number]))
}

async function writeDocuments(ctx: Context, quotes: readonly Quote[]) {
  const documents = await documentsOf(ctx, quotes)
  const rows = quotes.map(({ id }, at) => {
    const content = JSON.stringify(documents[at])
    const token_hash = hashToken(quoteToken(ctx.kernel.secrets, id))
    return { quote_id: id, token_hash, content, sha256: hash('sha256', content), made_at: ctx.now }
  })
  await insertRows('quote_documents', columnsToInsert(quoteDocuments), rows).execute(ctx.db)
}
