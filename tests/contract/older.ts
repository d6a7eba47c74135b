// The declarations as they might have been a year ago: fewer objects, fewer fields, fewer options, less asked of each.

import type { Field } from '#kernel/schema/field.ts'
import type { AnyObject } from '#kernel/schema/object.ts'

/** Objects that came later, with everything that points to them. */
const later = ['task', 'part', 'contact_phone', 'lost_reason']

export const olderObjects = (objects: readonly AnyObject[]): readonly AnyObject[] =>
  objects
    .filter(({ name }) => !later.includes(name))
    .map(({ alike: _, ...object }) => ({
      ...object,
      // The kernel's own have handlers in any case.
      actions: ['user', 'role'].includes(object.name) ? object.actions : {},
      list: object.title,
      fields: olderFields(object),
    }))

function olderFields(object: AnyObject) {
  const entries = Object.entries(object.fields).filter(
    ([name, field], at) => (at % 4 !== 2 || isNeeded(object, name, field)) && !pointsLater(field),
  )
  return Object.fromEntries(entries.map(([name, field], at) => [name, olderField(field, at)]))
}

const isNeeded = ({ title, through, name: object }: AnyObject, name: string, field: Field) =>
  title.includes(name) ||
  through === name ||
  object === 'user' ||
  object === 'role' ||
  object === 'custom_field' ||
  (field.required === true && !('default' in field))

const pointsLater = (field: Field) => 'to' in field && [field.to].flat().some(to => later.includes(to))

/** Less was asked of it: it might be empty, was not unique, had fewer options, no index, and was not searched. */
function olderField(field: Field, at: number): Field {
  const { required, unique, index, search, ...rest } = field as Field & {
    default?: unknown
    options?: Readonly<Record<string, string>>
  }
  const kept = { ...(field.type === 'text' && at < 2 ? { search } : {}), ...('default' in field ? {} : { required }) }
  const options = rest.options
    ? {
        options: Object.fromEntries(
          Object.entries(rest.options).filter(([key], place) => place === 0 || key === rest.default),
        ),
      }
    : {}
  return { ...rest, ...kept, ...options } as Field
}
