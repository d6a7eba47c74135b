import type { FieldWeb } from '../../web/ui/field-web.ts'

export const textWeb: FieldWeb<'text'> = {
  Cell: ({ value }) => value,
}
