import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { readDecimal, writeDecimal } from '../../fields/number/decimal.ts'
import { useLocale } from '../schema/use-schema.ts'

interface DecimalInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  /** As JSON has it: '-1234.5'. */
  readonly value: string
  /** The same, or what was typed where that is no number. */
  readonly onChange: (value: string) => void
}

/** A number as the person writes it; what is typed stays as it was typed. */
export function DecimalInput({ value, onChange, ...control }: DecimalInputProps) {
  const { language } = useLocale()
  const [typed, setTyped] = useState<string>()
  const read = (text: string) => readDecimal(text, language) ?? text.trim()
  const shown = typed !== undefined && read(typed) === value ? typed : writeDecimal(value, language)
  return (
    <TextInput
      {...control}
      inputMode="decimal"
      className="tabular"
      value={shown}
      onChange={event => {
        setTyped(event.currentTarget.value)
        onChange(read(event.currentTarget.value))
      }}
    />
  )
}
