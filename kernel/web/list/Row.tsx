import { type CSSProperties, memo, type ReactNode } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { Slot, useSlots } from '../slots/Slot.tsx'
import { Face } from '../ui/Face.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { Icon } from '../ui/Icon.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import type { Column } from './columns.ts'
import styles from './Table.module.css'
import type { Mark, Marks } from './use-edits.ts'
import type { Row as RowData } from './use-pages.ts'

export interface RowProps {
  readonly object: DescribedObject
  readonly columns: readonly Column[]
  readonly index: number
  readonly top: number
  /** What begins the ids of the cells. */
  readonly prefix: string
  readonly record: RowData['record']
  readonly included: Included
  readonly marks: Marks | undefined
  readonly names: Included
  readonly isChosen: boolean
  readonly isOpen: boolean
  /** The columns that are marked in it, and the one under the cursor. */
  readonly left: number | undefined
  readonly right: number | undefined
  readonly cursor: number | undefined
  readonly editor: ReactNode
}

/** One record of the table. Drawn again only when something of its own is another. */
export const Row = memo(function Row(props: RowProps) {
  const { object, columns, index, top, prefix, record, isChosen, isOpen } = props
  const say = useWords()
  const title =
    titleOf(object, shownRecord(record, props.marks), merged(props.included, props.names)) || say('list.untitled')
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={styles.row}
      data-record={record.id}
      data-chosen={isChosen || undefined}
      data-open={isOpen || undefined}
      data-raised={props.editor !== undefined || isRefused(props.marks) || undefined}
      style={{ transform: `translateY(${top}px)` }}
      ref={untabbed}
    >
      <div role="gridcell" className={styles.check} aria-colindex={1}>
        <input
          type="checkbox"
          tabIndex={-1}
          className={styles.box}
          checked={isChosen}
          readOnly
          data-choose={index}
          aria-label={say('list.choose', { title })}
        />
      </div>
      {columns.map((column, at) => (
        <Cell key={column.name} {...props} column={column} at={at} title={title} id={`${prefix}${index}-${at}`} />
      ))}
    </div>
  )
})

const isRefused = (marks: Marks = {}) => Object.values(marks).some(({ state }) => state === 'refused')

/** With what is not saved yet. */
const shownRecord = (record: RowData['record'], marks: Marks = {}): RowData['record'] => {
  const waiting = Object.entries(marks).filter(([, { state }]) => state === 'saving')
  return waiting.length
    ? { ...record, ...Object.fromEntries(waiting.map(([name, { value }]) => [name, value])) }
    : record
}

/** Tab goes through the cells; what is in them is reached from the cell. */
function untabbed(row: HTMLElement | null) {
  for (const link of row?.querySelectorAll<HTMLElement>('a[href]:not([tabindex])') ?? []) link.tabIndex = -1
}

interface CellProps extends RowProps {
  readonly column: Column
  readonly at: number
  readonly title: string
  readonly id: string
}

function Cell({
  object,
  column,
  at,
  title,
  id,
  index,
  record,
  marks,
  left,
  right,
  cursor,
  editor,
  ...names
}: CellProps) {
  const mark = column.fields.map(({ name }) => marks?.[name]).find(Boolean)
  const isEdited = editor !== undefined && cursor === at
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a rowheader of a grid may be marked
    <div
      id={id}
      role={column.isTitle ? 'rowheader' : 'gridcell'}
      aria-colindex={at + 2}
      className={column.isTitle ? styles.title : styles.cell}
      style={stays(column)}
      data-row={index}
      data-field={column.fields[0]?.name}
      data-column={at}
      data-align={column.align}
      data-cursor={cursor === at || undefined}
      data-marked={(left !== undefined && right !== undefined && left <= at && at <= right) || undefined}
      data-editing={isEdited || undefined}
      data-state={mark?.state}
      aria-invalid={mark?.state === 'refused' || undefined}
    >
      {isEdited ? editor : <Content {...names} {...{ object, column, title, record, marks }} />}
      {mark && !isEdited && <MarkOf mark={mark} />}
    </div>
  )
}

export const stays = ({ stays: left }: Column): CSSProperties | undefined =>
  left === undefined ? undefined : { position: 'sticky', left, zIndex: 1 }

function Content({
  object,
  column,
  title,
  record,
  marks,
  included,
  names,
}: Pick<CellProps, 'object' | 'column' | 'title' | 'record' | 'marks' | 'included' | 'names'>) {
  if (column.isTitle)
    return (
      <>
        <Face {...{ object, record, included, title }} />
        <ToRecord plural={object.plural} id={record.id} className={styles.link} tabIndex={-1}>
          {title}
        </ToRecord>
      </>
    )
  const [field] = column.fields
  return field ? <Value {...{ object, field, included }} record={shownRecord(record, marks)} names={names} /> : null
}

interface ValueProps extends Pick<CellProps, 'object' | 'record' | 'included' | 'names'> {
  readonly field: DescribedField
}

function Value({ object, field, record, included, names }: ValueProps) {
  const cell = useSlots(object.name).cells?.[field.name]
  const known = merged(included, names)
  const plain = <FieldValue field={field} value={record[field.name]} included={known} place="row" />
  return cell ? <Slot part={cell} of={{ record, included: known }} meanwhile={plain} /> : plain
}

function merged(included: Included, names: Included): Included {
  const objects = Object.keys(names)
  if (objects.length === 0) return included
  return { ...included, ...Object.fromEntries(objects.map(name => [name, { ...names[name], ...included[name] }])) }
}

function MarkOf({ mark }: { readonly mark: Mark }) {
  const say = useWords()
  if (mark.state === 'refused')
    return (
      <span role="alert" className={styles.reason}>
        <Icon name="alert" size={14} />
        {mark.reason}
      </span>
    )
  return (
    <span className={styles.mark} data-state={mark.state}>
      {mark.state === 'saved' && <Icon name="check" size={13} />}
      <span className="unseen" role="status">
        {say(mark.state === 'saved' ? 'record.saved' : 'list.saving')}
      </span>
    </span>
  )
}
