import type { InputOf } from '../../web/ui/field-web.ts'
import { RecordPicker } from '../../web/ui/RecordPicker.tsx'

export const RefInput: InputOf<'ref'> = ({ value, onChange, field, included, control }) => (
  <RecordPicker objects={[field.to]} included={included} control={control} value={value} onChange={onChange} />
)
