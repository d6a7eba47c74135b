import { MultiSelect, Select, TagsInput, TextInput } from '@mantine/core'
import { codesIn } from '../../fields/code/codes.ts'
import { inputOf } from '../../fields/types.input.ts'
import type { DescribedField } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { useLocale } from '../schema/use-schema.ts'
import { RecordsPicker } from '../ui/RecordPicker.tsx'
import { useListWords } from '../words/list/words.ts'
import { type Asked, shapeOf } from './operators.ts'
import { PeriodInput } from './PeriodInput.tsx'
import { idOf } from './words.ts'

export interface OperandProps {
  readonly field: DescribedField
  readonly operator: Asked
  readonly operand: unknown
  readonly onChange: (operand: unknown) => void
  readonly included: Included
  readonly label: string
  readonly error: string | undefined
}

/** What a field is compared with: its own control, or several values, a piece of text, a stretch of time. */
export function OperandInput(props: OperandProps) {
  const { operator, operand, onChange, label, error } = props
  switch (shapeOf(operator)) {
    case 'piece':
      return (
        <TextInput
          aria-label={label}
          error={error}
          value={typeof operand === 'string' ? operand : ''}
          maxLength={200}
          onChange={event => onChange(event.currentTarget.value)}
        />
      )
    case 'period':
      return <PeriodInput label={label} period={operand} onChange={onChange} />
    case 'many':
      return <Many {...props} />
    case 'one':
      return <One {...props} />
    case 'none':
      return null
  }
}

function One({ field, operand, onChange, included, label, error }: OperandProps) {
  const say = useListWords()
  const { currency } = useLocale()
  if (field.type === 'flag')
    return (
      <Select
        aria-label={label}
        data={[
          { value: 'true', label: say('value.yes') },
          { value: 'false', label: say('value.no') },
        ]}
        value={String(operand === true)}
        onChange={value => onChange(value === 'true')}
        allowDeselect={false}
      />
    )
  const Input = inputOf(field)
  const isAmount = field.type === 'money' && (typeof operand === 'number' || typeof operand === 'string')
  const value = isAmount ? { amount: String(operand), currency } : (operand ?? null)
  return (
    <Input
      field={{ ...field, required: false } as never}
      value={value as never}
      onChange={onChange}
      included={included}
      control={controlOf(field, label, error)}
    />
  )
}

function Many({ field, operand, onChange, included, label, error }: OperandProps) {
  const say = useListWords()
  const { language } = useLocale()
  const values: readonly unknown[] = Array.isArray(operand) ? operand : []
  const control = controlOf(field, label, error)
  if (field.type === 'choice' || field.type === 'choices')
    return (
      <MultiSelect
        {...control}
        data={Object.entries(field.options).map(([value, text]) => ({ value, label: text }))}
        value={values.map(String)}
        onChange={onChange}
        searchable={Object.keys(field.options).length > 8}
        comboboxProps={{ transitionProps: { duration: 80 } }}
      />
    )
  if (field.type === 'code')
    return (
      <MultiSelect
        {...control}
        data={codesIn(field.of, language).map(({ code, name }) => ({ value: code, label: name }))}
        value={values.map(String)}
        onChange={onChange}
        searchable
        comboboxProps={{ transitionProps: { duration: 80 } }}
      />
    )
  if (field.type === 'ref' || field.type === 'refs' || field.type === 'tags') {
    const to = field.type === 'tags' ? 'tag' : field.to
    return (
      <RecordsPicker
        objects={[to]}
        included={included}
        control={control}
        value={values.map(idOf)}
        onChange={onChange}
        {...(to === 'user' ? { also: [{ value: '@me', label: say('filter.me') }] } : {})}
      />
    )
  }
  const Input = inputOf(field)
  if (field.type === 'about')
    return (
      <Input field={field as never} value={values as never} onChange={onChange} included={included} control={control} />
    )
  return (
    <TagsInput
      {...control}
      value={values.map(String)}
      onChange={texts => onChange(field.type === 'number' ? texts.map(Number) : texts)}
    />
  )
}

const controlOf = (field: DescribedField, label: string, error: string | undefined) => ({
  label: '',
  'aria-label': label,
  name: field.name,
  withAsterisk: false,
  ...(error ? { error } : {}),
})
