import { typeOf } from '../../fields/index.ts'
import type { Field, Fields } from '../../schema/field.ts'
import { englishLabel } from '../words/labels.ts'
import { closed, type Json, nullable } from './json-schema.ts'

/** A field as it is read: what is not required may be null, and what somebody may not see is absent. */
export const readSchema = (name: string, field: Field): Json =>
  told(name, field, hasEmpty(field) || field.required ? jsonOf(field) : nullable(jsonOf(field)))

/** A field as it is written: null clears what is not required. */
const writeSchema = (name: string, field: Field): Json => ({
  ...told(name, field, field.required || hasEmpty(field) ? jsonOf(field) : nullable(jsonOf(field))),
  ...('default' in field && field.default !== undefined ? { default: field.default } : {}),
})

/** What creates a record, or runs an action: required fields without a default must be there. */
export const draftSchema = (fields: Fields, rest: Json = {}): Json =>
  closed(
    mapWritable(fields, writeSchema),
    Object.keys(fields).filter(name => mustBeGiven(fields[name] as Field)),
    rest,
  )

/** What changes a record: whatever is left out stays. */
export const patchSchema = (fields: Fields): Json =>
  closed(
    mapWritable(fields, (name, field) => withoutDefault(writeSchema(name, field))),
    [],
    { minProperties: 0 },
  )

export const mustBeGiven = (field: Field) =>
  Boolean(field.required) && !field.readonly && !('default' in field && field.default !== undefined)

const jsonOf = (field: Field): Json => typeOf(field).json(field as never)
const hasEmpty = (field: Field) => typeOf(field).empty !== undefined
const withoutDefault = ({ default: _, ...schema }: Json): Json => schema

const mapWritable = (fields: Fields, schemaOf: (name: string, field: Field) => Json): Json =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.readonly ? [] : [[name, schemaOf(name, field)]])),
  )

function told(name: string, field: Field, schema: Json): Json {
  const text = [
    field.help ?? jsonOf(field).description,
    choicesIn(field),
    field.mask && `Masked as ${field.mask}: some roles do not see it.`,
  ]
  const description = text.filter(Boolean).join(' ')
  return {
    title: englishLabel(name, field),
    ...schema,
    ...(description ? { description } : {}),
    ...(field.readonly ? { readOnly: true } : {}),
  }
}

/** Keys that are no words of their own are explained. */
function choicesIn(field: Field) {
  const labels = 'options' in field ? field.options : 'roles' in field ? field.roles : undefined
  const entries = Object.entries(labels ?? {}).filter(([key, label]) => key.toLowerCase() !== label.toLowerCase())
  return entries.length ? `${entries.map(([key, label]) => `${key}: ${label}`).join('; ')}.` : undefined
}
