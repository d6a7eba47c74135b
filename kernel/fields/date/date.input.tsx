import { TextInput } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

export const DateInput: InputOf<'date'> = ({ value, onChange, control }) => (
  <TextInput
    {...control}
    type="date"
    max="9999-12-31"
    value={value ?? ''}
    onChange={event => onChange(event.currentTarget.value || null)}
  />
)
