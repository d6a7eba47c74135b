import { Checkbox } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

export const FlagInput: InputOf<'flag'> = ({ value, onChange, control: { withAsterisk: _, ...control } }) => (
  <Checkbox {...control} checked={value === true} onChange={event => onChange(event.currentTarget.checked)} />
)
