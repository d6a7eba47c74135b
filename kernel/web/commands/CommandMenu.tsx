import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSchema } from '../schema/use-schema.ts'
import { searchQuery } from '../search.ts'
import { Icon } from '../ui/Icon.tsx'
import { useFocusReturn } from '../ui/use-focus-return.ts'
import { useWords } from '../words/words.tsx'
import { Choices } from './Choices.tsx'
import styles from './CommandMenu.module.css'
import { useChoices } from './use-choices.ts'

/** One box for everything: records by name, what can be done here, where one can go. */
export default function CommandMenu({ onClose }: { readonly onClose: () => void }) {
  const say = useWords()
  useFocusReturn()
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      title={say('menu.title')}
      classNames={{ content: styles.content, body: styles.body, header: styles.title, inner: styles.inner }}
      size={620}
      yOffset="12dvh"
      transitionProps={{ duration: 80 }}
      attributes={{ header: { role: 'presentation' } }}
    >
      <Box onClose={onClose} />
    </Modal>
  )
}

function Box({ onClose }: { readonly onClose: () => void }) {
  const say = useWords()
  const { byName } = useSchema()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 40, { leading: true })
  const search = useQuery(searchQuery(text))
  const sections = useChoices(typed.trim(), search.data ?? [], byName)
  const choices = sections.flatMap(section => section.choices)
  const [wanted, want] = useState<string>()
  const active = choices.find(({ id }) => id === wanted) ?? choices[0]
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) list.current?.querySelector(`[id="${CSS.escape(active.id)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const take = (id: string) => {
    onClose()
    // After the menu has given the focus back, so that what runs may take it.
    const chosen = choices.find(choice => choice.id === id)
    requestAnimationFrame(() => chosen?.run())
  }
  const move = (event: KeyboardEvent) => {
    const at = choices.findIndex(({ id }) => id === active?.id)
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 + choices.length }
    const next = steps[event.key]
    if (next !== undefined) want(choices[next % choices.length]?.id)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && active) take(active.id)
    else return
    event.preventDefault()
  }
  const isNothing = choices.length === 0 && text === typed.trim() && !search.isFetching
  return (
    <>
      <div className={styles.head}>
        <Icon name="search" />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-label={say('shell.search.hint')}
          aria-expanded
          aria-controls="choices"
          aria-activedescendant={active?.id}
          autoComplete="off"
          spellCheck={false}
          placeholder={say('shell.search.hint')}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            want(undefined)
          }}
          onKeyDown={move}
        />
        <kbd className={styles.escape}>{say('menu.escape')}</kbd>
      </div>
      <Choices ref={list} sections={sections} active={active?.id} onTake={take} onPoint={want} />
      <p className={isNothing ? styles.nothing : 'unseen'} role="status">
        {isNothing ? say('search.nothing', { search: typed.trim() }) : say('menu.found', { count: choices.length })}
      </p>
    </>
  )
}
