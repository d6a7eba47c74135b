import { Textarea } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

export const LongTextInput: InputOf<'long_text'> = ({ value, onChange, control }) => (
  <Textarea
    {...control}
    autosize
    minRows={3}
    maxRows={12}
    value={value ?? ''}
    onChange={event => onChange(event.currentTarget.value)}
  />
)
