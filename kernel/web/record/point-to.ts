import type { DescribedField } from '../../schema/described.ts'

/** The value of a field that points to one record. */
export function pointTo(field: DescribedField, object: string, id: string): unknown {
  if (field.type === 'about') return [{ object, id }]
  return field.type === 'refs' ? [{ id, role: null }] : id
}
