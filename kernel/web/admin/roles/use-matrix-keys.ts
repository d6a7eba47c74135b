import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'

/** A table of controls is one stop of Tab; the arrows go from one to the next. */
export function useMatrixKeys() {
  const table = useRef<HTMLTableElement>(null)
  const last = useRef<HTMLElement>(null)
  // Controls come and go with what is chosen.
  useLayoutEffect(() => {
    const all = controlsIn(table.current)
    const one = all.find(control => control === last.current) ?? all[0]
    for (const control of all) control.tabIndex = control === one ? 0 : -1
  })
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    if (last.current) last.current.tabIndex = -1
    target.tabIndex = 0
    last.current = target
  }
  // Up and down one stays in the column where one began, also past rows that have nothing there.
  const column = useRef<number>(undefined)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { altKey, ctrlKey, metaKey, key, target } = event
    if (altKey || ctrlKey || metaKey || !(target instanceof HTMLElement) || isOpen(target)) return
    const isUpright = key === 'ArrowUp' || key === 'ArrowDown'
    column.current = isUpright ? (column.current ?? columnOf(target)) : undefined
    const next = isUpright ? beyond(target, key, column.current ?? 0) : beside(target, key)
    if (next === undefined) return
    // A closed list would take another value by them.
    event.preventDefault()
    next?.focus()
  }
  return { ref: table, onFocus, onKeyDown }
}

/** Where a key leads along the row: nowhere at its end, and undefined where it leads to no other control. */
function beside(from: HTMLElement, key: string): HTMLElement | null | undefined {
  const along = controlsIn(from.closest('tr'))
  const at = along.indexOf(from)
  if (key === 'ArrowRight') return along[at + 1] ?? null
  if (key === 'ArrowLeft') return along[at - 1] ?? null
  if (key === 'Home') return along[0]
  return key === 'End' ? along.at(-1) : undefined
}

function beyond(from: HTMLElement, key: 'ArrowUp' | 'ArrowDown', column: number): HTMLElement | null {
  const row = from.closest('tr')
  const rows = [...(row?.closest('table')?.rows ?? [])]
  const place = row ? rows.indexOf(row) : 0
  const onward = key === 'ArrowDown' ? rows.slice(place + 1) : rows.slice(0, place).reverse()
  return onward.map(each => nearest(each, column)).find(Boolean) ?? null
}

/** In the column or, where the row has nothing there, in the next one that it has. */
function nearest(row: HTMLTableRowElement, column: number) {
  const away = (control: HTMLElement) => Math.abs(columnOf(control) - column)
  return controlsIn(row).toSorted((a, b) => away(a) - away(b))[0]
}

const columnOf = (control: HTMLElement) => control.closest('td')?.cellIndex ?? 0

const controlsIn = (within: Element | null | undefined) => [
  ...(within?.querySelectorAll<HTMLElement>('td :is(select, button)') ?? []),
]

const isOpen = (control: HTMLElement) => CSS.supports('selector(:open)') && control.matches(':open')
