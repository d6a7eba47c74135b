import { Chip } from '../../web/ui/Chip.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import { labelOf } from './options.ts'

export const choiceWeb: FieldWeb<'choice'> = {
  Cell: ({ value, field }) => <Chip tone={field.tones?.[value] ?? 'grey'}>{labelOf(value, field.options)}</Chip>,
}
