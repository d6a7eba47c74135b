import { isAnswer, Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { inContext } from '../actions/open-context.ts'
import { type Result, type UndoPlace, undoNext, undoStart } from '../changes/undo.ts'
import { asJob, patience } from '../jobs/runs.ts'
import type { Kernel } from '../kernel.ts'
import type { Doing } from '../records/context.ts'
import { requireVerb } from '../records/edge.ts'
import { freshActor } from '../transfer/fresh-actor.ts'
import { slice } from './begin.ts'
import { endRun, getRun, holdRun, keepStep, type Refusal } from './state.ts'
import type { BulkRun } from './tables.ts'
import { doTo, rightFor } from './verbs.ts'

export interface Running {
  readonly kernel: Kernel
  readonly signal: AbortSignal
}

/**
 * Does it, from where it was left. Each step is one transaction that holds the records, their changes and how far the
 * run has come: cut off anywhere, the next goes on behind it, and nothing is done twice.
 */
export async function runBulk(running: Running, id: string): Promise<void> {
  const found = await begin(running, id)
  if (!found) return
  try {
    if (await (found.verb === 'undo' ? undoAll : doAll)(running, found)) await end(running, id)
  } catch (error) {
    if (!isAnswer(error)) throw error
    await inContext(running.kernel, asJob(running.kernel), ctx => endRun(ctx, id, 'failed', error))
  }
}

async function begin({ kernel }: Running, id: string): Promise<BulkRun | undefined> {
  const found = await getRun(kernel.database.db, id)
  if (found.status !== 'running') return undefined
  return inContext(kernel, asJob(kernel), async ctx => {
    if (found.attempts >= patience) {
      await endRun(ctx, id, 'failed', new Refused('bulk.gave-up'))
      return undefined
    }
    const attempts = found.attempts + 1
    await ctx.db.updateTable('bulk_runs').set({ attempts, updated_at: ctx.now }).where('id', '=', id).execute()
    return found
  })
}

/** As many at once as go together: where one refuses, fewer, until it stands alone and stays as it is. */
async function doAll(running: Running, found: BulkRun): Promise<boolean> {
  let size = slice
  for (let run: BulkRun | undefined = found; run; ) {
    running.signal.throwIfAborted()
    const here: BulkRun = run
    const ids = await idsAt(running, here, size)
    if (ids.length === 0) return true
    const doing = await doingOf(running.kernel, here)
    try {
      run = await doSome(running, doing, here, ids)
      size = Math.min(slice, size * 2)
    } catch (error) {
      if (!isAnswer(error)) throw error
      if (ids.length === 1) run = await leave(running, here, ids[0] ?? '', error)
      else size = Math.ceil(ids.length / 2)
    }
  }
  return false
}

async function idsAt({ kernel }: Running, { id, position }: BulkRun, size: number) {
  const found = await kernel.database.db
    .selectFrom('bulk_slices')
    .select('ids')
    .where('run_id', '=', id)
    .where('slice', '=', Math.floor(position / slice))
    .executeTakeFirst()
  return found?.ids.slice(position % slice, (position % slice) + size) ?? []
}

async function doSome({ kernel }: Running, doing: Doing, run: BulkRun, ids: readonly string[]) {
  const began = performance.now()
  return inContext(kernel, doing, async ctx => {
    if (!(await holdRun(ctx, run))) return undefined
    const changed = await doTo(ctx, ctx.models.get(run.object), run, ids)
    const position = run.position + ids.length
    return keepStep(ctx, run, { position, done: ids.length, changed, refusals: [], ms: performance.now() - began })
  })
}

function leave({ kernel }: Running, run: BulkRun, id: string, error: Refused) {
  return inContext(kernel, asJob(kernel), async ctx => {
    if (!(await holdRun(ctx, run))) return undefined
    const refusals = [refusalOf(id, error)]
    return keepStep(ctx, run, { position: run.position + 1, done: 1, changed: 0, refusals, ms: 0 })
  })
}

function refusalOf(id: string, { code, params, problems: [first] }: Refused): Refusal {
  return first
    ? { id, field: first.field, code: first.code, params: first.params ?? {} }
    : { id, field: '', code, params }
}

/** A slice that was taken back, but not counted any more, is met again and found as it was. */
async function undoAll(running: Running, found: BulkRun): Promise<boolean> {
  const { kernel } = running
  let at = (found.place as UndoPlace | null) ?? undoStart
  for (let run: BulkRun | undefined = found; run; ) {
    running.signal.throwIfAborted()
    const began = performance.now()
    const doing = { ...(await doingOf(kernel, run)), source: 'undo' as const }
    const { results, next } = await undoNext(kernel, doing, { batch: run.undoes ?? '', record: undefined }, at)
    run = await keepUndone(running, run, results, next ?? at, performance.now() - began)
    if (run && next === undefined) return true
    at = next ?? at
  }
  return false
}

function keepUndone({ kernel }: Running, run: BulkRun, results: readonly Result[], place: UndoPlace, ms: number) {
  return inContext(kernel, asJob(kernel), async ctx => {
    if (!(await holdRun(ctx, run))) return undefined
    const refusals = results.flatMap(({ net: { id }, code }) =>
      code === null ? [] : [{ id, field: '', code, params: {} }],
    )
    const changed = results.length - refusals.length
    return keepStep(ctx, run, { place, done: results.length, changed, refusals, ms })
  })
}

/** Whoever began it, with the rights of this moment. */
async function doingOf(kernel: Kernel, { created_by, limits, source, batch, object, verb }: BulkRun): Promise<Doing> {
  const known = { id: created_by, ...(limits ? { limits } : {}) }
  const actor: Actor = await freshActor(kernel.database.db, known, kernel.locale)
  const model = kernel.models.find(object)
  if (!model && verb !== 'undo') throw new Refused('undo.unknown-object')
  if (model && verb !== 'undo') requireVerb({ actor }, model, rightFor(verb))
  return { actor, source, batch }
}

/** Who had to wait is told, wherever they are by now. */
const longWait = 10_000

function end({ kernel }: Running, id: string) {
  return inContext(kernel, asJob(kernel), async ctx => {
    const { created_by, changed, refused, created_at, object } = await endRun(ctx, id, 'done')
    if (created_by && Date.parse(ctx.now) - Date.parse(created_at) > longWait)
      await ctx.notify([created_by], { code: 'bulk.done', params: { changed, refused }, about: { object, id: null } })
  })
}
