import { type ComboboxParsedItem, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { fold } from '../../schema/fold.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useListWords } from '../words/list/words.ts'
import { type Subject, subjectsOf } from './subjects.ts'

interface SubjectSelectProps {
  readonly object: DescribedObject
  readonly value: string
  /** What it is called where it is none of those that are offered. */
  readonly label: string
  readonly isNew: boolean
  readonly onChange: (subject: Subject) => void
}

/** The field that a condition is about. */
export function SubjectSelect({ object, value, label, isNew, onChange }: SubjectSelectProps) {
  const say = useListWords()
  const schema = useSchema()
  const subjects = useMemo(() => subjectsOf(schema, object), [schema, object])
  const counts = say('filter.subject.counts')
  const groups = Map.groupBy(subjects, subject => (subject.kind === 'field' ? subject.group : counts))
  const data = [...groups].map(([group, items]) => ({
    group,
    items: items.map(each => ({
      value: each.key,
      label: each.kind === 'no-step' ? say('filter.no-step') : each.label,
    })),
  }))
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  const isKnown = value === '' || subjects.some(({ key }) => key === value)
  return (
    <Select
      aria-label={say('filter.subject')}
      placeholder={say('filter.subject.choose')}
      data={isKnown ? data : [{ group: object.label[0], items: [{ value, label }] }, ...data]}
      value={value || null}
      onChange={key => {
        const found = subjects.find(subject => subject.key === key)
        if (found) onChange(found)
      }}
      searchable
      allowDeselect={false}
      autoFocus={isNew}
      // In a hand it would cover what it is about.
      defaultDropdownOpened={isNew && !isPhone}
      openOnFocus={false}
      nothingFoundMessage={say('form.nothing-found')}
      maxDropdownHeight={320}
      comboboxProps={{ width: 280, position: 'bottom-start', transitionProps: { duration: 80 } }}
      filter={({ options, search }) => found(options, fold(search.trim()))}
    />
  )
}

/** By any part of its name, without case and accents. */
const found = (options: readonly ComboboxParsedItem<string>[], search: string): ComboboxParsedItem<string>[] =>
  options.flatMap((option): ComboboxParsedItem<string>[] => {
    if (!('group' in option)) return fold(option.label).includes(search) ? [option] : []
    const items = option.items.filter(({ label }) => fold(label).includes(search))
    return items.length ? [{ ...option, items }] : []
  })
