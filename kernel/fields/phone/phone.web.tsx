import { TextInput } from '@mantine/core'
import type { FieldWeb } from '../../web/ui/field-web.ts'

export const phoneWeb: FieldWeb<'phone'> = {
  Cell: ({ value }) => (
    <a className="tabular" href={`tel:${value}`} onClick={event => event.stopPropagation()}>
      {value}
    </a>
  ),
  Input: ({ value, onChange, control }) => (
    <TextInput
      {...control}
      type="tel"
      autoComplete="off"
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value)}
    />
  ),
}
