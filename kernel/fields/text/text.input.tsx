import { TextInput as TextBox } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

export const TextInput: InputOf<'text'> = ({ value, onChange, field, control }) => (
  <TextBox
    {...control}
    value={value ?? ''}
    maxLength={(field.max ?? 255) + 50}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
