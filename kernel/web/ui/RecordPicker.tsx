import { MultiSelect, type OptionsFilter, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { choiceQuery } from '../queries.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useWords } from '../words/words.tsx'
import type { Control } from './field-web.ts'
import { asLine, titleOf } from './titles.ts'

interface PickerProps {
  /** The objects whose records may be chosen. */
  readonly objects: readonly string[]
  readonly included: Included
  readonly control: Control
}

interface OneProps extends PickerProps {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** One record, found by its name. */
export function RecordPicker({ objects, included, control, value, onChange }: OneProps) {
  const [search, setSearch] = useState('')
  const options = useOptions(objects, search, included, value === null ? [] : [value])
  return (
    <Select
      {...control}
      {...useShared()}
      clearable={!control.withAsterisk}
      data={options}
      value={value}
      onChange={onChange}
      onSearchChange={setSearch}
    />
  )
}

interface ManyProps extends PickerProps {
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
  /** Offered before the records. */
  readonly also?: readonly { readonly value: string; readonly label: string }[]
}

export function RecordsPicker({ objects, included, control, value, onChange, also = [] }: ManyProps) {
  const [search, setSearch] = useState('')
  const records = value.filter(id => !also.some(other => other.value === id))
  const options = [...also, ...useOptions(objects, search, included, records)]
  return (
    <MultiSelect
      {...control}
      {...useShared()}
      clearable
      data={options}
      value={[...value]}
      onChange={onChange}
      onSearchChange={setSearch}
    />
  )
}

function useShared() {
  const say = useWords()
  return {
    searchable: true,
    nothingFoundMessage: say('form.nothing-found'),
    // The server has searched already, in its own way.
    filter: unfiltered,
    comboboxProps: { transitionProps: { duration: 80 } },
    clearButtonProps: { 'aria-label': say('form.none') },
  }
}

const unfiltered: OptionsFilter = ({ options }) => options

/** What was found, and what is chosen already, which must not lose its name. */
function useOptions(names: readonly string[], typed: string, included: Included, chosen: readonly string[]) {
  const schema = useSchema()
  const say = useWords()
  const [remembered, setRemembered] = useState<Readonly<Record<string, string>>>({})
  const objects = names.flatMap(name => schema.byName(name) ?? [])
  const isChosenName = Object.values(remembered).includes(typed)
  const [search] = useDebouncedValue(isChosenName ? '' : typed.trim(), 150)
  const answers = useQueries({ queries: objects.map(object => choiceQuery(object, search)) })
  const found = objects.flatMap((object, at) =>
    (answers[at]?.data?.rows ?? []).map(row =>
      option(objects, object, row.id, titleOf(object, row) || say('list.untitled')),
    ),
  )
  const known = Object.fromEntries(found.map(({ value, label }) => [value, label]))
  if (found.some(({ value, label }) => remembered[value] !== label)) setRemembered({ ...remembered, ...known })
  const kept = chosen
    .filter(value => !(value in known))
    .map(value => ({ value, label: remembered[value] ?? nameIn(included, value) ?? say('value.unseen') }))
  return [...kept, ...found]
}

/** Among several objects, a choice says which one it is of. */
const option = (objects: readonly DescribedObject[], { name, label }: DescribedObject, id: string, title: string) =>
  objects.length > 1 ? { value: `${name}:${id}`, label: `${title} · ${label[0]}` } : { value: id, label: title }

function nameIn(included: Included, value: string) {
  const [object = '', id] = value.split(':')
  if (id !== undefined) return asLine(included[object]?.[id]?.title, undefined) || undefined
  for (const group of Object.values(included)) if (group[value]) return asLine(group[value].title, undefined)
  return undefined
}
