import { Chip, Chips } from '../../web/ui/Chip.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'

export const tagsWeb: FieldWeb<'tags'> = {
  Cell: ({ value, included }) => (
    <Chips>
      {value.flatMap(id => {
        const title = included.tag?.[id]?.title
        return title ? [<Chip key={id}>{title}</Chip>] : []
      })}
    </Chips>
  ),
}
