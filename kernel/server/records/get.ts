import { sql } from 'kysely'
import { missing } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { visibleFields } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import { runHot } from '../database/hot.ts'
import { type Kept, keep, slot } from '../database/kept.ts'
import type { Model } from '../tables/model.ts'
import { among } from './among.ts'
import { selectFields, toRow } from './columns.ts'
import type { AnyRow } from './context.ts'
import { selectAlong } from './include.ts'
import type { Reading } from './list.ts'
import { nextStepIn } from './next-step.ts'
import { type Titles, titlesIn } from './titles.ts'

type Raw = Readonly<Record<string, unknown>>

export interface OneRecord {
  readonly row: AnyRow & { readonly deleted_at: string | null }
  /** What the refs that were asked for point to. */
  readonly titles: Titles
}

/** One record, or the answer that there is none: to those who may not see it, it is not there. */
export async function getRecord(
  reading: Reading,
  model: Model,
  id: string,
  along: readonly string[] = [],
): Promise<OneRecord> {
  const { statement, read } = readerOf(reading, model, along)
  const { rows } = await reading.db.executeQuery(statement(id))
  const raw = rows[0]
  if (!raw) throw missing(model.name, id)
  return {
    row: { ...read(raw), ...nextStepIn(raw), deleted_at: raw.deleted_at as string | null },
    titles: titlesIn(reading, model, along, [raw]),
  }
}

interface Reader {
  readonly statement: Kept<Raw>
  readonly read: (raw: Raw) => AnyRow
}

/** Put together once for a person and a model; both are other ones after each change of what they say. */
function readerOf(reading: Reading, model: Model, along: readonly string[]): Reader {
  const ofActor = readers.get(reading.actor) ?? new Map<string, Reader & { readonly model: Model }>()
  readers.set(reading.actor, ofActor)
  const key = `${model.name} ${along.join()} ${reading.today}`
  const known = ofActor.get(key)
  if (known?.model === model) return known
  const names = visibleFields(reading.actor, model)
  const made = {
    model,
    statement: keep(reading.db, selectOne(reading, model, names, along)),
    read: toRow(model, names),
  }
  ofActor.set(key, made)
  return made
}
const readers = new WeakMap<Actor, Map<string, Reader & { readonly model: Model }>>()

const selectOne = (reading: Reading, model: Model, names: readonly string[], along: readonly string[]) =>
  sql<Raw>`select ${sql.join([selectFields(model, names, 't'), sql`t.deleted_at`, ...selectAlong(reading, model, along, 't')])}
    from ${sql.table(model.table)} as t where t.id = ${slot(0)}::uuid and ${visible(reading, model, 'read', 't')}`

/** Some records of one object, in no order; what is not seen is not there. */
export async function getRecords(reading: Reading, model: Model, ids: readonly string[]): Promise<AnyRow[]> {
  const [only] = ids
  if (only !== undefined && ids.length === 1) return getLive(reading, model, only)
  const names = visibleFields(reading.actor, model)
  const { rows } = await runHot(
    reading.db,
    sql<Raw>`select ${selectFields(model, names, 't')} from ${sql.table(model.table)} as t
    where ${among('t.id', ids)} and t.deleted_at is null and ${visible(reading, model, 'read', 't')}`,
  )
  return rows.map(toRow(model, names))
}

async function getLive(reading: Reading, model: Model, id: string): Promise<AnyRow[]> {
  const { statement, read } = readerOf(reading, model, [])
  const { rows } = await reading.db.executeQuery(statement(id))
  return rows.filter(raw => raw.deleted_at === null).map(read)
}
