import { Checkbox, NumberInput, Popover } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './ColumnsMenu.module.css'
import { leastWidth } from './columns.ts'
import { type ListColumn, layoutOf } from './list-state.ts'
import { OpenColumns } from './OpenColumns.tsx'

export interface ColumnsMenuProps {
  readonly object: DescribedObject
  readonly columns: readonly ListColumn[]
  readonly onChange: (columns: readonly ListColumn[]) => void
}

/** Which columns there are, in which order, how wide, and which of them stay. */
export default function ColumnsMenu({ object, columns, onChange }: ColumnsMenuProps) {
  const say = useWords()
  const [title, ...shown] = columns
  const set = (next: readonly ListColumn[]) => onChange(title ? [title, ...next] : next)
  const hidden = object.fields.filter(
    ({ name, type }) => type !== 'json' && !shown.some(column => column.name === name),
  )
  return (
    <Popover
      position="bottom-end"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
      defaultOpened
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <OpenColumns />
      </Popover.Target>
      <Popover.Dropdown className={styles.menu} aria-label={say('columns.title')}>
        <ul className={styles.list} aria-label={say('columns.shown')}>
          {shown.map((column, at) => (
            <Shown key={column.name} object={object} column={column} at={at} all={shown} onChange={set} />
          ))}
        </ul>
        {hidden.length > 0 && <h2 className={styles.heading}>{say('columns.hidden')}</h2>}
        <ul className={styles.list} aria-label={say('columns.hidden')}>
          {hidden.map(({ name, label }) => (
            <li key={name} className={styles.line}>
              <Checkbox checked={false} label={label} onChange={() => set([...shown, { name }])} />
            </li>
          ))}
        </ul>
        <button type="button" className={styles.reset} onClick={() => onChange(layoutOf(object).columns)}>
          {say('columns.reset')}
        </button>
      </Popover.Dropdown>
    </Popover>
  )
}

interface ShownProps {
  readonly object: DescribedObject
  readonly column: ListColumn
  readonly at: number
  readonly all: readonly ListColumn[]
  readonly onChange: (columns: readonly ListColumn[]) => void
}

function Shown({ object, column, at, all, onChange }: ShownProps) {
  const say = useWords()
  const [isOver, setOver] = useState(false)
  const label = fieldOf(object, column.name)?.label ?? column.name
  const replace = (next: ListColumn) => onChange(all.map(other => (other === column ? next : other)))
  const { pinned, width, ...plain } = column
  const walk = (event: KeyboardEvent) => {
    const to = event.key === 'ArrowUp' ? at - 1 : event.key === 'ArrowDown' ? at + 1 : undefined
    if (to === undefined || to < 0 || to >= all.length) return
    event.preventDefault()
    onChange(placed(all, at, to))
  }
  return (
    <li
      className={styles.line}
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        setOver(false)
        onChange(placed(all, Number(event.dataTransfer.getData('text/plain')), at))
      }}
    >
      <button
        type="button"
        className={styles.handle}
        draggable
        aria-label={say('columns.move', { label })}
        title={say('columns.move', { label })}
        onKeyDown={walk}
        onDragStart={event => event.dataTransfer.setData('text/plain', String(at))}
      >
        <Icon name="grip" size={14} />
      </button>
      <Checkbox
        checked
        label={label}
        className={styles.name}
        onChange={() => onChange(all.filter(other => other !== column))}
      />
      <NumberInput
        className={styles.width}
        aria-label={say('columns.width', { label })}
        placeholder={say('columns.width.usual')}
        value={width ?? ''}
        min={leastWidth}
        max={900}
        step={20}
        hideControls
        onChange={typed => {
          const wide = Number(typed)
          const kept = { ...plain, ...(pinned ? { pinned } : {}) }
          replace(wide >= leastWidth ? { ...kept, width: wide } : kept)
        }}
      />
      <button
        type="button"
        className={styles.pin}
        aria-pressed={pinned === true}
        aria-label={say('columns.pin', { label })}
        title={say('columns.pin', { label })}
        onClick={() => replace({ ...plain, ...(width ? { width } : {}), ...(pinned ? {} : { pinned: true as const }) })}
      >
        <Icon name="pin" size={14} />
      </button>
    </li>
  )
}

export function placed<T>(all: readonly T[], from: number, to: number): readonly T[] {
  const moved = all[from]
  if (moved === undefined || from === to) return all
  return all.toSpliced(from, 1).toSpliced(to, 0, moved)
}
