import { Chip, Chips } from '../../web/ui/Chip.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'

export const tagsWeb: FieldWeb<'tags'> = {
  Cell: ({ value, included }) => (
    <Chips>
      {value.flatMap(id => {
        const tag = included.tag?.[id]
        return tag
          ? [
              <Chip key={id} tone={tag.tone}>
                {tag.title}
              </Chip>,
            ]
          : []
      })}
    </Chips>
  ),
}
