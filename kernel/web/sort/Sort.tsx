import { Button, Popover } from '@mantine/core'
import { Suspense, useRef, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { isChoosing, useOutside } from '../ui/floating.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/when-online.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Sort.module.css'
import { nameOf } from './sort-keys.ts'

const SortKeys = lazyPart(() => import('./SortKeys.tsx'))

export interface SortProps {
  readonly object: DescribedObject
  /** 'name' or '-name', the most important first. */
  readonly sort: readonly string[]
  readonly onChange: (sort: readonly string[]) => void
}

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
          title={say('sort.title')}
          aria-label={label ?? say('sort.title')}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.word}>{label ?? say('sort.title')}</span>
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
        <Suspense>
          <SortKeys object={object} sort={sort} onChange={onChange} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
