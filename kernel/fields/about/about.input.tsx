import type { InputOf } from '../../web/ui/field-web.ts'
import { RecordsPicker } from '../../web/ui/RecordPicker.tsx'

export const AboutInput: InputOf<'about'> = ({ value, onChange, field, included, control }) => (
  <RecordsPicker
    objects={field.to}
    included={included}
    control={control}
    value={(value ?? []).map(({ object, id }) => (field.to.length > 1 ? `${object}:${id}` : id))}
    onChange={keys => onChange(keys.map(key => linkOf(key, field.to)))}
  />
)

function linkOf(key: string, objects: readonly string[]) {
  const [object, id] = key.split(':')
  return id === undefined ? { object: objects[0], id: key } : { object, id }
}
