import { Chip, Chips } from '../../web/ui/Chip.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import { RecordsPicker } from '../../web/ui/RecordPicker.tsx'

export const tagsWeb: FieldWeb<'tags'> = {
  Cell: ({ value, included }) => (
    <Chips>
      {value.flatMap(id => {
        const title = included.tag?.[id]?.title
        return title ? [<Chip key={id}>{title}</Chip>] : []
      })}
    </Chips>
  ),
  Input: ({ value, onChange, included, control }) => (
    <RecordsPicker objects={['tag']} included={included} control={control} value={value ?? []} onChange={onChange} />
  ),
}
