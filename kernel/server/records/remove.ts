// Removing goes to the trash, from which records come back whole; purging is for good. Both follow the refs.

import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import { recordChanges } from '../changes/record.ts'
import { updateSame } from '../tables/insert-rows.ts'
import type { Incoming, Model } from '../tables/model.ts'
import { applyConsequences, applyRules } from './around.ts'
import type { AnyRow, Context } from './context.ts'
import { loadWhere } from './load.ts'
import { updateRecords } from './write.ts'
import { explainWrite } from './write-errors.ts'

export async function trashRecords(ctx: Context, model: Model, rows: readonly AnyRow[]): Promise<AnyRow[]> {
  await refuseInUse(ctx, model, rows)
  const trashed = await setDeleted(ctx, model, rows, ctx.now)
  for (const { other, children } of await dependents(ctx, model, rows, 'cascade', sql`t.deleted_at is null`))
    await trashRecords(ctx, other, children)
  return trashed
}

/** With the children that went with them. */
export async function restoreRecords(ctx: Context, model: Model, rows: readonly AnyRow[]): Promise<AnyRow[]> {
  const together = sql`t.deleted_at in (select deleted_at from ${sql.table(model.table)} where id = any(${idsOf(rows)}::uuid[]))`
  const groups = await dependents(ctx, model, rows, 'cascade', together)
  const restored = await setDeleted(ctx, model, rows, null)
  for (const { other, children } of groups) await restoreRecords(ctx, other, children)
  return restored
}

/** For good. What points here is cleared, removed too, or forbids it, as its ref says. `going` is on its way already. */
export async function purgeRecords(
  ctx: Context,
  model: Model,
  rows: readonly AnyRow[],
  going: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (rows.length === 0) return
  const gone = new Set([...going, ...idsOf(rows)])
  await applyRules(
    ctx,
    model,
    'purge',
    rows.map(row => ({ before: row, after: row })),
  )
  for (const { other, children } of await dependents(
    ctx,
    model,
    rows,
    'cascade',
    sql`t.id <> all(${[...gone]}::uuid[])`,
  ))
    await purgeRecords(ctx, other, children, gone)
  for (const { other, children, field } of await dependents(ctx, model, rows, 'clear', sql`true`))
    await updateRecords(
      ctx,
      other,
      children.map(row => ({ row, patch: { [field]: null } })),
    )
  await recordChanges(
    ctx,
    model.name,
    ['purged'],
    rows.map(row => ({ id: row.id, version: row.version + 1, before: null, after: null })),
  )
  await sql`delete from links where from_id = any(${idsOf(rows)}::uuid[]) or to_id = any(${idsOf(rows)}::uuid[])`.execute(
    ctx.db,
  )
  await sql`delete from followers where record_id = any(${idsOf(rows)}::uuid[])`.execute(ctx.db)
  await explainWrite(
    ctx,
    model,
    rows,
    sql`delete from ${sql.table(model.table)} where id = any(${idsOf(rows)}::uuid[])`.execute(ctx.db),
  )
}

async function setDeleted(ctx: Context, model: Model, rows: readonly AnyRow[], deletedAt: string | null) {
  if (rows.length === 0) return []
  const event = deletedAt ? 'deleted' : 'restored'
  await applyRules(
    ctx,
    model,
    deletedAt ? 'delete' : 'restore',
    rows.map(row => ({ before: row, after: row })),
  )
  const after = rows.map(row => ({ ...row, version: row.version + 1, updated_at: ctx.now }))
  const write = updateSame(model.table, idsOf(rows), {
    deleted_at: deletedAt,
    updated_at: ctx.now,
    version: sql`version + 1`,
  })
  await explainWrite(ctx, model, rows, write.execute(ctx.db))
  await recordChanges(
    ctx,
    model.name,
    [event],
    after.map(row => ({ id: row.id, version: row.version, before: null, after: null })),
  )
  await applyConsequences(
    ctx,
    model,
    [event],
    after.map((row, at) => ({ before: rows[at] ?? null, after: row })),
  )
  return after
}

async function refuseInUse(ctx: Context, model: Model, rows: readonly AnyRow[]) {
  for (const { object, field } of incoming(model, 'restrict')) {
    const other = ctx.models.get(object)
    const { rows: users } = await sql<{ id: string }>`select t.id from ${sql.table(other.table)} as t
      where ${sql.ref(`t.${field}`)} = any(${idsOf(rows)}::uuid[]) and t.deleted_at is null limit 1`.execute(ctx.db)
    if (users.length) throw new Refused('in-use', { object: model.name, by: other.name })
  }
}

async function dependents(
  ctx: Context,
  model: Model,
  rows: readonly AnyRow[],
  rule: Incoming['onDelete'],
  which: ReturnType<typeof sql>,
) {
  const groups = []
  for (const { object, field } of incoming(model, rule)) {
    const other = ctx.models.get(object)
    const children = await loadWhere(
      ctx,
      other,
      sql`${sql.ref(`t.${field}`)} = any(${idsOf(rows)}::uuid[]) and ${which}`,
    )
    if (children.length) groups.push({ other, field, children })
  }
  return groups
}

const incoming = (model: Model, rule: Incoming['onDelete']) =>
  model.incoming.filter(({ onDelete }) => onDelete === rule)
const idsOf = (rows: readonly AnyRow[]) => rows.map(row => row.id)
