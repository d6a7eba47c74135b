import type { FieldWeb } from '../../web/ui/field-web.ts'
import { useWords } from '../../web/ui/person.ts'

export const flagWeb: FieldWeb<'flag'> = {
  Cell: ({ value }) => useWords()(value ? 'value.yes' : 'value.no'),
}
