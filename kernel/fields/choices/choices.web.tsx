import { Chip, Chips } from '../../web/ui/Chip.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import { labelOf } from '../choice/options.ts'

export const choicesWeb: FieldWeb<'choices'> = {
  Cell: ({ value, field }) => (
    <Chips>
      {value.map(key => (
        <Chip key={key}>{labelOf(key, field.options)}</Chip>
      ))}
    </Chips>
  ),
}
