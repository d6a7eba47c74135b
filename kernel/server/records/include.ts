import type { Field } from '../../schema/field.ts'
import { may } from '../access/rights.ts'
import type { Model } from '../tables/model.ts'
import type { AnyRow } from './context.ts'
import { type Named, namesOf } from './get.ts'
import { targetsOf } from './links.ts'
import type { Reading } from './list.ts'

/** object → id → what it is called; only what the reader may see. */
export type Included = Readonly<Record<string, Readonly<Record<string, Named>>>>

/** The names of what some fields of some records point to: one query per object, however many records. */
export async function includeNames(reading: Reading, model: Model, rows: readonly AnyRow[], fields: readonly string[]): Promise<Included> {
  const wanted = fields.flatMap(name => rows.flatMap(row => pointed(model.fields[name] as Field, row[name])))
  const groups = [...Map.groupBy(wanted, ({ object }) => object)]
  const included: Record<string, Record<string, Named>> = {}
  for (const [object, targets] of groups) {
    const other = reading.models.find(object)
    if (!other || !may(reading.actor, other, 'read')) continue
    const names = await namesOf(reading, other, targets.map(({ id }) => id))
    included[object] = Object.fromEntries(names.map(named => [named.id, named]))
  }
  return included
}

function pointed(field: Field, value: unknown): { object: string; id: string }[] {
  if (value === null || value === undefined) return []
  return field.type === 'ref' ? [{ object: field.to, id: String(value) }] : targetsOf(field, value)
}
