import type { FieldWeb } from '../../web/ui/field-web.ts'
import { formatNumber } from '../../web/ui/format.ts'
import { useLocale } from '../../web/ui/person.ts'

export const numberWeb: FieldWeb<'number'> = {
  align: 'right',
  Cell: ({ value }) => <span className="tabular">{formatNumber(value, useLocale())}</span>,
}
