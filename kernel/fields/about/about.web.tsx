import type { FieldWeb } from '../../web/ui/field-web.ts'
import { RecordLink } from '../../web/ui/RecordLink.tsx'

export const aboutWeb: FieldWeb<'about'> = {
  wide: true,
  Cell: ({ value, included, place }) => (
    <span style={place === 'fact' ? { display: 'flex', flexDirection: 'column' } : undefined}>
      {value.map(({ object, id }, at) => (
        <span key={id}>
          <RecordLink object={object} id={id} included={included} />
          {place === 'row' && at < value.length - 1 && ', '}
        </span>
      ))}
    </span>
  ),
}
