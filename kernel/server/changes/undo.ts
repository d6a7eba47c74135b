import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import { isAdministrator } from '../access/administrator.ts'
import { inContext } from '../actions/open-context.ts'
import { nextMerged, unmerge } from '../duplicates/unmerge.ts'
import type { Kernel } from '../kernel.ts'
import type { Context, Doing } from '../records/context.ts'
import { loadFor } from '../records/load.ts'
import { restoreRecords, trashRecords } from '../records/remove.ts'
import { updateRecords } from '../records/write.ts'
import type { Model } from '../tables/model.ts'
import { type Net, netsAfter, type Part, type Phase, touchedIn } from './net.ts'
import type { Place } from './read.ts'

export interface Undone {
  /** How many records are as they were before. */
  readonly undone: number
  /** Records that were left as they are, and why. */
  readonly kept: readonly Kept[]
  /** By which the undoing can itself be undone. */
  readonly batch: string
}

export interface Kept {
  readonly object: string
  readonly id: string
  readonly code: string
  /** Where the rest of the record went back: what did not. */
  readonly fields?: readonly string[]
}

/**
 * Takes back what was done in one batch: an edit, a bulk edit, an import, a removal; or only what it did to one
 * record. What has been changed since is left alone and named. Long batches go in slices, each a transaction of its own.
 *
 * What was merged is parted first (see duplicates/unmerge.ts). Then comes what was removed and then what was changed,
 * in its order: a parent comes back before its parts, and a cause is undone before its consequences, which follow by
 * themselves. Then what was created or brought back, the last first: what points to something goes before it.
 */
export async function undoBatch(kernel: Kernel, doing: Doing, batch: string, record?: string): Promise<Undone> {
  const own = { ...doing, source: 'undo' as const, batch: doing.batch ?? kernel.newId() }
  await inContext(kernel, own, ctx => requireOwn(ctx, batch))
  const results: Result[] = []
  for (let at: UndoPlace | undefined = undoStart; at; ) {
    const step = await undoNext(kernel, own, { batch, record }, at)
    results.push(...step.results)
    at = step.next
  }
  const kept = results.flatMap(({ net: { object, id }, code, fields }) =>
    code === null ? [] : [{ object, id, code, ...(fields ? { fields } : {}) }],
  )
  return { undone: results.length - kept.length, kept: kept.slice(0, 1000), batch: own.batch }
}

/** How far the undoing has come. Begun anew from an earlier place it finds its own work done. */
export interface UndoPlace {
  readonly phase: Phase | 'merges'
  readonly place?: Place | undefined
  /** The last record that others were merged into. */
  readonly merged?: string
}
export const undoStart: UndoPlace = { phase: 'merges' }
const nextPhase = { removals: 'edits', edits: 'comings', comings: undefined } as const

/** One slice of it, and where the next begins. */
export async function undoNext(
  kernel: Kernel,
  own: Doing,
  what: Omit<Part, 'phase'>,
  { phase, place, merged }: UndoPlace,
): Promise<{ readonly results: readonly Result[]; readonly next: UndoPlace | undefined }> {
  if (phase === 'merges') return undoMerge(kernel, own, what, merged)
  const nets = await inContext(kernel, own, ctx => netsAfter(ctx, { ...what, phase }, place))
  const following = nextPhase[phase]
  if (nets.length === 0) return { results: [], next: following && { phase: following } }
  return { results: await undoSlice(kernel, own, nets), next: { phase, place: nets.at(-1)?.place } }
}

/** Null when it was taken back, or the code that says why not. */
export interface Result {
  readonly net: Pick<Net, 'object' | 'id'>
  readonly code: string | null
  readonly fields?: readonly string[]
}

/** A batch that merged did nothing else. */
async function undoMerge(kernel: Kernel, own: Doing, { batch, record }: Omit<Part, 'phase'>, last: string | undefined) {
  const merged = record ? undefined : await inContext(kernel, own, ctx => nextMerged(ctx, batch, last))
  if (!merged) return { results: [], next: last === undefined ? ({ phase: 'removals' } as const) : undefined }
  const next = { phase: 'merges', merged: merged.id } as const
  try {
    const unmerged = await inContext(kernel, own, ctx => unmerge(ctx, batch, merged))
    const results = unmerged.map(({ net, kept }) =>
      kept.length ? { net, code: 'undo.changed-since', fields: kept } : { net, code: null },
    )
    return { results, next }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { results: [{ net: merged, code: error.code }], next }
  }
}

/** People take back what they did themselves; who may do everything, also what others did. */
export async function requireOwn(ctx: Context, batch: string) {
  if (isAdministrator(ctx.actor)) return
  const { rows } =
    await sql`select 1 from changes where batch = ${batch}::uuid and actor_id is distinct from ${ctx.actor.id} limit 1`.execute(
      ctx.db,
    )
  if (rows.length) throw new Refused('undo.not-yours', {})
}

/** All of a slice at once; when one record refuses, one by one, so that it alone stays. */
async function undoSlice(kernel: Kernel, doing: Doing, nets: readonly Net[]): Promise<Result[]> {
  try {
    return await inContext(kernel, doing, ctx => undoNets(ctx, nets))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (nets.length === 1) return nets.map(net => ({ net, code: error.code }))
  }
  const results: Result[] = []
  for (const net of nets) results.push(...(await undoSlice(kernel, doing, [net])))
  return results
}

async function undoNets(ctx: Context, nets: readonly Net[]): Promise<Result[]> {
  const results: Result[] = []
  for (const run of runsOf(nets)) results.push(...(await undoRun(ctx, run)))
  return results
}

/** Neighbours of one object that go the same way are undone together. */
function runsOf(nets: readonly Net[]): Net[][] {
  const runs: Net[][] = []
  for (const net of nets) {
    const run = runs.at(-1)
    const [first] = run ?? []
    if (run && first?.object === net.object && first.was === net.was) run.push(net)
    else runs.push([net])
  }
  return runs
}

async function undoRun(ctx: Context, run: readonly Net[]): Promise<Result[]> {
  const [first] = run
  const model = first && ctx.models.find(first.object)
  if (!first || !model) return run.map(net => ({ net, code: 'undo.unknown-object' }))
  const lives = await livesOf(ctx, model, run)
  const purged = run.flatMap(net =>
    net.purged || !lives.has(net.id) ? [{ net, code: net.purged ? 'undo.purged' : 'undo.gone' }] : [],
  )
  const there = run.filter(net => !net.purged && lives.has(net.id))
  if (first.was === 'live') {
    await bringBack(
      ctx,
      model,
      there.filter(({ id }) => lives.get(id) === 'trashed'),
    )
    return [...purged, ...(await takeBackEdits(ctx, model, there))]
  }
  const done = there.filter(({ id }) => lives.get(id) === 'trashed').map(net => ({ net, code: null }))
  return [
    ...purged,
    ...done,
    ...(await putAway(
      ctx,
      model,
      there.filter(({ id }) => lives.get(id) === 'live'),
      first.was,
    )),
  ]
}

async function livesOf(ctx: Context, { table }: Model, nets: readonly Net[]) {
  const { rows } = await sql<{
    id: string
    live: boolean
  }>`select id, deleted_at is null as live from ${sql.table(table)}
    where id = any(${nets.map(({ id }) => id)}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(({ id, live }) => [id, live ? ('live' as const) : ('trashed' as const)]))
}

async function bringBack(ctx: Context, model: Model, nets: readonly Net[]) {
  if (nets.length)
    await restoreRecords(
      ctx,
      model,
      await loadFor(
        ctx,
        model,
        nets.map(({ id }) => id),
        'delete',
        'trashed',
      ),
    )
}

async function takeBackEdits(ctx: Context, model: Model, nets: readonly Net[]): Promise<Result[]> {
  const edited = nets.filter(({ after }) => Object.keys(after).length > 0)
  const rows = new Map(
    (
      await loadFor(
        ctx,
        model,
        edited.map(({ id }) => id),
        'edit',
      )
    ).map(row => [row.id, row]),
  )
  const results = nets.map(net => {
    const row = rows.get(net.id)
    return { net, code: row && touchedIn(row, net).length ? 'undo.changed-since' : null }
  })
  const good = results.flatMap(({ net, code }) => {
    const row = rows.get(net.id)
    return row && code === null ? [{ row, patch: net.before }] : []
  })
  await updateRecords(ctx, model, good)
  return results
}

async function putAway(ctx: Context, model: Model, nets: readonly Net[], was: Net['was']): Promise<Result[]> {
  if (nets.length === 0) return []
  const rows = await loadFor(
    ctx,
    model,
    nets.map(({ id }) => id),
    'delete',
  )
  const since = was === 'absent' ? await touchedSince(ctx, nets) : new Set<string>()
  await trashRecords(
    ctx,
    model,
    rows.filter(({ id }) => !since.has(id)),
  )
  return nets.map(net => ({ net, code: since.has(net.id) ? 'undo.changed-since' : null }))
}

/** Records that somebody touched after they were created here. */
async function touchedSince(ctx: Context, nets: readonly Net[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ record_id: string }>`select distinct c.record_id from changes c
    join changes made on made.record_id = c.record_id and made.events @> '{created}'
    where c.record_id = any(${nets.map(({ id }) => id)}::uuid[]) and c.batch <> made.batch and c.source <> 'undo'`.execute(
    ctx.db,
  )
  return new Set(rows.map(row => row.record_id))
}
