import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import styles from './List.module.css'
import { useAddress } from './list-address.ts'

/** What is typed goes into the address a moment later. */
export function ListSearch({ label, search }: { readonly label: string; readonly search: string }) {
  const [, go] = useAddress()
  const [typed, setTyped] = useState(search)
  const ask = useDebouncedCallback((q: string) => go(before => ({ ...before, q: q.trim() || undefined })), 200)
  // Back, forward and the button of the empty state change the address without the keyboard.
  const [known, setKnown] = useState(search)
  if (known !== search) {
    setKnown(search)
    if (typed.trim() !== search) setTyped(search)
  }
  return (
    <TextInput
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" />}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value)
        ask(event.currentTarget.value)
      }}
    />
  )
}
