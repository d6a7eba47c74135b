import { TextInput } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

export const UrlInput: InputOf<'url'> = ({ value, onChange, control }) => (
  <TextInput
    {...control}
    inputMode="url"
    autoComplete="off"
    value={value ?? ''}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
