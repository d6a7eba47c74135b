import { DecimalInput } from '../../web/ui/DecimalInput.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import { formatPercent } from '../../web/ui/format.ts'
import { useLocale } from '../../web/ui/person.ts'
import { asNumber, digits } from '../number/number.web.tsx'

export const percentWeb: FieldWeb<'percent'> = {
  align: 'right',
  Cell: ({ value }) => <span className="tabular">{formatPercent(value, useLocale())}</span>,
  Input: ({ value, onChange, control }) => (
    <DecimalInput {...control} rightSection="%" value={digits(value, 2)} onChange={text => onChange(asNumber(text))} />
  ),
}
