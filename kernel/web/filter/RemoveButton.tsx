import { ActionIcon } from '@mantine/core'
import type { MouseEvent } from 'react'
import { Icon } from '../ui/Icon.tsx'

/** Takes itself away with what it removes, so it hands the keyboard to what follows first. */
export function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const remove = ({ currentTarget }: MouseEvent) => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-removes]')]
    const at = all.indexOf(currentTarget as HTMLElement)
    const next = all[at + 1] ?? all[at - 1]
    onClick()
    next?.focus()
  }
  return (
    <ActionIcon variant="subtle" size={30} data-removes aria-label={label} title={label} onClick={remove}>
      <Icon name="x" size={15} />
    </ActionIcon>
  )
}
