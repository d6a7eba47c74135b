// In which order groups stand, and what they are called.

import { sql } from 'kysely'
import type { Field } from '../../schema/field.ts'
import { canSee, may } from '../access/rights.ts'
import { includeNames } from '../records/include.ts'
import type { Reading } from '../records/list.ts'
import type { Model } from '../tables/model.ts'
import type { Grouping, Key } from './grouping.ts'
import type { ChartRow } from './rows.ts'

/** A group: what it is, and the row that tells of it. */
export interface Told {
  /** Null for those that are not told apart. */
  readonly key: Key | null
  readonly row: ChartRow
}

/** As time goes, as the options are declared, by their place; else the largest first. Nothing comes last, then the rest. */
export async function inOrder(reading: Reading, grouping: Grouping, groups: readonly Told[]): Promise<Told[]> {
  const places = await placesOf(reading, grouping, groups)
  const last = ({ key }: Told) => (key === null ? (grouping.unit ? -1 : 2) : key === '' ? 1 : 0)
  const place = ({ key }: Told) => places.get(key ?? '') ?? places.size
  const size = ({ row }: Told) => Number(row.value ?? Number.NEGATIVE_INFINITY)
  return groups.toSorted(
    (one, other) =>
      last(one) - last(other) ||
      place(one) - place(other) ||
      (grouping.unit ? 0 : size(other) - size(one)) ||
      ((one.key ?? '') < (other.key ?? '') ? -1 : 1),
  )
}

async function placesOf(reading: Reading, { field }: Grouping, groups: readonly Told[]): Promise<Map<Key, number>> {
  const inPlace = (keys: readonly Key[]) => new Map(keys.map((key, at) => [key, at]))
  if (field.type === 'choice') return inPlace(Object.keys(field.options))
  if (field.type === 'flag') return inPlace(['true', 'false'])
  return field.type === 'ref' ? inPlace(await byPlace(reading, field, groups)) : new Map()
}

/** What has a place among its kind, as a step has, stands there. */
async function byPlace(reading: Reading, field: Field & { type: 'ref' }, groups: readonly Told[]): Promise<Key[]> {
  const other = reading.models.find(field.to)
  const ids = groups.flatMap(({ key }) => key || [])
  if (other?.fields.place?.type !== 'number' || !canSee(reading.actor, other, 'place') || ids.length === 0) return []
  if (!may(reading.actor, other, 'read')) return []
  const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(other.table)} as t
    where t.id = any(${ids}::uuid[]) order by t.place, t.id`.execute(reading.db)
  return rows.map(({ id }) => id)
}

/** What the records are called to which refs point. */
export function titlesOf(reading: Reading, model: Model, groupings: readonly Grouping[], groups: readonly Told[][]) {
  const refs = groupings.flatMap(({ name, field }, at) => (field.type === 'ref' ? [{ name, at }] : []))
  const rows = refs.flatMap(({ name, at }) => (groups[at] ?? []).flatMap(({ key }) => (key ? [{ [name]: key }] : [])))
  return includeNames(
    reading,
    model,
    rows,
    refs.map(({ name }) => name),
  )
}
