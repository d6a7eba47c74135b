import type { KeyboardEvent } from 'react'
import type { Drag } from './use-drag.ts'
import type { Held } from './use-move.ts'

interface Carrying {
  readonly drag: Drag | undefined
  readonly set: (drag: Drag | undefined) => void
  /** Every place to which a card can be moved, from left to right; then what can be done with it. */
  readonly columns: readonly string[]
  readonly targetsFor: (held: Held) => readonly string[]
  readonly mayHold: (held: Held) => boolean
  readonly onDrop: (held: Held, over: string | undefined) => void
}

/** Space takes a card up and puts it down, arrows carry it, Esc gives up; with empty hands they lead from card to card. */
export function useCarry({ drag, set, columns, targetsFor, mayHold, onDrop }: Carrying) {
  return (event: KeyboardEvent<HTMLElement>, held: Held, from: string) => {
    const { key } = event
    const isMine = drag?.record.id === held.record.id
    if (key === ' ' && !isMine && mayHold(held)) set({ ...held, over: from })
    else if (key === ' ' && isMine) {
      set(undefined)
      onDrop(drag, drag.over)
    } else if (key === 'Escape' && isMine) set(undefined)
    else if (key === 'Tab' && isMine) return set(undefined)
    else if (isMine && key.startsWith('Arrow')) set({ ...drag, over: next(key, drag.over ?? from) })
    else if (key.startsWith('Arrow')) lead(event.currentTarget, key)
    else return
    event.preventDefault()
    event.stopPropagation()

    function next(arrow: string, over: string) {
      const targets = targetsFor(held)
      const row = targets.includes(over) ? targets : columns
      const at = row.indexOf(over)
      if (arrow === 'ArrowDown') return row === columns ? (targets[0] ?? over) : over
      if (arrow === 'ArrowUp') return row === columns ? over : from
      return row[at + (arrow === 'ArrowRight' ? 1 : -1)] ?? over
    }
  }
}

function lead(link: HTMLElement, key: string) {
  const linksIn = (column: Element | null | undefined) => [
    ...(column?.querySelectorAll<HTMLElement>('[data-card] a') ?? []),
  ]
  const column = link.closest('[data-place]')
  const here = linksIn(column)
  const at = here.indexOf(link)
  if (key === 'ArrowDown' || key === 'ArrowUp') return here[at + (key === 'ArrowDown' ? 1 : -1)]?.focus()
  const columns = [...(column?.parentElement?.querySelectorAll(':scope > [data-place]') ?? [])]
  const side = key === 'ArrowRight' ? 1 : -1
  for (let next = columns.indexOf(column as Element) + side; columns[next]; next += side) {
    const links = linksIn(columns[next])
    if (links.length) return (links[at] ?? links.at(-1))?.focus()
  }
}
