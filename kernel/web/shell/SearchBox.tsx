import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useSchema } from '../schema/use-schema.ts'
import { searchQuery } from '../search.ts'
import { Icon } from '../ui/Icon.tsx'
import { asLine } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import styles from './TopBar.module.css'

/** One box over all records: type, choose, be there. */
export function SearchBox() {
  const say = useWords()
  const navigate = useNavigate()
  const { byName } = useSchema()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 100)
  const { data: hits = [], isFetched } = useQuery(searchQuery(text))
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  useHotkeys([
    ['mod+K', () => input.current?.focus()],
    ['/', () => input.current?.focus()],
  ])
  const go = (value: string) => {
    const [object = '', id = ''] = value.split(':')
    const plural = byName(object)?.plural
    box.closeDropdown()
    setTyped('')
    input.current?.blur()
    if (plural) void navigate({ to: '/$plural/$id', params: { plural, id } })
  }
  return (
    <Combobox store={box} onOptionSubmit={go} transitionProps={{ duration: 80 }}>
      <Combobox.Target>
        <TextInput
          ref={input}
          className={styles.search}
          type="search"
          aria-label={say('shell.search.hint')}
          placeholder={say('shell.search.hint')}
          leftSection={<Icon name="search" />}
          rightSection={<Kbd className={styles.key}>Ctrl K</Kbd>}
          rightSectionWidth={64}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            box.openDropdown()
            box.updateSelectedOptionIndex()
          }}
          onFocus={() => typed && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ''} className={styles.found}>
        <Combobox.Options aria-label={say('search.title')}>
          {hits.map(hit => (
            <Combobox.Option key={hit.id} value={`${hit.object}:${hit.id}`} className={styles.hit}>
              <Icon name={byName(hit.object)?.icon ?? 'dots'} />
              <span className="truncate">{asLine(hit.title, undefined) || say('list.untitled')}</span>
              <span className={styles.kind}>{byName(hit.object)?.label[0]}</span>
            </Combobox.Option>
          ))}
          {hits.length === 0 && isFetched && <Combobox.Empty>{say('search.nothing', { search: text })}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
