import { DecimalInput } from '../../web/ui/DecimalInput.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import { formatNumber } from '../../web/ui/format.ts'
import { useLocale } from '../../web/ui/person.ts'
import { plainDigits } from './number.ts'

export const numberWeb: FieldWeb<'number'> = {
  align: 'right',
  Cell: ({ value }) => <span className="tabular">{formatNumber(value, useLocale())}</span>,
  Input: ({ value, onChange, field, control }) => (
    <DecimalInput {...control} value={digits(value, field.decimals ?? 0)} onChange={text => onChange(asNumber(text))} />
  ),
}

/** What was typed and is no number stands there as text. */
export const digits = (value: unknown, decimals: number) =>
  typeof value === 'number' ? plainDigits(value, Math.max(decimals, decimalsOf(value))) : String(value ?? '')

/** A number with too many decimals stays as it is, for the server to refuse. */
const decimalsOf = (value: number) => Math.min(9, String(value).split('.')[1]?.length ?? 0)

export const asNumber = (text: string) => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)
