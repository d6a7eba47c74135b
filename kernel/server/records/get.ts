import { sql } from 'kysely'
import { missing } from '../../schema/refused.ts'
import { visibleFields } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import { runHot } from '../database/hot.ts'
import type { Model } from '../tables/model.ts'
import { among } from './among.ts'
import { selectFields, toRow } from './columns.ts'
import type { AnyRow } from './context.ts'
import type { Reading } from './list.ts'

/** One record, or the answer that there is none: to those who may not see it, it is not there. */
export async function getRecord(reading: Reading, model: Model, id: string): Promise<AnyRow & { deleted_at: string | null }> {
  const names = visibleFields(reading.actor, model)
  const { rows } = await runHot(reading.db, sql<Record<string, unknown>>`select ${selectFields(model, names, 't')}, t.deleted_at from ${sql.table(model.table)} as t
    where t.id = ${id}::uuid and ${visible(reading, model, 'read', 't')}`)
  const raw = rows[0]
  if (!raw) throw missing(model.name, id)
  return { ...toRow(model, names)(raw), deleted_at: raw.deleted_at as string | null }
}

/** Some records of one object, in no order; what is not seen is not there. */
export async function getRecords(reading: Reading, model: Model, ids: readonly string[]): Promise<AnyRow[]> {
  const names = visibleFields(reading.actor, model)
  const { rows } = await runHot(reading.db, sql<Record<string, unknown>>`select ${selectFields(model, names, 't')} from ${sql.table(model.table)} as t
    where ${among('t.id', ids)} and t.deleted_at is null and ${visible(reading, model, 'read', 't')}`)
  return rows.map(toRow(model, names))
}

export interface Named {
  readonly id: string
  readonly title: string
}

/** What records are called, for those who may see them. */
export async function namesOf(reading: Reading, model: Model, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const title = titleOf(reading, model, 't')
  const { rows } = await runHot(reading.db, sql<Named>`select t.id, ${title} as title from ${sql.table(model.table)} as t
    where ${among('t.id', [...new Set(ids)])} and ${visible(reading, model, 'read', 't')}`)
  return rows
}

/** The title as SQL, of the parts that this person may see. */
export function titleOf(reading: Reading, model: Model, alias: string) {
  const seen = new Set(visibleFields(reading.actor, model))
  const parts = model.object.title.filter(name => seen.has(name)).map(name => partOf(model, name, alias))
  return parts.length ? sql`concat_ws(' ', ${sql.join(parts)})` : sql`''`
}

/** A title is one line of plain text. */
const partOf = (model: Model, name: string, alias: string) =>
  model.fields[name]?.type === 'rich_text'
    ? sql`left(trim(regexp_replace(${sql.ref(`${alias}.${name}`)}, '(<[^>]*>|\\s)+', ' ', 'g')), 120)`
    : sql.ref(`${alias}.${name}`)
