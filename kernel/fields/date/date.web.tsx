import type { FieldWeb } from '../../web/ui/field-web.ts'
import { formatDay } from '../../web/ui/format.ts'
import { useLocale } from '../../web/ui/person.ts'

export const dateWeb: FieldWeb<'date'> = {
  Cell: ({ value }) => <time dateTime={value}>{formatDay(value, useLocale())}</time>,
}
