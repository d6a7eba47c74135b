import { Select } from '@mantine/core'
import { Chip } from '../../web/ui/Chip.tsx'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import { useWords } from '../../web/ui/person.ts'
import { labelOf } from './options.ts'

export const choiceWeb: FieldWeb<'choice'> = {
  Cell: ({ value, field }) => <Chip tone={field.tones?.[value] ?? 'grey'}>{labelOf(value, field.options)}</Chip>,
  Input: ({ value, onChange, field, control }) => {
    const say = useWords()
    return (
      <Select
        {...control}
        data={Object.entries(field.options).map(([key, label]) => ({ value: key, label }))}
        value={value}
        onChange={onChange}
        allowDeselect={!field.required}
        searchable={Object.keys(field.options).length > 8}
        nothingFoundMessage={say('form.nothing-found')}
      />
    )
  },
}
