import { sql } from 'kysely'
import { missing, Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { isAdministrator } from '../access/administrator.ts'
import { asJson } from '../database/as-json.ts'
import type { Db, Tx } from '../database/database.ts'
import type { RunStatus } from '../jobs/runs.ts'
import type { Context } from '../records/context.ts'
import type { BulkReason, BulkRun } from './tables.ts'

const names = [
  ...(['id', 'object', 'created_by', 'limits', 'source', 'verb', 'input', 'undoes', 'batch', 'status'] as const),
  ...(['total', 'done', 'position', 'changed', 'refused', 'reasons', 'place', 'worked_ms', 'attempts'] as const),
  ...(['created_at', 'updated_at', 'ended_at'] as const),
]

export async function getRun(db: Db | Tx, id: string): Promise<BulkRun> {
  const run = await db.selectFrom('bulk_runs').select(names).where('id', '=', id).executeTakeFirst()
  if (!run) throw missing('bulk', id)
  return run
}

/** Of another's run nobody learns that it exists; who may do everything sees all. */
export async function ownRun(db: Db | Tx, actor: Actor, id: string): Promise<BulkRun> {
  const run = await getRun(db, id)
  if (run.created_by !== actor.id && !isAdministrator(actor)) throw missing('bulk', id)
  return run
}

export const listRuns = (db: Db, actor: Actor) =>
  db
    .selectFrom('bulk_runs')
    .select(names)
    .where('created_by', actor.id === null ? 'is' : '=', actor.id)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

/** Holds the run until the slice is committed. Gone on without us, or stopped: nothing to do here. */
export async function holdRun(ctx: Context, { id, position, place }: BulkRun): Promise<boolean> {
  const held = await ctx.db
    .selectFrom('bulk_runs')
    .select(['status', 'position', 'place'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (
    held?.status === 'running' &&
    held.position === position &&
    JSON.stringify(held.place ?? null) === JSON.stringify(place ?? null)
  )
}

export interface Step {
  readonly position?: number
  readonly place?: object
  readonly done: number
  readonly changed: number
  readonly refusals: readonly Refusal[]
  readonly ms: number
}
export interface Refusal extends Omit<BulkReason, 'count' | 'ids'> {
  readonly id: string
}

/** What became of some records, in the transaction that wrote them. */
export async function keepStep(ctx: Context, run: BulkRun, step: Step): Promise<BulkRun> {
  const { position = run.position, place = run.place, done, changed, refusals, ms } = step
  return ctx.db
    .updateTable('bulk_runs')
    .set({
      position,
      place: asJson(place),
      done: run.done + done,
      changed: run.changed + changed,
      refused: run.refused + refusals.length,
      reasons: asJson(refusals.reduce(withRefusal, run.reasons)),
      worked_ms: sql<number>`worked_ms + ${Math.round(ms)}`,
      attempts: 0,
      updated_at: ctx.now,
    })
    .where('id', '=', run.id)
    .returning(names)
    .executeTakeFirstOrThrow()
}

const mostReasons = 20
const mostNamed = 5

/** The same reason is told once, with the first few that it is about. */
function withRefusal(reasons: readonly BulkReason[], { id, ...why }: Refusal): BulkReason[] {
  const isSame = ({ field, code }: BulkReason) => field === why.field && code === why.code
  if (!reasons.some(isSame))
    return reasons.length < mostReasons ? [...reasons, { ...why, count: 1, ids: [id] }] : [...reasons]
  return reasons.map(reason =>
    isSame(reason)
      ? { ...reason, count: reason.count + 1, ids: reason.ids.length < mostNamed ? [...reason.ids, id] : reason.ids }
      : reason,
  )
}

/** Ends a run that has not ended; of two that try, one does. The records it was about are forgotten. */
export async function endRun(ctx: Context, id: string, status: RunStatus, problem?: Refused): Promise<BulkRun> {
  const run = await getRun(ctx.db, id)
  const reasons = problem ? [...run.reasons, reasonOf(problem, run.total - run.done)] : run.reasons
  const ended = await ctx.db
    .updateTable('bulk_runs')
    .set({ status, reasons: asJson(reasons), ended_at: ctx.now, updated_at: ctx.now })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .returning(names)
    .executeTakeFirst()
  if (!ended) throw new Refused('bulk.not-now', { status: run.status })
  await ctx.db.deleteFrom('bulk_slices').where('run_id', '=', id).execute()
  return ended
}

const reasonOf = ({ code, params }: Refused, count: number): BulkReason => ({ field: '', code, params, count, ids: [] })
