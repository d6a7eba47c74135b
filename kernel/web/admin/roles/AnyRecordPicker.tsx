import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { recordQuery } from '../../queries.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { searchQuery } from '../../search.ts'
import { titleOf } from '../../ui/titles.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { type Found, inAddress } from './in-address.ts'

interface AnyRecordPickerProps {
  readonly label: string
  readonly placeholder: string
  readonly object: DescribedObject | undefined
  readonly id: string | undefined
  readonly onChange: (found: Found | undefined) => void
}

/** A record of whatever object: by its name, or by the address of its page where it has no name to search for. */
export function AnyRecordPicker({ label, placeholder, object, id, onChange }: AnyRecordPickerProps) {
  const say = useAdminWords()
  const schema = useSchema()
  const chosen = useChosen(object, id)
  const [typed, type] = useState('')
  const pasted = inAddress(typed, schema)
  const [search] = useDebouncedValue(pasted || typed === chosen?.label ? '' : typed.trim(), 150)
  const { data: hits = [] } = useQuery(searchQuery(search))
  const found = (search ? hits : []).map(hit => ({
    value: `${hit.object}:${hit.id}`,
    label: named(schema.byName(hit.object), hit.title || say('list.untitled')),
  }))
  const page = pasted
    ? [{ value: `${pasted.object}:${pasted.id}`, label: named(schema.byName(pasted.object), typed.trim()) }]
    : []
  const options = [...page, ...found]
  const known = chosen && !options.some(({ value }) => value === chosen.value) ? [chosen] : []
  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={[...known, ...options]}
      value={chosen?.value ?? null}
      onChange={value => {
        const [name = '', record = ''] = value?.split(':') ?? []
        onChange(value ? { object: name, id: record } : undefined)
      }}
      onSearchChange={type}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('form.none') }}
      // The server has searched already, in its own way.
      filter={({ options: all }) => all}
      nothingFoundMessage={say(typed.trim() ? 'form.nothing-found' : 'why.record.hint')}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  )
}

function useChosen(object: DescribedObject | undefined, id: string | undefined) {
  const say = useAdminWords()
  const { objects } = useSchema()
  const asked = recordQuery(object ?? (objects[0] as DescribedObject), id ?? '')
  const { data } = useQuery({ ...asked, queryFn: object && id ? asked.queryFn : skipToken })
  if (!object || !id) return undefined
  const title = data ? titleOf(object, data) || say('list.untitled') : say('value.unseen')
  return { value: `${object.name}:${id}`, label: named(object, title) }
}

const named = (object: DescribedObject | undefined, title: string) => (object ? `${title} · ${object.label[0]}` : title)
