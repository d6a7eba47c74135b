import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import { isAdministrator } from '../access/administrator.ts'
import { inContext } from '../actions/open-context.ts'
import type { Kernel } from '../kernel.ts'
import type { AnyRow, Context, Doing } from '../records/context.ts'
import { loadFor } from '../records/load.ts'
import { restoreRecords, trashRecords } from '../records/remove.ts'
import { isSame } from '../records/same.ts'
import { updateRecords } from '../records/write.ts'
import type { Model } from '../tables/model.ts'
import type { Change, Place } from './read.ts'

export interface Undone {
  readonly undone: number
  /** Records that were left as they are, and why. */
  readonly kept: readonly { readonly object: string; readonly id: string; readonly code: string }[]
  /** By which the undoing can itself be undone. */
  readonly batch: string
}

const slice = 500

/**
 * Takes back what was done in one batch, the last first: an edit, a bulk edit, an import, a removal. What has
 * been changed since is left alone and named. Long batches go in slices, each a transaction of its own.
 */
export async function undoBatch(kernel: Kernel, doing: Doing, batch: string): Promise<Undone> {
  const own = { ...doing, source: 'undo' as const, batch: doing.batch ?? kernel.newId() }
  const kept: Undone['kept'][number][] = []
  let undone = 0
  let before: Place = { epoch: Number.MAX_SAFE_INTEGER, pos: Number.MAX_SAFE_INTEGER }
  for (;;) {
    const { changes, results } = await undoSlice(kernel, own, batch, before)
    const last = changes.at(-1)
    undone += results.filter(code => code === null).length
    kept.push(...changes.flatMap((change, at) => (results[at] ? [{ object: change.object, id: change.record_id, code: results[at] }] : [])))
    if (!last) return { undone, kept: kept.slice(0, 1000), batch: own.batch }
    before = { epoch: last.epoch, pos: last.pos }
  }
}

/** All of a slice at once; when one record refuses, one by one, so that it alone stays. */
async function undoSlice(kernel: Kernel, doing: Doing, batch: string, before: Place) {
  const changes = await inContext(kernel, doing, ctx => changesBefore(ctx, batch, before))
  requireOwn(doing, changes)
  try {
    return { changes, results: await inContext(kernel, doing, ctx => undoChanges(ctx, changes)) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const results: (string | null)[] = []
  for (const change of changes) results.push(await undoAlone(kernel, doing, change))
  return { changes, results }
}

async function undoAlone(kernel: Kernel, doing: Doing, change: Change): Promise<string | null> {
  try {
    return (await inContext(kernel, doing, ctx => undoChanges(ctx, [change])))[0] ?? null
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

const changesBefore = (ctx: Context, batch: string, { epoch, pos }: Place): Promise<Change[]> =>
  ctx.db
    .selectFrom('changes')
    .select(['epoch', 'pos', 'at', 'object', 'record_id', 'version', 'events', 'actor_id', 'source', 'batch', 'before', 'after'])
    .where('batch', '=', batch)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('epoch', 'pos'), '<', tuple(epoch, pos)))
    .orderBy('epoch', 'desc')
    .orderBy('pos', 'desc')
    .limit(slice)
    .execute()

/** People take back what they did themselves; who may do everything, also what others did. */
function requireOwn({ actor }: Doing, changes: readonly Change[]) {
  const foreign = changes.some(({ actor_id }) => actor_id !== actor.id)
  if (foreign && !isAdministrator(actor)) throw new Refused('undo.not-yours', {})
}

/** For each change null when it was taken back, or the code that says why not. */
async function undoChanges(ctx: Context, changes: readonly Change[]): Promise<(string | null)[]> {
  const results = new Map<Change, string | null>()
  for (const run of runsOf(changes)) for (const [change, code] of await undoRun(ctx, run)) results.set(change, code)
  return changes.map(change => results.get(change) ?? null)
}

type Kind = 'created' | 'deleted' | 'restored' | 'purged' | 'updated'
const kindOf = ({ events }: Change): Kind => (['created', 'deleted', 'restored', 'purged'] as const).find(kind => events.includes(kind)) ?? 'updated'

/** Neighbours of one object and one kind are undone together; a record that comes twice begins a new run. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = []
  for (const change of changes) {
    const run = runs.at(-1)
    const [first] = run ?? []
    const fits = run && first && first.object === change.object && kindOf(first) === kindOf(change) && !run.some(other => other.record_id === change.record_id)
    if (fits) run.push(change)
    else runs.push([change])
  }
  return runs
}

async function undoRun(ctx: Context, run: readonly Change[]): Promise<[Change, string | null][]> {
  const [first] = run
  const model = first && ctx.models.find(first.object)
  if (!first || !model) return run.map(change => [change, 'undo.unknown-object'])
  const kind = kindOf(first)
  if (kind === 'purged') return run.map(change => [change, 'undo.purged'])
  const ids = run.map(({ record_id }) => record_id)
  const lives = await livesOf(ctx, model.table, ids)
  const following = kind === 'deleted' ? await followingParents(ctx, model, ids) : new Set<string>()
  const fit = run.filter(({ record_id }) => !following.has(record_id) && lives.get(record_id) === (kind === 'deleted' ? 'trashed' : 'live'))
  const rows = await loadFor(ctx, model, fit.map(({ record_id }) => record_id), kind === 'updated' ? 'edit' : 'delete', kind === 'deleted' ? 'trashed' : 'live')
  const byId = new Map(rows.map(row => [row.id, row]))
  const since = kind === 'created' ? await touchedSince(ctx, fit) : new Set<string>()
  const results = run.map((change): [Change, string | null] => [
    change,
    following.has(change.record_id) ? null : reasonToKeep(change, byId.get(change.record_id), since, kind),
  ])
  const good = results.flatMap(([change, code]) => {
    const row = code === null ? byId.get(change.record_id) : undefined
    return row ? [{ change, row }] : []
  })
  const chosen = good.map(({ row }) => row)
  if (kind === 'created' || kind === 'restored') await trashRecords(ctx, model, chosen)
  else if (kind === 'deleted') await restoreRecords(ctx, model, chosen)
  else await updateRecords(ctx, model, good.map(({ change, row }) => ({ row, patch: change.before ?? {} })))
  return results
}

function reasonToKeep(change: Change, row: AnyRow | undefined, since: ReadonlySet<string>, kind: Kind): string | null {
  if (!row) return 'undo.gone'
  if (kind === 'created') return since.has(row.id) ? 'undo.changed-since' : null
  if (kind !== 'updated') return null
  return holds(row, change.after) || holds(row, change.before) ? null : 'undo.changed-since'
}

const holds = (row: AnyRow, values: Change['after']) => Object.entries(values ?? {}).every(([name, value]) => isSame(row[name] ?? null, value))

/** What went to the trash with its parent comes back with it, when the parent's own removal is undone. */
async function followingParents(ctx: Context, model: Model, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.type !== 'ref' || field.onDelete !== 'cascade') continue
    const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(model.table)} as t join ${sql.table(ctx.models.get(field.to).table)} as p
      on p.id = ${sql.ref(`t.${name}`)} and p.deleted_at = t.deleted_at where t.id = any(${[...ids]}::uuid[])`.execute(ctx.db)
    for (const { id } of rows) found.add(id)
  }
  return found
}

async function livesOf(ctx: Context, table: string, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; live: boolean }>`select id, deleted_at is null as live from ${sql.table(table)} where id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(({ id, live }) => [id, live ? 'live' : 'trashed'] as const))
}

/** Records that somebody touched after they were created here. */
async function touchedSince(ctx: Context, created: readonly Change[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('changes')
    .select('record_id')
    .distinct()
    .where('record_id', '=', sql<string>`any(${created.map(({ record_id }) => record_id)}::uuid[])`)
    .where('batch', 'not in', [...new Set([ctx.batch, ...created.map(({ batch }) => batch)])])
    .execute()
  return new Set(rows.map(row => row.record_id))
}
