import type { FieldWeb } from '../../web/ui/field-web.ts'
import { RecordLink } from '../../web/ui/RecordLink.tsx'
import { RecordsPicker } from '../../web/ui/RecordPicker.tsx'

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
  Input: ({ value, onChange, field, included, control }) => (
    <RecordsPicker
      objects={field.to}
      included={included}
      control={control}
      value={(value ?? []).map(({ object, id }) => (field.to.length > 1 ? `${object}:${id}` : id))}
      onChange={keys => onChange(keys.map(key => linkOf(key, field.to)))}
    />
  ),
}

function linkOf(key: string, objects: readonly string[]) {
  const [object, id] = key.split(':')
  return id === undefined ? { object: objects[0], id: key } : { object, id }
}
