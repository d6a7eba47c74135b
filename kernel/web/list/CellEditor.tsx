import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { useEditing } from '../live/presence.ts'
import { FieldInput } from '../ui/FieldInput.tsx'
import type { Column } from './columns.ts'
import styles from './Table.module.css'

/** Where the cursor goes when one is done. */
export type Onward = 'stay' | 'down' | 'right' | 'left'

interface CellEditorProps {
  readonly object: DescribedObject
  readonly column: Column
  readonly record: AnyRecord
  readonly included: Included
  /** What was refused when it was last written here. */
  readonly refused: Readonly<Record<string, unknown>>
  readonly onDone: (patch: Readonly<Record<string, unknown>>, onward: Onward) => void
  readonly onGiveUp: () => void
}

/** The control of the field in the place of its value. */
export function CellEditor({ object, column, record, included, refused, onDone, onGiveUp }: CellEditorProps) {
  const [touched, setTouched] = useState(refused)
  const box = useRef<HTMLDivElement>(null)
  const isOver = useRef(false)
  useEditing(object.name, record.id)
  const leaving = useRef(() => {})
  // The control is seen first; a key that comes before its list does opens that at once.
  useEffect(() => afterPaint(() => openList(box.current)), [])
  // As with a hand that goes elsewhere: what was written is to be saved, also when the table goes away under it.
  useEffect(() => () => leaving.current(), [])
  const end = (patch: Readonly<Record<string, unknown>>, onward: Onward) => {
    if (isOver.current) return
    isOver.current = true
    onDone(patch, onward)
  }
  leaving.current = () => {
    if (Object.keys(touched).length > 0) end(touched, 'stay')
  }
  const set = (name: string, value: unknown) => {
    const patch = { ...touched, [name]: value }
    setTouched(patch)
    // One pick is all that there is to say.
    if (column.fields.some(field => field.name === name && picked.has(field.type))) end(patch, 'stay')
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    // A list that was open took it: the choice of an option is not the end of it.
    if (event.defaultPrevented && event.key !== 'Escape') return
    if (event.key === 'Escape') {
      isOver.current = true
      onGiveUp()
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      end(touched, 'down')
    } else if (event.key === 'Tab' && isLast(box.current, event)) {
      event.preventDefault()
      end(touched, event.shiftKey ? 'left' : 'right')
    }
  }
  const leave = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget) && !isInList(event.relatedTarget)) end(touched, 'stay')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the controls in it
    <div
      ref={box}
      className={styles.editor}
      onKeyDownCapture={() => flushSync(() => openList(box.current))}
      onKeyDown={press}
      onBlur={leave}
    >
      {column.fields.map((field, at) => (
        <FieldInput
          key={field.name}
          field={field}
          value={field.name in touched ? touched[field.name] : record[field.name]}
          onChange={value => set(field.name, value)}
          included={included}
          isFirst={at === 0}
        />
      ))}
    </div>
  )
}

const picked = new Set(['choice', 'code', 'ref'])

/** Puts the hand on the control, with what is there marked, so that typing takes its place. */
export function grab(box: HTMLElement | null | undefined) {
  const control = box?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea')
  control?.focus()
  control?.select()
}

/** A list from which one picks opens by itself. */
function openList(box: HTMLElement | null) {
  const control = box?.querySelector<HTMLInputElement>('input[aria-haspopup="listbox"]')
  if (control?.getAttribute('aria-expanded') === 'false') control.click()
}

/** In a task of its own, when the next picture stands; answers with how to call it off. */
function afterPaint(run: () => void) {
  let later: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    later = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(later)
  }
}

/** Of several controls, Tab goes to the next before it leaves. */
function isLast(box: HTMLElement | null, { shiftKey, target }: KeyboardEvent) {
  const controls = [...(box?.querySelectorAll('input:not([type=hidden]), textarea, select') ?? [])]
  return target === (shiftKey ? controls[0] : controls.at(-1))
}

const isInList = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="listbox"]') !== null
