import { TextInput } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

export const PhoneInput: InputOf<'phone'> = ({ value, onChange, control }) => (
  <TextInput
    {...control}
    type="tel"
    autoComplete="off"
    value={value ?? ''}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
