import { TextInput } from '@mantine/core'
import type { InputProps } from '../../web/ui/field-web.ts'
import { useLocale } from '../../web/ui/person.ts'
import { instantOf, wallOf } from './zone.ts'

/** Typed as the clock on the person's wall has it, kept as an instant. */
export function MomentInput({ value, onChange, control }: InputProps<'moment'>) {
  const { zone } = useLocale()
  const wall = value && !Number.isNaN(Date.parse(value)) ? wallOf(Date.parse(value), zone).slice(0, 16) : ''
  return (
    <TextInput
      {...control}
      type="datetime-local"
      value={wall}
      onChange={event => onChange(momentOf(event.currentTarget.value, zone))}
    />
  )
}

function momentOf(wall: string, zone: string) {
  if (wall === '') return null
  const at = instantOf(`${wall}:00`, zone)
  return at === undefined ? wall : new Date(at).toISOString()
}
