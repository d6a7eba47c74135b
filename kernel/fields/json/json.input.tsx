import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { InputProps } from '../../web/ui/field-web.ts'
import { jsonType } from './json.ts'

/** What is typed stays as it was typed. */
export function JsonInput({ value, onChange, field, control }: InputProps<'json'>) {
  const [typed, setTyped] = useState(() => (value === null ? '' : JSON.stringify(value, undefined, 2)))
  return (
    <Textarea
      {...control}
      autosize
      minRows={3}
      maxRows={16}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        onChange(
          jsonType.fromText(event.currentTarget.value, field, { language: '', zone: '', country: '', currency: '' }),
        )
      }}
    />
  )
}
