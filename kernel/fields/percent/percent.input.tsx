import { DecimalInput } from '../../web/ui/DecimalInput.tsx'
import type { InputOf } from '../../web/ui/field-web.ts'
import { asNumber, digits } from '../number/number.input.tsx'

export const PercentInput: InputOf<'percent'> = ({ value, onChange, control }) => (
  <DecimalInput {...control} rightSection="%" value={digits(value, 2)} onChange={text => onChange(asNumber(text))} />
)
