import type { InputOf } from '../../web/ui/field-web.ts'
import { RecordsPicker } from '../../web/ui/RecordPicker.tsx'

export const TagsInput: InputOf<'tags'> = ({ value, onChange, included, control }) => (
  <RecordsPicker objects={['tag']} included={included} control={control} value={value ?? []} onChange={onChange} />
)
