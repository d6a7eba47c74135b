import { Ago } from '../../web/ui/Ago.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'

export const momentWeb: FieldWeb<'moment'> = {
  Cell: ({ value }) => <Ago at={value} />,
}
