import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { moved } from './moved.ts'
import styles from './Sortable.module.css'

interface SortableProps<R extends { readonly id: string }> {
  readonly label: string
  readonly rows: readonly R[]
  readonly nameOf: (row: R) => string
  readonly children: (row: R) => ReactNode
  readonly onOrder: (rows: readonly R[]) => void
  /** What the handle is called, and where a row came to lie. */
  readonly say: (word: 'order.move' | 'order.moved', values: Readonly<Record<string, string | number>>) => string
}

/** Rows that are put in order by their handle: dragged by mouse or finger, or moved by the arrow keys. */
export function Sortable<R extends { readonly id: string }>(props: SortableProps<R>) {
  const { label, rows, nameOf, children, onOrder, say } = props
  const [dragged, setDragged] = useState<{ readonly id: string; readonly order: readonly R[] }>()
  const [told, tell] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const shown = dragged?.order ?? rows

  const step = (event: KeyboardEvent, from: number) => {
    const to = event.key === 'ArrowUp' ? from - 1 : event.key === 'ArrowDown' ? from + 1 : from
    if (to === from) return
    event.preventDefault()
    const order = moved(rows, from, to)
    if (order === rows) return
    const row = rows[from] as R
    tell(say('order.moved', { name: nameOf(row), place: to + 1, count: rows.length }))
    onOrder(order)
  }
  const drag = (event: PointerEvent) => {
    if (!dragged) return
    const places = [...(list.current?.children ?? [])].map(child => child.getBoundingClientRect())
    const to = places.findIndex(({ bottom }) => event.clientY < bottom)
    const from = dragged.order.findIndex(({ id }) => id === dragged.id)
    setDragged({ ...dragged, order: moved(dragged.order, from, to === -1 ? places.length - 1 : to) })
  }
  const drop = () => {
    if (dragged?.order.some(({ id }, at) => id !== rows[at]?.id)) onOrder(dragged.order)
    setDragged(undefined)
  }
  return (
    <>
      <ul ref={list} className={styles.list} aria-label={label}>
        {shown.map((row, at) => (
          <li key={row.id} className={styles.row} data-dragged={dragged?.id === row.id || undefined}>
            <button
              type="button"
              className={styles.handle}
              aria-label={say('order.move', { name: nameOf(row) })}
              onKeyDown={event => step(event, at)}
              onPointerDown={event => {
                event.currentTarget.setPointerCapture(event.pointerId)
                setDragged({ id: row.id, order: rows })
              }}
              onPointerMove={drag}
              onPointerUp={drop}
              onPointerCancel={() => setDragged(undefined)}
            >
              <Icon name="grip" size={16} />
            </button>
            {children(row)}
          </li>
        ))}
      </ul>
      <span className="unseen" role="status">
        {told}
      </span>
    </>
  )
}
