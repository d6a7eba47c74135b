import { TextInput } from '@mantine/core'
import type { FieldWeb } from '../../web/ui/field-web.ts'

export const textWeb: FieldWeb<'text'> = {
  Cell: ({ value }) => value,
  Input: ({ value, onChange, field, control }) => (
    <TextInput
      {...control}
      value={value ?? ''}
      maxLength={(field.max ?? 255) + 50}
      onChange={event => onChange(event.currentTarget.value)}
    />
  ),
}
