import { DecimalInput } from '../../web/ui/DecimalInput.tsx'
import type { InputOf } from '../../web/ui/field-web.ts'
import { plainDigits } from './number.ts'

export const NumberInput: InputOf<'number'> = ({ value, onChange, field, control }) => (
  <DecimalInput {...control} value={digits(value, field.decimals ?? 0)} onChange={text => onChange(asNumber(text))} />
)

/** What was typed and is no number stands there as text. */
export const digits = (value: unknown, decimals: number) =>
  typeof value === 'number' ? plainDigits(value, Math.max(decimals, decimalsOf(value))) : String(value ?? '')

/** A number with too many decimals stays as it is, for the server to refuse. */
const decimalsOf = (value: number) => Math.min(9, String(value).split('.')[1]?.length ?? 0)

export const asNumber = (text: string) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)
