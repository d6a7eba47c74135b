import type { FieldWeb } from '../../web/ui/field-web.ts'
import { RecordLink } from '../../web/ui/RecordLink.tsx'

export const refWeb: FieldWeb<'ref'> = {
  Cell: ({ value, field, included }) => <RecordLink object={field.to} id={value} included={included} />,
}
