// What whoever has the link may do, and nothing else: read this one quote, accept or decline it.

import { sql } from 'kysely'
import { Refused } from '#kernel/schema/refused.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import type { Db, Tx } from '#kernel/server/database/database.ts'
import { lastingFileUrl } from '#kernel/server/files/signed-url.ts'
import type { Sender } from '#kernel/server/identity/sender.ts'
import { addressCounter, giveBack, takeTry } from '#kernel/server/identity/throttle.ts'
import { hashToken } from '#kernel/server/identity/token.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { Context } from '#kernel/server/records/context.ts'
import type { QuoteDocument } from '../../document.ts'
import type { Drawing } from '../../drawing.ts'
import { quote } from '../../quote.ts'
import { isOver } from './over.ts'
import { tellOwners } from './tell-owners.ts'

export interface Found {
  readonly id: string
  readonly number: string
  readonly status: 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn'
  readonly valid_until: string | null
  readonly accepted_by: string | null
  readonly answered_at: string | null
  readonly seen_at: string | null
  readonly content: string
  readonly sha256: string
  readonly made_at: string
}

/** Whoever tries links that lead nowhere soon has to wait. */
export async function findByLink(kernel: Kernel, token: string, { ip }: Sender): Promise<Found> {
  const { db } = kernel.database
  const now = kernel.clock().toISOString()
  const counter = addressCounter('quote-link', ip)
  await takeTry(db, [counter], now)
  const found = await readByLink(db, token)
  if (!found) throw new Refused('quote.no-such-link', {}, { kind: 'missing' })
  await giveBack(db, counter.key, now)
  return isOver({ kernel, now }, found.valid_until) && found.status === 'sent' ? { ...found, status: 'expired' } : found
}

async function readByLink(db: Db | Tx, token: string): Promise<Found | undefined> {
  const { rows } =
    await sql<Found>`select q.id, q.number, q.status, q.valid_until, q.accepted_by, q.answered_at, q.seen_at,
      d.content, d.sha256, d.made_at
    from quote_documents as d join quotes as q on q.id = d.quote_id
    where d.token_hash = ${hashToken(token)} and q.deleted_at is null`.execute(db)
  return rows[0]
}

/** What the page shows. Of a quote that no longer holds, no more than that. */
export function pageOf(kernel: Kernel, found: Found) {
  const { status, number, accepted_by, answered_at } = found
  const document = JSON.parse(found.content) as QuoteDocument
  const { name, logo } = document.from
  return {
    status,
    number,
    company: name,
    language: document.language,
    logo: logo ? lastingFileUrl(kernel.secrets, logo, kernel.clock(), 60 * 60_000) : null,
    document: status === 'withdrawn' ? null : document,
    accepted_by: status === 'accepted' ? accepted_by : null,
    answered_at,
  }
}

export const markSeen = (kernel: Kernel, { id }: Found) =>
  asSystem(kernel, async ctx => {
    const fresh = (await ctx.byIds(quote, [id])).filter(row => row.seen_at === null && row.status === 'sent')
    await tellOwners(ctx, await ctx.update(quote, fresh, { seen_at: ctx.now }, 'seen'), 'quote.notice-seen')
  })

export interface Signature {
  readonly name: string
  readonly drawing: Drawing | null
}

export const acceptByLink = (kernel: Kernel, found: Found, { name, drawing }: Signature, from: Sender) =>
  asSystem(kernel, async ctx => {
    await ctx.do(quote, 'accept', [found.id], { name })
    await ctx.db
      .insertInto('quote_signatures')
      .values({
        quote_id: found.id,
        name,
        drawing: drawing && sql`${JSON.stringify(drawing)}::jsonb`,
        signed_at: ctx.now,
        ip: from.ip,
        user_agent: from.userAgent,
        sha256: found.sha256,
      })
      .execute()
  })

export const declineByLink = (kernel: Kernel, found: Found, reason: string | null) =>
  asSystem(kernel, ctx => ctx.do(quote, 'decline', [found.id], { reason }))

const asSystem = <T>(kernel: Kernel, run: (ctx: Context) => Promise<T>) =>
  inContext(kernel, { actor: systemActor(kernel.locale), source: 'page' }, run)
