import { type RawBuilder, sql } from 'kysely'
import { missing, Refused } from '../../schema/refused.ts'
import { visible } from '../access/visible.ts'
import { runHot } from '../database/hot.ts'
import { along } from '../database/transaction.ts'
import type { Model } from '../tables/model.ts'
import { among } from './among.ts'
import { selectFields, selectLinks, toRow } from './columns.ts'
import type { AnyRow, Context } from './context.ts'

export type Life = 'live' | 'trashed'

/**
 * Loads records to change them, locked, in the order asked for. Who may not read one is told that it is
 * missing; who may read but not do what is asked is refused.
 */
export async function loadFor(
  ctx: Context,
  model: Model,
  ids: readonly string[],
  verb: string,
  life: Life = 'live',
): Promise<AnyRow[]> {
  await holdParents(
    ctx,
    model,
    sql`select ${sql.ref(`t.${model.object.through ?? 'id'}`)} from ${sql.table(model.table)} as t where ${among('t.id', ids)}`,
  )
  const locked = runHot(
    ctx.db,
    sql<Locked & { may: boolean }>`
    select ${selectFields(model, columnFields(model), 't')}, coalesce(${visible(ctx, model, verb, 't')}, false) as may
    from ${sql.table(model.table)} as t
    where ${among('t.id', ids)} and ${lives[life]} and ${visible(ctx, model, 'read', 't')}
    order by t.id for update of t`,
  )
  const [{ rows }, links] = await Promise.all([locked, linksOf(ctx, model, ids)])
  const found = new Map(rows.map(row => [row.id, row]))
  for (const id of ids) {
    const row = found.get(id)
    if (!row) throw missing(model.name, id)
    if (!row.may) throw new Refused('forbidden', { object: model.name, verb, id })
  }
  const read = toRow(model, Object.keys(model.fields))
  return ids.map(id => read({ ...found.get(id), ...links.get(id) }))
}

/** A part and its parent often change together: always the parent first, so that two who do it do not block each other. */
export async function holdParents(
  ctx: Context,
  { fields, object: { through, owned } }: Model,
  ids: RawBuilder<unknown>,
) {
  const field = through && !owned ? fields[through] : undefined
  if (field?.type !== 'ref') return
  const hold = sql`select p.id from ${sql.table(ctx.models.get(field.to).table)} as p where p.id in (${ids}) order by p.id for update of p`
  await along(ctx.db, hold.execute(ctx.db))
}

/** For the kernel's own work: every field of the records that a condition over `t` names, locked. */
export async function loadWhere(ctx: Context, model: Model, condition: RawBuilder<unknown>): Promise<AnyRow[]> {
  const { rows } = await lockWhere(model, condition).execute(ctx.db)
  return withLinks(ctx, model, rows)
}

/** The same for those that are still there, by id. */
export async function loadByIds(ctx: Context, model: Model, ids: readonly string[]): Promise<AnyRow[]> {
  if (ids.length === 0) return []
  const { rows } = await runHot(ctx.db, lockWhere(model, sql`${among('t.id', ids)} and t.deleted_at is null`))
  return withLinks(ctx, model, rows)
}

const lockWhere = (model: Model, condition: RawBuilder<unknown>) =>
  sql<Locked>`select ${selectFields(model, columnFields(model), 't')} from ${sql.table(model.table)} as t
    where ${condition} order by t.id for update of t`

type Locked = Record<string, unknown> & { readonly id: string }

const columnFields = (model: Model) => Object.keys(model.columns)

async function withLinks(ctx: Context, model: Model, rows: readonly Locked[]): Promise<AnyRow[]> {
  const read = toRow(model, Object.keys(model.fields))
  const links = await linksOf(
    ctx,
    model,
    rows.map(({ id }) => id),
  )
  return rows.map(row => read({ ...row, ...links.get(row.id) }))
}

/**
 * Links are read once the rows are locked, by a statement of their own: the one that waited for the lock still
 * sees the links as they were before the other writer's.
 */
async function linksOf(ctx: Context, model: Model, ids: readonly string[]): Promise<ReadonlyMap<string, Locked>> {
  if (model.links.length === 0 || ids.length === 0) return new Map()
  const { rows } = await runHot(
    ctx.db,
    sql<Locked>`select ${selectLinks(model, 't')} from ${sql.table(model.table)} as t where ${among('t.id', ids)}`,
  )
  return new Map(rows.map(row => [row.id, row]))
}

const lives = { live: sql`t.deleted_at is null`, trashed: sql`t.deleted_at is not null` }
