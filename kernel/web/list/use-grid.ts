// The hand on the table: keys and pointer, the cell under the cursor, and the one that is being written in.

import { useNavigate } from '@tanstack/react-router'
import type { Virtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AnyRecord } from '../client.ts'
import { useCommands } from '../commands/registry.ts'
import { useWords } from '../words/words.tsx'
import { filledDown } from './block.ts'
import type { Onward } from './CellEditor.tsx'
import { canEdit, cleared, flipped } from './cells.ts'
import { at, blockOf, type Cursor, followed, type Held, moved, reach } from './cursor.ts'
import { fetchEditor, fetchEditorSoon, lateEditor } from './late-editor.ts'
import { choose, chooseGroup, everything, groupState, isChosen, isNothing, type Listed, nothing } from './selection.ts'
import type { TableProps } from './Table.tsx'
import { useClipboard } from './use-clipboard.ts'

interface GridProps extends TableProps {
  /** The record that stands open beside. */
  readonly peek: string | undefined
  readonly onPeek: (id: string | undefined) => void
}

export function useGrid(props: GridProps, virtual: Virtualizer<HTMLDivElement, Element>) {
  const { object, columns, pages, selection, onSelect, edits, peek, onPeek } = props
  const say = useWords()
  const navigate = useNavigate()
  const ref = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLSpanElement>(null)
  const [held, setHeld] = useState<Held>()
  // As it was when one began to write in it.
  const [editing, setEditing] = useState<AnyRecord>()
  const lastChosen = useRef(0)
  const recordAt = (index: number) => pages.at(index)?.record
  const idAt = (index: number) => recordAt(index)?.id
  const now = held && followed(held, idAt)
  if (now && now.id !== held.id && editing) {
    // What was being written belongs to a record that is no longer here.
    setEditing(undefined)
  }
  if (now && (now.id !== held.id || now.cursor.row !== held.cursor.row)) setHeld(now)
  const kept = now?.cursor
  const setCursor = (next: Cursor) => setHeld({ cursor: next, id: idAt(next.row) })
  const cursor = kept && within(kept, pages.count, columns.length)
  const sheet = useClipboard(ref, props, cursor && blockOf(cursor))
  const column = cursor && columns[cursor.column]
  const record = cursor && recordAt(cursor.row)

  const focus = () => ref.current?.focus({ preventScroll: true })
  const go = (next: Cursor) => {
    setCursor(next)
    virtual.scrollToIndex(next.row, { align: 'auto' })
    showColumn(virtual.scrollElement, columns, next.column)
    const opened = recordAt(next.row)
    if (peek !== undefined && opened && opened.id !== peek) onPeek(opened.id)
  }
  const open = (id: string) => void navigate({ to: '/$plural/$id', params: { plural: object.plural, id } })

  const edit = (): void => {
    if (!column || !record || !canEdit(object, column)) return
    if (column.fields[0]?.type === 'flag') return void edits.save(flipped(record, column))
    const editor = lateEditor()
    if (!editor) return void fetchEditor().then(edit)
    // Now, not later: the key that began it goes into the control that is there by then.
    flushSync(() => setEditing(record))
    editor.grab(ref.current?.querySelector<HTMLElement>('[data-editing]'))
  }
  const stop = () => {
    setEditing(undefined)
    focus()
  }
  const endEdit = (patch: Readonly<Record<string, unknown>>, onward: Onward) => {
    const isChanged = editing && Object.keys(patch).length > 0
    // The cell is another one by the time that the control gives up the focus.
    setEditing(undefined)
    if (ref.current?.contains(document.activeElement)) focus()
    if (isChanged) void edits.save([{ record: editing, patch }])
    const key = { down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft', stay: '' }[onward]
    const next = cursor && key && moved(cursor, { ...bare, key }, sizeOf())
    if (next) go(next)
  }
  const sizeOf = () => ({
    rows: pages.count,
    columns: columns.length,
    page: Math.max(1, Math.floor((virtual.scrollElement?.clientHeight ?? 400) / 36) - 2),
  })

  const listedAt = (from: number, to: number): Listed[] =>
    range(from, to).flatMap(index => {
      const id = idAt(index)
      return id === undefined ? [] : [{ id, group: pages.groups?.of(index) }]
    })
  const toggle = (row: number, isRange: boolean) => {
    const [from, to] = isRange ? [Math.min(lastChosen.current, row), Math.max(lastChosen.current, row)] : [row, row]
    const group = pages.groups?.at(row)
    const [here] = listedAt(row, row)
    if (group) onSelect(chooseGroup(selection, group, groupState(selection, group) !== true))
    else onSelect(choose(selection, listedAt(from, to), isRange || (here !== undefined && !isChosen(selection, here))))
    lastChosen.current = row
  }
  const chooseAll = () => onSelect(isNothing(selection) ? everything : nothing)

  /** Also with the hand on nothing: the keys of a list mean its rows. */
  const walk = (key: 'ArrowDown' | 'ArrowUp') => {
    const next = kept ? moved(cursor ?? kept, { ...bare, key }, sizeOf()) : at(0, 0)
    focus()
    if (next) go(next)
  }
  const peekAt = (row: number) => {
    setCursor(kept ?? at(row, 0))
    onPeek(peek === undefined ? recordAt(row)?.id : undefined)
    focus()
  }

  /** On the name of a record letters are commands; in other cells they are what is written. */
  const command = (event: KeyboardEvent): boolean => {
    if (!cursor || event.ctrlKey || event.metaKey || event.altKey) return false
    const isCommand = column?.isTitle || peek !== undefined || !column || !canEdit(object, column)
    const key = event.key.toLowerCase()
    if (event.key === ' ' && event.shiftKey) toggle(cursor.row, false)
    else if (event.key === ' ') peekAt(cursor.row)
    else if (isCommand && key === 'j') walk('ArrowDown')
    else if (isCommand && key === 'k') walk('ArrowUp')
    else if (isCommand && key === 'x') toggle(cursor.row, event.shiftKey)
    else return false
    return true
  }
  const write = (event: KeyboardEvent): boolean => {
    if (!cursor || !column || !record) return false
    const isHeld = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && (column.isTitle || isHeld)) open(record.id)
    else if (event.key === 'Enter' || event.key === 'F2') edit()
    else if (event.key === 'Delete' || event.key === 'Backspace')
      void edits.save(cleared(object, columns, blockOf(cursor), recordAt))
    else if (isHeld && event.key === 'a') chooseAll()
    else if (isHeld && event.key === 'd') void edits.save(filledDown(sheet, blockOf(cursor)))
    else return false
    return true
  }
  const giveWay = () => {
    if (cursor && (cursor.from.row !== cursor.row || cursor.from.column !== cursor.column))
      setCursor(at(cursor.row, cursor.column))
    else if (peek !== undefined) onPeek(undefined)
    else if (!isNothing(selection)) onSelect(nothing)
    for (const row of [record])
      if (row) for (const name of Object.keys(edits.marks.get(row.id) ?? {})) edits.settle(row, name)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== ref.current) return
    if (event.key === 'ArrowUp' && cursor?.row === 0 && !event.shiftKey)
      return headOf(ref.current, cursor.column)?.focus()
    if (cursor && turnsGroup(pages.groups, cursor.row, event)) return event.preventDefault()
    const next = cursor && moved(cursor, event, sizeOf())
    if (next) go(next)
    else if (event.key === 'Tab') return event.shiftKey ? undefined : end.current?.focus()
    else if (event.key === 'Escape') giveWay()
    else if (!command(event) && !write(event)) {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || column?.isTitle) return
      // It is typed, and no command of the page.
      event.stopPropagation()
      return edit()
    }
    event.preventDefault()
  }

  const onMouseDown = (event: MouseEvent) => {
    const cell = placeOf(event)
    if (!cell || isEditor(event)) return
    setCursor(event.shiftKey && cursor ? reach(cursor, cell) : at(cell.row, cell.column))
    const pressed = recordAt(cell.row)
    if (peek !== undefined && pressed && pressed.id !== peek && !isLink(event)) onPeek(pressed.id)
    if (isLink(event)) return
    event.preventDefault()
    focus()
  }
  const onMouseOver = (event: MouseEvent) => {
    const cell = placeOf(event)
    if (event.buttons === 1 && cell && cursor && !editing && document.activeElement === ref.current)
      setCursor(reach(cursor, cell))
  }
  const onClick = (event: MouseEvent) => {
    const box = event.target instanceof HTMLElement ? event.target.dataset.choose : undefined
    if (box === undefined) return
    toggle(Number(box), event.shiftKey)
    setCursor(at(Number(box), 0))
    focus()
  }
  const onDoubleClick = (event: MouseEvent) => {
    if (placeOf(event) && !isLink(event) && !isEditor(event)) edit()
  }
  const onFocus = ({ target }: FocusEvent) => {
    if (target === ref.current) fetchEditor().catch(() => {})
    else fetchEditorSoon()
    if (!kept && pages.count > 0) setCursor(at(0, 0))
  }

  useCommands([
    { id: 'list.next', label: say('list.key.next'), keys: 'j', group: 'here', run: () => walk('ArrowDown') },
    { id: 'list.previous', label: say('list.key.previous'), keys: 'k', group: 'here', run: () => walk('ArrowUp') },
    {
      id: 'list.choose',
      label: say('list.key.choose'),
      keys: 'x',
      group: 'here',
      run: () => toggle(cursor?.row ?? 0, false),
    },
    { id: 'list.peek', label: say('list.key.peek'), keys: 'space', group: 'here', run: () => peekAt(cursor?.row ?? 0) },
  ])
  return {
    ref,
    end,
    cursor,
    editing: editing !== undefined,
    endEdit,
    giveUp: stop,
    chooseAll,
    focus,
    handlers: {
      onKeyDown,
      onMouseDown,
      onMouseOver,
      onClick,
      onDoubleClick,
      onFocus,
      onMouseEnter: fetchEditorSoon,
    },
  }
}

/** On the line of a group: Enter and Space open and close it, the arrows do one of the two. */
function turnsGroup(groups: TableProps['pages']['groups'], row: number, { key, shiftKey }: KeyboardEvent) {
  const group = groups?.at(row)
  const isTurn = key === 'Enter' || (key === ' ' && !shiftKey) || key === (group?.isOpen ? 'ArrowLeft' : 'ArrowRight')
  if (!groups || !group || !isTurn) return false
  groups.toggle(group.key)
  return true
}

const bare = { key: '', shiftKey: false, ctrlKey: false, metaKey: false }

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

const within = (cursor: Cursor, rows: number, columns: number): Cursor => ({
  row: Math.min(cursor.row, Math.max(0, rows - 1)),
  column: Math.min(cursor.column, columns - 1),
  from: { row: Math.min(cursor.from.row, Math.max(0, rows - 1)), column: Math.min(cursor.from.column, columns - 1) },
})

function placeOf({ target }: MouseEvent) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined
}

const isLink = ({ target }: MouseEvent) => target instanceof Element && target.closest('a') !== null
const isEditor = ({ target }: MouseEvent) => target instanceof Element && target.closest('[data-editing]') !== null

const headOf = (grid: HTMLElement | null, column: number) =>
  grid?.querySelectorAll<HTMLElement>('[role="columnheader"]')[column + 1]?.querySelector('button')

/** What scrolls sideways shows the cell under the cursor, past those that stay. */
function showColumn(scroller: HTMLElement | null, columns: TableProps['columns'], column: number) {
  const heads = scroller?.querySelectorAll<HTMLElement>('[role="columnheader"]')
  const head = heads?.[column + 1]
  if (!scroller || !head || columns[column]?.stays !== undefined) return
  const still = columns
    .filter(({ stays }) => stays !== undefined)
    .reduce((sum, _, place) => sum + (heads?.[place + 1]?.offsetWidth ?? 0), 40)
  const { offsetLeft, offsetWidth } = head
  if (offsetLeft - still < scroller.scrollLeft) scroller.scrollLeft = offsetLeft - still
  else if (offsetLeft + offsetWidth > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = offsetLeft + offsetWidth - scroller.clientWidth
}
