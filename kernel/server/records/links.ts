import { sql } from 'kysely'
import type { Field } from '../../schema/field.ts'
import { links } from '../changes/tables.ts'
import { runHot } from '../database/hot.ts'
import { along } from '../database/transaction.ts'
import { columnsToInsert } from '../tables/define-table.ts'
import { insertRows } from '../tables/insert-rows.ts'
import type { Model } from '../tables/model.ts'
import { among } from './among.ts'
import type { Context } from './context.ts'

interface Linked {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

interface Target {
  readonly object: string
  readonly id: string
  readonly role: string | null
}

/** Puts the links of some records to what their values say. */
export async function writeLinks(ctx: Context, model: Model, records: readonly Linked[]) {
  const names = model.links.filter(name => records.some(({ values }) => values[name] !== undefined))
  if (names.length === 0) return
  const ids = records.map(({ id }) => id)
  const clear = sql`delete from links where ${among('from_id', ids)} and field = any(${names}::text[])`
  await along(ctx.db, runHot(ctx.db, clear))
  await addLinks(ctx, model, records)
}

/** The same for records that are new. */
export async function addLinks(ctx: Context, model: Model, records: readonly Linked[]) {
  const rows = records.flatMap(({ id, values }) => model.links.flatMap(name => linkRows(model, id, name, values[name])))
  if (rows.length) await along(ctx.db, runHot(ctx.db, insertRows('links', linkColumns, rows)))
}

const linkColumns = columnsToInsert(links)

const linkRows = (model: Model, id: string, name: string, value: unknown) =>
  targetsOf(model.fields[name] as Field, value).map((target, place) => ({
    from_object: model.name,
    from_id: id,
    field: name,
    to_object: target.object,
    to_id: target.id,
    role: target.role ?? '',
    place,
  }))

/** What a value of a link field points to, whatever its shape. */
export function targetsOf(field: Field, value: unknown): Target[] {
  const items = Array.isArray(value) ? value : []
  if (field.type === 'tags') return items.map(id => ({ object: 'tag', id, role: null }))
  if (field.type === 'refs') return items.map(({ id, role }) => ({ object: field.to, id, role: role ?? null }))
  return items.map(({ object, id }) => ({ object, id, role: null }))
}
