import type { FieldWeb } from '../../web/ui/field-web.ts'
import { RecordLink } from '../../web/ui/RecordLink.tsx'
import { RecordPicker } from '../../web/ui/RecordPicker.tsx'

export const refWeb: FieldWeb<'ref'> = {
  Cell: ({ value, field, included }) => <RecordLink object={field.to} id={value} included={included} />,
  Input: ({ value, onChange, field, included, control }) => (
    <RecordPicker objects={[field.to]} included={included} control={control} value={value} onChange={onChange} />
  ),
}
