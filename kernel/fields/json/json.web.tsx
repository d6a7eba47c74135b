import type { FieldWeb } from '../../web/ui/field-web.ts'

export const jsonWeb: FieldWeb<'json'> = {
  wide: true,
  Cell: ({ value, place }) => (
    <code style={place === 'fact' ? { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } : {}}>
      {JSON.stringify(value, undefined, place === 'fact' ? 2 : 0)}
    </code>
  ),
}
