import { sql } from 'kysely'
import { canSee } from '../access/rights.ts'
import { type Net, netsOf, touchedIn } from '../changes/net.ts'
import type { AnyRow, Context } from '../records/context.ts'
import { requireVerb } from '../records/edge.ts'
import { getRecords } from '../records/get.ts'
import { loadByIds, loadFor, loadWhere } from '../records/load.ts'
import { restoreRecords } from '../records/remove.ts'
import { isSame } from '../records/same.ts'
import { updateRecords } from '../records/write.ts'
import type { Model } from '../tables/model.ts'

/** A record into which others were merged, which are still gone. */
export interface Merged {
  readonly object: string
  readonly id: string
}

export interface Unmerged {
  readonly net: Net
  /** What was written since, and stays, as far as this person may see it. */
  readonly kept: readonly string[]
}

/** The next of a batch, in the order of their ids. */
export async function nextMerged(ctx: Context, batch: string, after: string | undefined): Promise<Merged | undefined> {
  const behind = after === undefined ? sql`true` : sql`new_id > ${after}::uuid`
  const { rows } = await sql<Merged>`select object, new_id as id from aliases
    where batch = ${batch}::uuid and ${behind} order by new_id limit 1`.execute(ctx.db)
  return rows[0]
}

/**
 * Takes a merge back: the others return, what was moved goes to where it was, and the survivor gives back what it took.
 * Each field for itself: what somebody wrote since stays and is named.
 */
export async function unmerge(ctx: Context, batch: string, { object, id }: Merged): Promise<Unmerged[]> {
  const model = ctx.models.get(object)
  requireVerb(ctx, model, 'delete')
  const aliases = await ctx.db
    .selectFrom('aliases')
    .select(['old_id', 'followers', 'moved'])
    .where('batch', '=', batch)
    .where('new_id', '=', id)
    .execute()
  const gone = await loadWhere(
    ctx,
    model,
    sql`t.id = any(${aliases.map(({ old_id }) => old_id)}::uuid[]) and t.deleted_at is not null`,
  )
  if (gone.length === 0) return []
  const losers = gone.map(row => row.id)
  const [survivor] = await loadFor(ctx, model, [id], 'edit')
  await loadFor(ctx, model, losers, 'delete', 'trashed')
  const nets = await netsOf(ctx, batch, [id, ...losers, ...aliases.flatMap(({ moved }) => moved)])
  const own = nets.find(net => net.id === id)
  if (own && survivor) await freeUnique(ctx, model, own, survivor, gone)
  await restoreRecords(ctx, model, gone)
  const unmerged: Unmerged[] = []
  for (const net of nets) if (net !== own) unmerged.push({ net, kept: await takeBack({ ...ctx, follows: true }, net) })
  if (own) unmerged.push({ net: own, kept: await takeBack(ctx, own) })
  const followers = aliases.flatMap(alias => alias.followers)
  if (followers.length)
    await ctx.db.deleteFrom('followers').where('record_id', '=', id).where('user_id', 'in', followers).execute()
  return unmerged
}

/** What may stand there once only must be given back before its owner returns. */
async function freeUnique(ctx: Context, model: Model, { before }: Net, survivor: AnyRow, gone: readonly AnyRow[]) {
  const taken = Object.keys(before).filter(
    name =>
      model.fields[name]?.unique && survivor[name] !== null && gone.some(row => isSame(row[name], survivor[name])),
  )
  await updateRecords(ctx, model, [
    { row: survivor, patch: Object.fromEntries(taken.map(name => [name, before[name]])) },
  ])
}

/** Answers which fields were written since, of those that this person may see. */
async function takeBack(ctx: Context, net: Net): Promise<readonly string[]> {
  const model = ctx.models.find(net.object)
  const [row] = model ? await loadByIds(ctx, model, [net.id]) : []
  if (!model || !row) return []
  const touched = touchedIn(row, net)
  const patch = Object.fromEntries(Object.entries(net.before).filter(([name]) => !touched.includes(name)))
  await updateRecords(ctx, model, [{ row, patch }])
  return seenOf(ctx, model, net, touched)
}

async function seenOf(ctx: Context, model: Model, { id }: Net, names: readonly string[]): Promise<readonly string[]> {
  const seen = names.filter(name => canSee(ctx.actor, model, name))
  return seen.length && (await getRecords(ctx, model, [id])).length ? seen : []
}
