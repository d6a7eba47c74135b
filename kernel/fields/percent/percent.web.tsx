import type { FieldWeb } from '../../web/ui/field-web.ts'
import { formatPercent } from '../../web/ui/format.ts'
import { useLocale } from '../../web/ui/person.ts'

export const percentWeb: FieldWeb<'percent'> = {
  align: 'right',
  Cell: ({ value }) => <span className="tabular">{formatPercent(value, useLocale())}</span>,
}
