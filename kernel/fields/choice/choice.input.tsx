import { Select } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'
import { useWords } from '../../web/ui/person.ts'

export const ChoiceInput: InputOf<'choice'> = ({ value, onChange, field, control }) => {
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
}
