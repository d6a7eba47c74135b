// What is written around a record: about it, about those that point to it, and with it among those that are named.

import { type RawBuilder, sql } from 'kysely'
import type { Field, FieldOf } from '../../schema/field.ts'
import type { TimelineEntry } from '../../schema/timeline-entry.ts'
import { canSee, may } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import { getRecord } from '../records/get.ts'
import type { Reading } from '../records/list.ts'
import type { Model } from '../tables/model.ts'

export interface Pointing {
  readonly other: Model
  readonly field: string
}

const readable = (reading: Reading) => reading.models.all.filter(other => may(reading.actor, other, 'read'))

/** Objects with events of their own, by the visible fields through which they point here. */
export const pointingObjects = (reading: Reading, model: Model): Pointing[] =>
  readable(reading)
    .filter(other => other.object.events.length > 0)
    .flatMap(other => fieldsOf(reading, other, field => field.type === 'ref' && field.to === model.name))

export const aboutObjects = (reading: Reading, model: Model): Pointing[] =>
  readable(reading).flatMap(other =>
    fieldsOf(reading, other, field => field.type === 'about' && field.to.includes(model.name)),
  )

const fieldsOf = (reading: Reading, other: Model, fits: (field: Field) => boolean): Pointing[] =>
  Object.entries(other.object.fields)
    .filter(([name, field]) => fits(field) && canSee(reading.actor, other, name))
    .map(([field]) => ({ other, field }))

/** What is written about a record, and about those that point to it: a deal's note belongs to its customer's story too. */
export function recordsAround(reading: Reading, model: Model, pointing: Pointing, id: string) {
  const { other } = pointing
  const { happened } = other.object
  const isTold = happened && canSee(reading.actor, other, happened)
  const at = isTold ? sql`coalesce(${sql.ref(`t.${happened}`)}, t.created_at)` : sql`t.created_at`
  return sql`select ${columns(
    'record',
    sql`t.id::text`,
    { at, object: sql`${other.name}::text`, id: sql`t.id`, events: sql`'{}'::text[]` },
    sql`t.created_by as actor_id, null::text as source, null::uuid as batch, null::jsonb as before, null::jsonb as after`,
  )} from (${linkedAround(reading, model, pointing, id)}) as l join ${sql.table(other.table)} as t on t.id = l.from_id
    where t.deleted_at is null and ${visible(reading, other, 'read', 't')}`
}

/** Each once, however many of those that point here it is about, or names, and of those only what the reader may see. */
function linkedAround(reading: Reading, model: Model, { other, field }: Pointing, id: string) {
  const about = other.fields[field] as FieldOf<'about'>
  const neighbours = readable(reading)
    .filter(({ name }) => name !== model.name && about.to.includes(name))
    .flatMap(near => fieldsOf(reading, near, ({ type, ...of }) => type === 'ref' && 'to' in of && of.to === model.name))
    .map(
      ({ other: near, field: ref }) => sql`select n.id from ${sql.table(near.table)} as n
        where ${sql.ref(`n.${ref}`)} = ${id}::uuid and n.deleted_at is null and ${visible(reading, near, 'read', 'n')}`,
    )
  const targets = sql.join([sql`select ${id}::uuid`, ...neighbours], sql` union all `)
  const named = fieldsOf(reading, other, of => of.type === 'refs' && of.to === model.name).map(one => one.field)
  return sql`select distinct from_id from links where from_object = ${other.name}
    and ((to_id = any(array(${targets})) and field = ${field}) or (to_id = ${id}::uuid and field = any(${named}::text[])))`
}

/** How many there are of each kind that is written about records. */
export async function kindsAround(
  reading: Reading,
  model: Model,
  id: string,
): Promise<Readonly<Record<string, number>>> {
  await getRecord(reading, model, id)
  const kinds = aboutObjects(reading, model)
  if (kinds.length === 0) return {}
  const counts = kinds.map(
    pointing => sql`select ${pointing.other.name}::text as kind, count(*)::int as count
      from (${recordsAround(reading, model, pointing, id)}) as r`,
  )
  const { rows } = await sql<{ kind: string; count: number }>`${sql.join(counts, sql` union all `)}`.execute(reading.db)
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

export const columns = (
  kind: TimelineEntry['kind'],
  key: RawBuilder<unknown>,
  values: {
    object: RawBuilder<unknown>
    id: RawBuilder<unknown>
    at: RawBuilder<unknown>
    events: RawBuilder<unknown>
  },
  rest: RawBuilder<unknown>,
) =>
  sql`${values.at} as at, ${key} as key, ${sql.lit(kind)}::text as kind, ${values.object} as object, ${values.id} as id, ${values.events} as events, ${rest}`
