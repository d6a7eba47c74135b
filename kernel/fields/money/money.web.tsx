import type { FieldWeb } from '../../web/ui/field-web.ts'
import { formatMoney } from '../../web/ui/format.ts'
import { useLocale } from '../../web/ui/person.ts'

export const moneyWeb: FieldWeb<'money'> = {
  align: 'right',
  Cell: ({ value }) => <span className="tabular">{formatMoney(value, useLocale())}</span>,
}
