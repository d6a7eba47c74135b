// Several records become one: what belongs to the others, points to them or is about them goes to the one that stays,
// then they go to the trash, and then it takes the values that were chosen. Everything is written by the pipeline and
// under one batch, so the log says what was before and the whole can be taken back (unmerge.ts).

import { sql } from 'kysely'
import { isEmpty } from '../../fields/empty.ts'
import type { Field } from '../../schema/field.ts'
import { isLinks } from '../../schema/field-type.ts'
import { invalid, invalidField, type Problem } from '../../schema/refused.ts'
import { canSee, canWrite } from '../access/rights.ts'
import type { AnyRow, Context } from '../records/context.ts'
import { requireVerb } from '../records/edge.ts'
import { targetsOf } from '../records/links.ts'
import { loadByIds, loadFor, loadWhere } from '../records/load.ts'
import { trashRecords } from '../records/remove.ts'
import { type Edit, updateRecords, type Values } from '../records/write.ts'
import type { Incoming, Model } from '../tables/model.ts'

export interface Merging {
  readonly survivor: string
  readonly others: readonly string[]
  /** Field → the record whose value stays. Of the rest the survivor's stays, or where it has none the first other's. */
  readonly choices: Readonly<Record<string, string>>
}

export const mostMerged = 20

export async function mergeRecords(
  ctx: Context,
  model: Model,
  { survivor: id, others, choices }: Merging,
): Promise<AnyRow> {
  const losers = [...new Set(others)]
  if (losers.length === 0 || losers.length > mostMerged) throw invalidField('others', 'too-many', { max: mostMerged })
  if (losers.includes(id)) throw invalidField('others', 'duplicates.itself')
  requireVerb(ctx, model, 'edit')
  requireVerb(ctx, model, 'delete')
  // In the order of their ids, so that two who merge the same records wait for each other instead of blocking.
  const loaded = await loadFor(ctx, model, [id, ...losers].sort(), 'edit')
  await loadFor(ctx, model, losers, 'delete')
  const byId = new Map(loaded.map(row => [row.id, row]))
  const rows = [id, ...losers].flatMap(one => byId.get(one) ?? [])
  checkChoices(ctx, model, rows, choices)
  const values = mergedValues(model, rows, choices)
  const moved = [...(await moveRefs(ctx, model, id, losers)), ...(await moveLinks(ctx, id, losers))]
  await writeAliases(ctx, model, id, losers, moved)
  await trashRecords(ctx, model, await loadByIds(ctx, model, losers))
  // What followed from the moves may have changed it.
  const [row] = await loadByIds(ctx, model, [id])
  if (!row) throw new Error('The record that others were merged into is gone.')
  await updateRecords(ctx, model, [{ row, patch: withoutSelf(model, values, [id, ...losers]) }])
  const [merged] = await loadByIds(ctx, model, [id])
  return merged ?? row
}

function checkChoices({ actor }: Context, model: Model, rows: readonly AnyRow[], choices: Merging['choices']) {
  const problems = Object.entries(choices).flatMap(([name, chosen]): Problem[] => {
    const field = Object.hasOwn(model.fields, name) ? model.fields[name] : undefined
    if (!field || !canSee(actor, model, name)) return [{ field: `choices.${name}`, code: 'unknown-field' }]
    if (field.readonly || !canWrite(actor, model, name)) return [{ field: `choices.${name}`, code: 'readonly' }]
    return rows.some(({ id }) => id === chosen) ? [] : [{ field: `choices.${name}`, code: 'duplicates.not-among' }]
  })
  if (problems.length) throw invalid(problems)
}

/** What nobody could choose, because it is hidden from them, is not lost either. */
function mergedValues(model: Model, rows: readonly AnyRow[], choices: Merging['choices']): Values {
  const entries = Object.entries(model.fields).flatMap(([name, field]) => {
    if (own.has(name)) return []
    const chosen = rows.find(({ id }) => id === choices[name])
    if (isLinks(field) && !chosen)
      return [
        [
          name,
          together(
            field,
            rows.map(row => row[name]),
          ),
        ] as const,
      ]
    const found = chosen ?? rows.find(row => !isEmpty(row[name])) ?? rows[0]
    return [[name, found?.[name] ?? null] as const]
  })
  return Object.fromEntries(entries)
}
const own = new Set(['created_by', 'created_at', 'updated_at'])

/** All that any of them is linked to, once. */
function together(field: Field, values: readonly unknown[]): unknown[] {
  const items = values.flatMap(value => (Array.isArray(value) ? value : []))
  return [...new Map(items.map(item => [keyOf(field, item), item])).values()]
}
const keyOf = (field: Field, item: unknown) =>
  targetsOf(field, [item])
    .map(({ object, id, role }) => `${object} ${id} ${role ?? ''}`)
    .join()

/** Nothing is its own parent. */
const withoutSelf = (model: Model, values: Values, ids: readonly string[]): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = model.fields[name]
      const isSelf = field?.type === 'ref' && field.to === model.name && ids.includes(String(value))
      return [name, isSelf ? null : value]
    }),
  )

async function moveRefs(ctx: Context, model: Model, to: string, losers: readonly string[]): Promise<string[]> {
  const moved: string[] = []
  for (const incoming of model.incoming) {
    const other = ctx.models.get(incoming.object)
    const rows = await loadWhere(
      ctx,
      other,
      sql`${sql.ref(`t.${incoming.field}`)} = any(${[...losers]}::uuid[]) and t.deleted_at is null`,
    )
    const moving = await withoutTwins(ctx, other, incoming, to, rows)
    const edits = moving.map((row): Edit => ({ row, patch: { [incoming.field]: row.id === to ? null : to } }))
    // One after the other: a part that becomes the main one of its record does so before the next comes.
    for (const edit of edits) await updateRecords({ ...ctx, follows: true }, other, [edit])
    moved.push(...edits.map(({ row }) => row.id))
  }
  return moved
}

/** A part that the survivor has already, by its title, stays with the record that goes; so does a second one of only one. */
async function withoutTwins(
  ctx: Context,
  other: Model,
  { field, onDelete }: Incoming,
  to: string,
  rows: readonly AnyRow[],
) {
  if (rows.length === 0 || (onDelete !== 'cascade' && !other.fields[field]?.unique)) return rows
  const there = await loadWhere(ctx, other, sql`${sql.ref(`t.${field}`)} = ${to}::uuid and t.deleted_at is null`)
  if (other.fields[field]?.unique) return there.length ? [] : rows.slice(0, 1)
  const titleOf = (row: AnyRow) => JSON.stringify(other.object.title.map(name => row[name]))
  const known = new Set(other.object.part ? there.map(titleOf) : [])
  return rows.filter(row => {
    const title = titleOf(row)
    if (other.object.part && known.has(title)) return false
    known.add(title)
    return true
  })
}

/** Notes, tasks, files: whatever is linked to one of them is linked to the survivor. */
async function moveLinks(ctx: Context, to: string, losers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    object: string
    id: string
    field: string
  }>`select distinct from_object as object, from_id as id, field
    from links where to_id = any(${[...losers]}::uuid[]) and not from_id = any(${[to, ...losers]}::uuid[])`.execute(
    ctx.db,
  )
  for (const [object, group] of Map.groupBy(rows, row => row.object)) {
    const model = ctx.models.find(object)
    if (!model) continue
    const fields = new Set(group.map(({ field }) => field))
    const found = await loadByIds(ctx, model, [...new Set(group.map(({ id }) => id))])
    const edits = found.map(row => ({
      row,
      patch: Object.fromEntries([...fields].map(name => [name, relinked(model, name, row[name], to, losers)])),
    }))
    await updateRecords(ctx, model, edits)
  }
  return rows.map(({ id }) => id)
}

function relinked(model: Model, name: string, value: unknown, to: string, losers: readonly string[]) {
  const moved = (Array.isArray(value) ? value : []).map(item => {
    if (typeof item === 'string') return losers.includes(item) ? to : item
    return losers.includes(item.id) ? { ...item, id: to } : item
  })
  return together(model.fields[name] as Field, [moved])
}

/** Whoever followed one of them follows the survivor; who left it stays away. */
async function writeAliases(
  ctx: Context,
  { name }: Model,
  to: string,
  losers: readonly string[],
  moved: readonly string[],
) {
  const { rows } = await sql<{ user_id: string }>`insert into followers (object, record_id, user_id, follows, since)
    select distinct on (user_id) object, ${to}::uuid, user_id, true, since from followers
      where record_id = any(${[...losers]}::uuid[]) and follows order by user_id, since
    on conflict do nothing returning user_id`.execute(ctx.db)
  const added = rows.map(({ user_id }) => user_id)
  const made = losers.map((old_id, at) => ({
    old_id,
    object: name,
    new_id: to,
    batch: ctx.batch,
    followers: at === 0 ? added : [],
    moved: at === 0 ? [...new Set(moved)] : [],
    at: ctx.now,
  }))
  await ctx.db
    .insertInto('aliases')
    .values(made)
    .onConflict(known =>
      known.column('old_id').doUpdateSet(row => ({
        new_id: row.ref('excluded.new_id'),
        batch: row.ref('excluded.batch'),
        followers: row.ref('excluded.followers'),
        moved: row.ref('excluded.moved'),
        at: row.ref('excluded.at'),
      })),
    )
    .execute()
}
