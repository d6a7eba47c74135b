// What a column of a file can be put into, and how what a ref points to can be found.

import type { Field } from '../../../schema/field.ts'
import { isLinks } from '../../../schema/field-type.ts'
import type { Actor } from '../../access/actor.ts'
import { canSee, canWrite, may } from '../../access/rights.ts'
import type { Model, Models } from '../../tables/model.ts'

/** `id` is no field; a column of it says which record a row is about. */
export const idColumn = 'id'

export const writableFields = (actor: Actor, model: Model): readonly (readonly [string, Field])[] =>
  Object.entries(model.fields).filter(([name, field]) => !field.readonly && canWrite(actor, model, name))

/** Fields by which a row finds the record it is about. */
export const keyFields = (actor: Actor, model: Model): readonly string[] => [
  idColumn,
  ...Object.entries(model.fields)
    .filter(([name, field]) => field.unique && canSee(actor, model, name))
    .map(([name]) => name),
]

/** The objects that a field points to. */
export function pointsTo(field: Field): readonly string[] {
  if (field.type === 'ref' || field.type === 'refs') return [field.to]
  if (field.type === 'tags') return ['tag']
  return field.type === 'about' ? field.to : []
}

/** By what a record that a field points to is found: its title, its id, or a field that is unique or searched. */
export function matchesOf(actor: Actor, models: Models, field: Field): readonly string[] {
  const [to, ...more] = pointsTo(field).flatMap(name => models.find(name) ?? [])
  if (!to || !may(actor, to, 'read')) return []
  if (more.length) return ['title', 'id']
  const named = Object.entries(to.fields).filter(
    ([name, other]) => (other.unique || other.search) && !isLinks(other) && canSee(actor, to, name),
  )
  return ['title', 'id', ...named.map(([name]) => name)]
}
