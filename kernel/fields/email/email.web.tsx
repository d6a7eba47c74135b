import { TextInput } from '@mantine/core'
import type { FieldWeb } from '../../web/ui/field-web.ts'

export const emailWeb: FieldWeb<'email'> = {
  Cell: ({ value }) => (
    <a href={`mailto:${value}`} onClick={event => event.stopPropagation()}>
      {value}
    </a>
  ),
  // Not type="email": the server knows more addresses than a browser does.
  Input: ({ value, onChange, control }) => (
    <TextInput
      {...control}
      inputMode="email"
      autoComplete="off"
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value)}
    />
  ),
}
