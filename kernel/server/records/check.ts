// What a form asks while it is filled in: whether these values would be taken, as far as one knows without writing.

import { sql } from 'kysely'
import { isEmpty } from '../../fields/empty.ts'
import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { invalid } from '../../schema/refused.ts'
import { visible } from '../access/visible.ts'
import type { Model } from '../tables/model.ts'
import { sortKey } from '../tables/object-table.ts'
import { parsePatch, requireVerb } from './edge.ts'
import type { Reading } from './list.ts'

/** Of a new record, or of the one with this id. Refuses in the same words as the write itself. */
export async function checkValues(reading: Reading, model: Model, input: unknown, id?: string) {
  requireVerb(reading, model, id === undefined ? 'create' : 'edit')
  const values = Object.entries(parsePatch(reading, model, input)).filter(([, value]) => !isEmpty(value))
  const unique = values.filter(([name]) => model.fields[name]?.unique)
  const taken = await Promise.all(
    unique.map(async ([name, value]) => ((await isTaken(reading, model, name, value, id)) ? [name] : [])),
  )
  const problems = taken.flat().map(field => ({ field, code: 'not-unique' }))
  if (problems.length) throw invalid(problems)
}

/** By the rule of the index that would refuse it. */
async function isTaken(reading: Reading, model: Model, name: string, value: unknown, id?: string) {
  const isFolded = typeOf(model.fields[name] as Field).key === 'fold'
  const given = isFolded ? sql`fold(${value}::text)` : sql`${value}`
  const own = id === undefined ? sql`false` : sql`t.id = ${id} and ${visible(reading, model, 'edit', 't')}`
  const { rows } = await sql`select from ${sql.table(model.table)} as t
    where ${sql.raw(sortKey(model, name))} = ${given} and t.deleted_at is null and not (${own}) limit 1`.execute(
    reading.db,
  )
  return rows.length > 0
}
