import { hash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { runHot } from '../database/hot.ts'
import { along } from '../database/transaction.ts'
import type { Context } from '../records/context.ts'
import { unnested } from '../tables/insert-rows.ts'
import { changes } from './tables.ts'

export interface ChangeDraft {
  readonly id: string
  readonly version: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

/** What was done, in the transaction that does it: one row per record, carrying its events. */
export async function recordChanges(
  ctx: Context,
  object: string,
  events: readonly string[],
  drafts: readonly ChangeDraft[],
) {
  if (drafts.length) await along(ctx.db, runHot(ctx.db, sql`with ${recording(ctx, object, events, drafts)}`))
}

/** The same together with the statement that does it: in one way to the server and back. */
export const recorded = (
  write: RawBuilder<unknown>,
  ctx: Context,
  object: string,
  events: readonly string[],
  drafts: readonly ChangeDraft[],
) => sql`with written as (${write}), ${recording(ctx, object, events, drafts)}`

function recording(ctx: Context, object: string, events: readonly string[], drafts: readonly ChangeDraft[]) {
  const same = { at: ctx.now, object, events, actor_id: ctx.actor.id, source: ctx.source, batch: ctx.batch }
  const rows = drafts.map(({ id, version, before, after }) => ({
    record_id: id,
    version,
    before,
    after,
    digest: hash('sha256', JSON.stringify([before, after]), 'buffer'),
  }))
  return sql`entered as materialized (select change_enter() as epoch)
    insert into changes (epoch, ${sql.raw(names)}) select (select epoch from entered), ${unnested(written, rows, same)}`
}

const written = Object.entries(changes.columns)
  .filter(([name]) => name !== 'pos' && name !== 'epoch')
  .map(([name, { type }]) => ({ name, type }))
const names = written.map(({ name }) => name).join(', ')
