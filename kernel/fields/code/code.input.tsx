import { Select } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'
import { useLocale, useWords } from '../../web/ui/person.ts'
import { codesIn } from './codes.ts'

export const CodeInput: InputOf<'code'> = ({ value, onChange, field, control }) => {
  const say = useWords()
  const { language } = useLocale()
  return (
    <Select
      {...control}
      data={codesIn(field.of, language).map(({ code, name }) => ({ value: code, label: name }))}
      value={value}
      onChange={onChange}
      allowDeselect={!field.required}
      searchable
      nothingFoundMessage={say('form.nothing-found')}
    />
  )
}
