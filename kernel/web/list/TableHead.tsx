import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { type Column, leastWidth } from './columns.ts'
import { stays } from './Row.tsx'
import styles from './Table.module.css'

interface TableHeadProps {
  readonly columns: readonly Column[]
  readonly sort: readonly string[]
  readonly onSort: (sort: readonly string[]) => void
  readonly onResize: (name: string, width: number | undefined) => void
  /** Of the box that chooses all that the list finds. */
  readonly chosen: boolean | 'some'
  readonly onChooseAll: () => void
  readonly onDown: () => void
}

export function TableHead({ columns, sort, onSort, onResize, chosen, onChooseAll, onDown }: TableHeadProps) {
  const say = useWords()
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')]
    const here = buttons.indexOf(event.target as HTMLElement)
    if (event.key === 'ArrowRight') buttons[here + 1]?.focus()
    else if (event.key === 'ArrowLeft') buttons[here - 1]?.focus()
    else if (event.key === 'ArrowDown') onDown()
    else return
    event.preventDefault()
  }
  return (
    <div role="row" aria-rowindex={1} className={styles.head} onKeyDown={walk}>
      <div role="columnheader" className={styles.check} aria-colindex={1}>
        <input
          type="checkbox"
          className={styles.box}
          checked={chosen === true}
          ref={box => {
            if (box) box.indeterminate = chosen === 'some'
          }}
          onChange={onChooseAll}
          aria-label={say('list.choose-all')}
        />
      </div>
      {columns.map((column, at) => (
        <ColumnHead key={column.name} column={column} at={at} sort={sort} onSort={onSort} onResize={onResize} />
      ))}
    </div>
  )
}

function ColumnHead({
  column,
  at,
  sort,
  onSort,
  onResize,
}: Pick<TableHeadProps, 'sort' | 'onSort' | 'onResize'> & { readonly column: Column; readonly at: number }) {
  const say = useWords()
  const { label, sortBy, align } = column
  const place = sort.findIndex(key => sortBy !== undefined && key.replace(/^-/, '') === sortBy)
  const direction = place < 0 ? undefined : sort[place]?.startsWith('-') ? 'descending' : 'ascending'
  return (
    <div
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={direction ?? 'none'}
      data-align={align}
      data-head={column.name}
      className={styles.columnHead}
      style={stays(column)}
    >
      {sortBy === undefined ? (
        <span className="truncate">{label}</span>
      ) : (
        <button
          type="button"
          className={styles.sort}
          onClick={event => onSort(nextSort(sort, sortBy, event.shiftKey))}
          title={say('list.sort-by', { label })}
        >
          <span className="truncate">{label}</span>
          {direction && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={13} />}
          {direction && sort.length > 1 && <span className={styles.place}>{place + 1}</span>}
        </button>
      )}
      <Grip column={column} onResize={onResize} />
    </div>
  )
}

/** Up, down, not at all. With Shift it comes after those that are there. */
export function nextSort(sort: readonly string[], by: string, isAdded: boolean): readonly string[] {
  const others = isAdded ? sort.filter(key => key !== by && key !== `-${by}`) : []
  if (sort.includes(by)) return isAdded ? sort.map(key => (key === by ? `-${by}` : key)) : [`-${by}`]
  if (sort.includes(`-${by}`)) return others
  return [...others, by].slice(-4)
}

/** Drawn sideways with the pointer; twice, and it is as wide as usual. By keyboard it is in the menu of the columns. */
function Grip({ column, onResize }: { readonly column: Column } & Pick<TableHeadProps, 'onResize'>) {
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined)
  const widthAt = (event: PointerEvent) =>
    start.current && Math.round(Math.max(leastWidth, start.current.width + event.clientX - start.current.x))
  return (
    <span
      aria-hidden
      className={styles.grip}
      onDoubleClick={() => onResize(column.name, undefined)}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? column.width }
      }}
      onPointerMove={event => {
        const width = widthAt(event)
        if (width !== undefined) onResize(column.name, width)
      }}
      onPointerUp={() => {
        start.current = undefined
      }}
    />
  )
}
