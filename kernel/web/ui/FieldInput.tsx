import { Input as Box } from '@mantine/core'
import { inputOf } from '../../fields/types.input.ts'
import type { DescribedField } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import styles from './FieldInput.module.css'
import { FieldValue } from './FieldValue.tsx'
import { Icon } from './Icon.tsx'

interface FieldInputProps {
  readonly field: DescribedField
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly included: Included
  readonly error?: string | undefined
  readonly placeholder?: string
  /** Where one begins to type. */
  readonly isFirst?: boolean
}

/** The control of any field, with its label, its help and what is wrong with it. */
export function FieldInput({ field, value, onChange, included, error, placeholder, isFirst = false }: FieldInputProps) {
  if (field.readonly) return <Still field={field} value={value} included={included} />
  const Input = inputOf(field)
  const control = {
    label: field.label,
    name: field.name,
    withAsterisk: field.required === true,
    ...(field.help ? { description: field.help } : {}),
    ...(error ? { error } : {}),
    ...(placeholder ? { placeholder } : {}),
    ...(isFirst ? { 'data-autofocus': true as const } : {}),
  }
  return (
    <Input
      field={field as never}
      value={(value ?? null) as never}
      onChange={onChange}
      included={included}
      control={control}
    />
  )
}

/** What may only be read stands where it would be written. */
const Still = ({ field, value, included }: Pick<FieldInputProps, 'field' | 'value' | 'included'>) => (
  <Box.Wrapper label={field.label} description={field.help} labelElement="div">
    <div className={styles.still}>
      <FieldValue field={field} value={value} included={included} place="fact" />
      <Icon name="lock" size={14} />
    </div>
  </Box.Wrapper>
)
