import type { FieldWeb } from '../../web/ui/field-web.ts'

export const longTextWeb: FieldWeb<'long_text'> = {
  wide: true,
  Cell: ({ value, place }) =>
    place === 'row' ? value.split('\n', 1)[0] : <span style={{ whiteSpace: 'pre-wrap' }}>{value}</span>,
}
