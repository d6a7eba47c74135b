import type { DescribedObject } from '../../../schema/described.ts'
import { fieldOf, type Schema } from '../../schema/use-schema.ts'

/** What the page already knows by a name of its own. */
const known = ['user', 'team', 'role', 'role_grant', 'role_mask', 'custom_field']

const hasPlace = (object: DescribedObject) => fieldOf(object, 'place')?.type === 'number'

/** The field by which a record belongs to another one that is put in order. */
export function wholeOf(schema: Schema, object: DescribedObject) {
  const field = object.fields.find(({ type, required }) => type === 'ref' && required === true)
  const whole = field?.type === 'ref' ? schema.byName(field.to) : undefined
  return field && whole && whole.name !== object.name && hasPlace(object) && hasPlace(whole)
    ? { field: field.name, object: whole }
    : undefined
}

/** The objects that stand in an order within each record of this one. */
export const partsOf = (schema: Schema, whole: DescribedObject) =>
  schema.objects.filter(object => wholeOf(schema, object)?.object.name === whole.name)

const settings = (schema: Schema) =>
  schema.objects.filter(
    object =>
      object.area === 'administration' &&
      !object.owned &&
      !known.includes(object.name) &&
      object.through === null &&
      wholeOf(schema, object) === undefined,
  )

/** Lists of the company's that somebody puts in order. */
export const orderedObjects = (schema: Schema) => settings(schema).filter(hasPlace)

/** And those that have none. */
export const plainObjects = (schema: Schema) => settings(schema).filter(object => !hasPlace(object))
