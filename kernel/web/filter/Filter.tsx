import { Button, Popover } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Suspense, useRef, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useCommand } from '../commands/registry.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useOutside } from '../ui/floating.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/when-online.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Filter.module.css'
import { FilterChips } from './FilterChips.tsx'
import type { Where } from './tree.ts'
import { useTree } from './use-tree.ts'

const Builder = lazyPart(() => import('./Builder.tsx').then(({ Builder }) => ({ default: Builder })))

export interface FilterProps {
  readonly object: DescribedObject
  /** A filter, as the API takes it. */
  readonly where: Where | undefined
  readonly onChange: (where: Where | undefined) => void
  /** What is searched for beside it: the number of matches counts it in. */
  readonly search?: string | undefined
}

/** The conditions of a list in words, and the button that opens them. */
export function Filter(props: FilterProps) {
  const { object, where, onChange } = props
  const say = useListWords()
  const [isOpen, setOpen] = useState(false)
  const [root, change] = useTree(object, where, onChange)
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const open = () => setOpen(true)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useCommand({ id: 'list.filter', label: say('filter.title'), icon: 'filter', keys: 'f', group: 'here', run: open })
  useOutside(isOpen && !isPhone, [panel, button], () => setOpen(false))
  const builder = isOpen && (
    <Suspense fallback={<div className={styles.waiting} />}>
      <Builder object={object} root={root} onChange={change} search={props.search} onClose={close} />
    </Suspense>
  )
  const opener = (
    <Button
      ref={button}
      variant="subtle"
      h={30}
      px={10}
      leftSection={<Icon name="filter" />}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
    >
      {say('filter.title')}
    </Button>
  )
  const bar = (
    <div className={styles.bar}>
      <FilterChips object={object} root={root} onChange={change} onOpen={open} />
      {opener}
    </div>
  )
  if (isPhone)
    return (
      <>
        {bar}
        {isOpen && (
          <Dialog title={say('filter.title')} onClose={close}>
            {builder}
          </Dialog>
        )}
      </>
    )
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width="min(780px, calc(100vw - 32px))"
      trapFocus
      withRoles={false}
      // A list of choices inside of it is drawn elsewhere on the page, and has its own Escape.
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>{bar}</Popover.Target>
      <Popover.Dropdown ref={panel} role="dialog" className={styles.panel} aria-label={say('filter.title')}>
        {builder}
      </Popover.Dropdown>
    </Popover>
  )
}
