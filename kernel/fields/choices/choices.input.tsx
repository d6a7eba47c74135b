import { MultiSelect } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'

export const ChoicesInput: InputOf<'choices'> = ({ value, onChange, field, control }) => (
  <MultiSelect
    {...control}
    data={Object.entries(field.options).map(([key, label]) => ({ value: key, label }))}
    value={value ?? []}
    onChange={onChange}
  />
)
