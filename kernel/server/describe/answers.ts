// What a route answers, said in one line where it is declared. The reference is made of it, and the tests hold every
// answer against it.

import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { closed, type Json, listOf, nullable as orNull } from './json-schema.ts'

export { orNull }

/** 204: it is done, and there is nothing to say. */
export const nothing = 'nothing'

export const a = {
  text: { type: 'string' },
  id: { type: 'string', format: 'uuid' },
  moment: { type: 'string', format: 'date-time' },
  whole: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  record: { type: 'object' },
} as const satisfies Json

export const oneOf = (...values: readonly string[]): Json => ({ type: 'string', enum: values })

/** An object of exactly this; what ends in `?` may be missing. */
export function says(properties: Readonly<Record<string, Json>>): Json {
  const names = Object.keys(properties)
  const named = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ''), schema]),
  )
  return closed(
    named,
    names.filter(name => !name.endsWith('?')),
  )
}

export const many = (properties: Readonly<Record<string, Json>>): Json => listOf(says(properties))
export const rowsOf = (properties: Readonly<Record<string, Json>>, more: Readonly<Record<string, Json>> = {}): Json =>
  says({ rows: many(properties), ...more })

/** A value of a field, as the API has it. */
export const ofField = (field: Field): Json => typeOf(field).json(field as never)
