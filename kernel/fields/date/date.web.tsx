import { TextInput } from '@mantine/core'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import { formatDay } from '../../web/ui/format.ts'
import { useLocale } from '../../web/ui/person.ts'

export const dateWeb: FieldWeb<'date'> = {
  Cell: ({ value }) => <time dateTime={value}>{formatDay(value, useLocale())}</time>,
  Input: ({ value, onChange, control }) => (
    <TextInput
      {...control}
      type="date"
      max="9999-12-31"
      value={value ?? ''}
      onChange={event => onChange(event.currentTarget.value || null)}
    />
  ),
}
