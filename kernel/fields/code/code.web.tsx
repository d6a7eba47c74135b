import type { FieldWeb } from '../../web/ui/field-web.ts'
import { useLocale } from '../../web/ui/person.ts'
import { codeName } from './codes.ts'

export const codeWeb: FieldWeb<'code'> = {
  Cell: ({ value, field }) => codeName(value, field.of, useLocale().language),
}
