import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type AnimationEvent,
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
} from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { useWords } from '../words/words.tsx'
import { type Column, tracksOf, widthOf } from './columns.ts'
import { blockOf, isBlock } from './cursor.ts'
import { GroupRow } from './GroupRow.tsx'
import { useKeptScroll } from './kept-scroll.ts'
import { lateEditor } from './late-editor.ts'
import type { ChangeList, ListState } from './list-state.ts'
import { Row } from './Row.tsx'
import { groupState, isChosen, type Selection, stateOf } from './selection.ts'
import styles from './Table.module.css'
import { TableHead } from './TableHead.tsx'
import type { Edit, Marks } from './use-edits.ts'
import { useGrid } from './use-grid.ts'
import type { Pages } from './use-pages.ts'
import { usePeek } from './use-peek.ts'

export interface TableProps {
  readonly object: DescribedObject
  readonly columns: readonly Column[]
  readonly pages: Pages
  readonly state: Pick<ListState, 'sort' | 'columns' | 'group'>
  readonly change: ChangeList
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly edits: {
    readonly marks: ReadonlyMap<string, Marks>
    readonly names: Included
    readonly save: (edits: readonly Edit[]) => Promise<void>
    readonly settle: (record: Edit['record'], field: string) => void
  }
  readonly foot: ReactNode
}

const rowHeight = 36

/** Rows and columns, of which only those in sight are drawn. One cell is under the cursor. */
export function Table(props: TableProps) {
  const { object, columns, pages, state, change, selection, edits } = props
  const say = useWords()
  const prefix = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const begin = useKeptScroll(scroller)
  const virtual = useVirtualizer({
    count: pages.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: 35,
    scrollPaddingStart: 35,
    scrollPaddingEnd: 37,
    initialOffset: begin,
  })
  const [peek, onPeek] = usePeek()
  const grid = useGrid({ ...props, peek, onPeek }, virtual)
  useSight(virtual.getVirtualItems(), pages)
  useTopOf(scroller, JSON.stringify([state.sort, state.group, object.name]))
  const { cursor, editing } = grid
  const block = cursor && blockOf(cursor)
  const CellEditor = lateEditor()?.CellEditor
  return (
    <div ref={scroller} className={styles.scroller} style={{ '--tracks': tracksOf(columns) } as CSSProperties}>
      <div
        ref={grid.ref}
        role="grid"
        tabIndex={0}
        className={styles.grid}
        style={{ width: widthOf(columns) }}
        aria-label={object.label[1]}
        aria-multiselectable
        aria-rowcount={pages.isComplete ? pages.count + 1 : -1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={
          cursor ? `${prefix}${cursor.row}-${pages.groups?.at(cursor.row) ? 0 : cursor.column}` : undefined
        }
        data-stale={pages.isStale || undefined}
        data-grid
        {...grid.handlers}
        onAnimationEnd={event => settled(event, props)}
      >
        <TableHead
          columns={columns}
          sort={state.sort}
          onSort={sort => change({ sort })}
          onResize={(name, width) => change({ columns: resized(state.columns, name, width) })}
          chosen={stateOf(selection)}
          onChooseAll={grid.chooseAll}
          onDown={grid.focus}
        />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = pages.at(index)
            const top = start - 35
            const group = pages.groups?.at(index)
            if (group && pages.groups)
              return (
                <GroupRow
                  key={group.key}
                  groups={pages.groups}
                  group={group}
                  columns={columns}
                  index={index}
                  top={top}
                  prefix={prefix}
                  isHere={cursor?.row === index}
                  chosen={groupState(selection, group)}
                />
              )
            if (!row) return <Waiting key={index} index={index} top={top} columns={columns} />
            const isIn = block && block.top <= index && index <= block.bottom
            const isHere = cursor?.row === index
            const marked = isIn && cursor && isBlock(cursor)
            return (
              <Row
                key={row.record.id}
                object={object}
                columns={columns}
                index={index}
                top={top}
                prefix={prefix}
                record={row.record}
                included={row.included}
                marks={edits.marks.get(row.record.id)}
                names={edits.names}
                isChosen={isChosen(selection, { id: row.record.id, group: pages.groups?.of(index) })}
                isOpen={peek === row.record.id}
                left={marked ? block.left : undefined}
                right={marked ? block.right : undefined}
                cursor={isHere ? cursor.column : undefined}
                editor={
                  isHere && editing && CellEditor && columns[cursor.column] ? (
                    <CellEditor
                      object={object}
                      column={columns[cursor.column] as Column}
                      record={row.record}
                      included={row.included}
                      refused={refusedIn(columns[cursor.column] as Column, edits.marks.get(row.record.id))}
                      onDone={grid.endEdit}
                      onGiveUp={grid.giveUp}
                    />
                  ) : undefined
                }
              />
            )
          })}
        </div>
      </div>
      {props.foot}
      {/* Tab leaves from here, past what stands in the rows. */}
      <span ref={grid.end} tabIndex={-1} className="unseen">
        {say('list.end')}
      </span>
    </div>
  )
}

const refusedIn = ({ fields }: Column, marks: Marks = {}) =>
  Object.fromEntries(
    fields.flatMap(({ name }) => (marks[name]?.state === 'refused' ? [[name, marks[name].value]] : [])),
  )

/** Tells which rows are looked at, so that their pages come. */
function useSight(items: readonly { readonly index: number }[], { see }: Pages) {
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => see(first, last), [see, first, last])
}

/** What is sorted anew is read from its top. */
function useTopOf(scroller: RefObject<HTMLElement | null>, order: string) {
  const before = useRef(order)
  useEffect(() => {
    if (before.current !== order) scroller.current?.scrollTo({ top: 0 })
    before.current = order
  }, [order, scroller])
}

const resized = (columns: ListState['columns'], name: string, width: number | undefined) =>
  columns.map(column => {
    if (column.name !== name) return column
    const { width: _, ...rest } = column
    return width === undefined ? rest : { ...rest, width }
  })

/** The tick that says «saved» has faded. */
function settled({ target }: AnimationEvent, { columns, pages, edits }: TableProps) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-state="saved"][data-row]') : null
  const row = cell && pages.at(Number(cell.dataset.row))
  for (const { name } of columns[Number(cell?.dataset.column)]?.fields ?? []) if (row) edits.settle(row.record, name)
}

function Waiting({
  index,
  top,
  columns,
}: {
  readonly index: number
  readonly top: number
  readonly columns: readonly Column[]
}) {
  return (
    <div className={styles.row} aria-hidden style={{ transform: `translateY(${top}px)` }}>
      <span />
      {columns.map(({ name, align }, at) => (
        <span key={name} className={styles.waiting} data-align={align}>
          <span className={styles.bone} style={{ width: `${40 + ((index * 7 + at * 13) % 5) * 9}%` }} />
        </span>
      ))}
    </div>
  )
}
