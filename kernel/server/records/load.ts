import { type RawBuilder, sql } from 'kysely'
import { missing, Refused } from '../../schema/refused.ts'
import { visible } from '../access/visible.ts'
import type { Model } from '../tables/model.ts'
import { selectFields, toRow } from './columns.ts'
import type { AnyRow, Context } from './context.ts'

export type Life = 'live' | 'trashed'

/**
 * Loads records to change them, locked, in the order asked for. Who may not read one is told that it is
 * missing; who may read but not do what is asked is refused.
 */
export async function loadFor(ctx: Context, model: Model, ids: readonly string[], verb: string, life: Life = 'live'): Promise<AnyRow[]> {
  const names = Object.keys(model.fields)
  const { rows } = await sql<Record<string, unknown> & { may: boolean }>`
    select ${selectFields(model, names, 't')}, coalesce(${visible(ctx, model, verb, 't')}, false) as may
    from ${sql.table(model.table)} as t
    where t.id = any(${[...ids]}::uuid[]) and ${lives[life]} and ${visible(ctx, model, 'read', 't')}
    order by t.id for update of t`.execute(ctx.db)
  const read = toRow(model, names)
  const found = new Map(rows.map(row => [String(row.id), row]))
  return ids.map(id => {
    const row = found.get(id)
    if (!row) throw missing(model.name, id)
    if (!row.may) throw new Refused('forbidden', { object: model.name, verb, id })
    return read(row)
  })
}

/** For the kernel's own work: every field of the records that a condition over `t` names, locked. */
export async function loadWhere(ctx: Context, model: Model, condition: RawBuilder<unknown>): Promise<AnyRow[]> {
  const names = Object.keys(model.fields)
  const { rows } = await sql<Record<string, unknown>>`select ${selectFields(model, names, 't')} from ${sql.table(model.table)} as t
    where ${condition} order by t.id for update of t`.execute(ctx.db)
  return rows.map(toRow(model, names))
}

const lives = { live: sql`t.deleted_at is null`, trashed: sql`t.deleted_at is not null` }
