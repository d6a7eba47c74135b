import { ActionIcon, Button, Popover, Select } from '@mantine/core'
import { useRef, useState } from 'react'
import { typeOf } from '../../fields/types.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { isChoosing, useOutside } from '../ui/floating.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Sort.module.css'
import { isDown, nameOf, sortBy, withField } from './sort-keys.ts'

interface SortProps {
  readonly object: DescribedObject
  /** 'name' or '-name', the most important first. */
  readonly sort: readonly string[]
  readonly onChange: (sort: readonly string[]) => void
}

const most = 4

/** By what the list is sorted, and by what then. */
export function Sort({ object, sort, onChange }: SortProps) {
  const say = useListWords()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  useOutside(isOpen, [panel, button], () => setOpen(false))
  const [first] = sort
  const label = first ? fieldOf(object, nameOf(first))?.label : undefined
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width="min(400px, calc(100vw - 32px))"
      trapFocus
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <Button
          ref={button}
          variant="subtle"
          h={30}
          px={10}
          leftSection={<Icon name="sort" />}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {label ?? say('sort.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        ref={panel}
        className={styles.panel}
        aria-label={say('sort.title')}
        onKeyDown={event => {
          if (event.key !== 'Escape' || isChoosing(event)) return
          setOpen(false)
          button.current?.focus()
        }}
      >
        <Keys object={object} sort={sort} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Keys({ object, sort, onChange }: SortProps) {
  const say = useListWords()
  const fields = object.fields.filter(field => typeOf(field).sortable)
  const free = fields.filter(({ name }) => !sort.some(key => nameOf(key) === name))
  const next = free[0]
  return (
    <>
      {sort.length === 0 && <p className={styles.none}>{say('sort.none')}</p>}
      <ol className={styles.keys}>
        {sort.map((key, at) => {
          const field = fieldOf(object, nameOf(key))
          const label = field?.label ?? nameOf(key)
          const offered = fields.filter(each => each === field || free.includes(each))
          return (
            <li key={nameOf(key)} className={styles.key}>
              <span className={styles.joint}>{say(at === 0 ? 'sort.by' : 'sort.then')}</span>
              <Select
                aria-label={say('sort.field')}
                data={offered.map(each => ({ value: each.name, label: each.label }))}
                value={nameOf(key)}
                onChange={name => name && onChange(withField(sort, at, name))}
                searchable
                allowDeselect={false}
              />
              <Button
                variant="default"
                h={30}
                px={8}
                leftSection={<Icon name={isDown(key) ? 'arrow-down' : 'arrow-up'} size={14} />}
                aria-label={`${say('sort.direction')}: ${say(isDown(key) ? 'sort.down' : 'sort.up')}`}
                onClick={() => onChange(sort.map(other => (other === key ? sortBy(nameOf(key), !isDown(key)) : other)))}
              >
                {say(isDown(key) ? 'sort.down' : 'sort.up')}
              </Button>
              <ActionIcon
                variant="subtle"
                size={30}
                aria-label={say('sort.remove', { label })}
                title={say('sort.remove', { label })}
                onClick={() => onChange(sort.filter(other => other !== key))}
              >
                <Icon name="x" size={15} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      {next && sort.length < most && (
        <Button
          variant="subtle"
          h={28}
          px={8}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => onChange([...sort, next.name])}
        >
          {say('sort.add')}
        </Button>
      )}
    </>
  )
}
