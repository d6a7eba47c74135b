import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import type { Section } from './FieldsForm.tsx'

/** The fields of an object by the sections of its form. What is in none of them stands in the last. */
export function sectionsOf(object: DescribedObject): Section[] {
  const named = object.form.map(({ label, fields }) => ({
    label,
    fields: fields.flatMap(name => fieldOf(object, name) ?? []),
  }))
  const placed = new Set(named.flatMap(({ fields }) => fields.map(({ name }) => name)))
  const rest = object.fields.filter(({ name }) => !placed.has(name) && !kept.has(name))
  return [...named, { label: null, fields: rest }].filter(({ fields }) => fields.length > 0)
}

/** What every record has, which is shown apart from its facts. */
const kept = new Set(['owner_id', 'created_by', 'created_at', 'updated_at'])

/** What a person may write; who owns the record stands last. */
export function writableSections(object: DescribedObject): Section[] {
  const sections = sectionsOf(object)
    .map(section => ({ ...section, fields: section.fields.filter(field => !field.readonly) }))
    .filter(({ fields }) => fields.length > 0)
  const owner = object.fields.filter(({ name, readonly }) => name === 'owner_id' && !readonly)
  return sections.map((section, at) =>
    at === sections.length - 1 ? { ...section, fields: [...section.fields, ...owner] } : section,
  )
}
