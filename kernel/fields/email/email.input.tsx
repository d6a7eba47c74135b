import { TextInput } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

// Not type="email": the server knows more addresses than a browser does.
export const EmailInput: InputOf<'email'> = ({ value, onChange, control }) => (
  <TextInput
    {...control}
    inputMode="email"
    autoComplete="off"
    value={value ?? ''}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
