import { missing, Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { asJson } from '../database/as-json.ts'
import type { Db, Tx } from '../database/database.ts'
import { a, oneOf, orNull, says } from '../describe/answers.ts'
import { patience, progressOf, type RunStatus } from '../jobs/runs.ts'
import type { Context } from '../records/context.ts'
import type { AlikeRun } from './tables.ts'

const names = [
  ...(['id', 'object', 'kind', 'status', 'created_by', 'limits', 'source', 'batch', 'least', 'total'] as const),
  ...(['done', 'found', 'left_out', 'place', 'attempts', 'worked_ms', 'created_at', 'updated_at', 'ended_at'] as const),
]

export async function insertRun(
  ctx: Context,
  run: Pick<AlikeRun, 'object' | 'kind' | 'source' | 'least' | 'total'>,
): Promise<AlikeRun> {
  const { actor, now, batch } = ctx
  const inserted = await ctx.db
    .insertInto('alike_runs')
    .values({
      id: ctx.kernel.newId(),
      ...run,
      batch,
      created_by: actor.id,
      limits: asJson(actor.limits ?? null),
      status: 'running',
      created_at: now,
      updated_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(names)
    .executeTakeFirst()
  if (!inserted) throw new Refused('duplicates.running', { object: run.object }, { kind: 'conflict' })
  await ctx.enqueue('duplicates.run', { id: inserted.id })
  return inserted
}

export async function getRun(db: Db | Tx, id: string): Promise<AlikeRun> {
  const run = await db.selectFrom('alike_runs').select(names).where('id', '=', id).executeTakeFirst()
  if (!run) throw missing('alike_run', id)
  return run
}

export const lastRun = (db: Db | Tx, object: string, kind: AlikeRun['kind']) =>
  db
    .selectFrom('alike_runs')
    .select(names)
    .where('object', '=', object)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Counts that somebody works on it again. */
export async function takeUp(ctx: Context, id: string): Promise<AlikeRun | undefined> {
  const run = await getRun(ctx.db, id)
  if (run.status !== 'running') return undefined
  if (run.attempts >= patience) return void (await endRun(ctx, id, 'failed'))
  await ctx.db
    .updateTable('alike_runs')
    .set({ attempts: run.attempts + 1, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  return run
}

/** Holds the run until the slice is committed. Gone on without us, or stopped: nothing to do here. */
export async function holdRun(ctx: Context, { id, place }: AlikeRun): Promise<boolean> {
  const held = await ctx.db
    .selectFrom('alike_runs')
    .select(['status', 'place'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held?.status === 'running' && held.place === place
}

export interface Step extends Pick<AlikeRun, 'place' | 'done' | 'found' | 'left_out'> {
  readonly ms: number
}

export const keepStep = (ctx: Context, run: AlikeRun, { place, done, found, left_out, ms }: Step): Promise<AlikeRun> =>
  ctx.db
    .updateTable('alike_runs')
    .set({
      place,
      done: run.done + done,
      found: run.found + found,
      left_out: run.left_out + left_out,
      worked_ms: run.worked_ms + Math.round(ms),
      attempts: 0,
      updated_at: ctx.now,
    })
    .where('id', '=', run.id)
    .returning(names)
    .executeTakeFirstOrThrow()

export async function endRun(ctx: Context, id: string, status: RunStatus): Promise<AlikeRun> {
  const ended = await ctx.db
    .updateTable('alike_runs')
    .set({ status, ended_at: ctx.now, updated_at: ctx.now })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .returning(names)
    .executeTakeFirst()
  if (!ended) throw new Refused('bulk.not-now', { status: (await getRun(ctx.db, id)).status })
  return ended
}

/** How far it has come, for a page. */
export const runAnswer = says({
  ...{ id: a.id, kind: oneOf('scan', 'merge'), status: a.text, total: a.whole, done: a.whole, found: a.whole },
  ...{ left_out: a.whole, least: orNull(a.number), batch: orNull(a.id), own: a.flag },
  ...{ share: a.number, seconds_left: orNull(a.number), created_at: a.moment, ended_at: orNull(a.moment) },
})

export function viewOf(run: AlikeRun, actor: Actor) {
  const { id, kind, status, total, done, found, left_out, batch, least, created_at, ended_at, created_by } = run
  const counts = { total, done, found, left_out }
  return {
    id,
    kind,
    status,
    ...counts,
    least,
    batch,
    ...progressOf(run),
    own: created_by === actor.id,
    created_at,
    ended_at,
  }
}
