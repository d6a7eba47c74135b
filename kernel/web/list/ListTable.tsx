import { Skeleton } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { typeOf } from '../../fields/types.ts'
import { faceOf } from '../../fields/types.web.ts'
import type { AnyRecord, Included } from '../client.ts'
import type { DescribedField, DescribedObject } from '../schema/described.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { Icon } from '../ui/Icon.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import styles from './ListTable.module.css'

export interface RowsProps {
  readonly object: DescribedObject
  readonly columns: readonly DescribedField[]
  /** Absent while they are on their way. */
  readonly rows: readonly AnyRecord[] | undefined
  readonly included: Included
  readonly sort: string | undefined
  readonly onSort: (sort: string | undefined) => void
}

export function ListTable({ object, columns, rows, included, sort, onSort }: RowsProps) {
  const say = useWords()
  const others = columns.filter(({ name }) => !object.title.includes(name))
  return (
    <table className={styles.table} aria-label={object.label[1]}>
      <thead>
        <tr>
          <TitleHead object={object} columns={columns} sort={sort} onSort={onSort} />
          {others.map(field => (
            <ColumnHead key={field.name} field={field} label={field.label} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows ? (
          rows.map(row => <Row key={row.id} object={object} columns={others} row={row} included={included} />)
        ) : (
          <Skeletons count={others.length + 1} label={say('list.loading', { label: object.label[1] })} />
        )}
      </tbody>
    </table>
  )
}

/** The parts of the title stand in one column, sorted by the last of them that can be: people by their last name. */
function TitleHead({ object, columns, sort, onSort }: Pick<RowsProps, 'object' | 'columns' | 'sort' | 'onSort'>) {
  const parts = object.title.flatMap(name => columns.find(field => field.name === name) ?? [])
  const by = parts.findLast(field => typeOf(field).sortable)
  const label = parts.length > 1 ? object.label[0] : (parts[0]?.label ?? object.label[0])
  return by ? <ColumnHead field={by} label={label} sort={sort} onSort={onSort} /> : <th scope="col">{label}</th>
}

function ColumnHead({
  field,
  label,
  sort,
  onSort,
}: Pick<RowsProps, 'sort' | 'onSort'> & { readonly field: DescribedField; readonly label: string }) {
  const say = useWords()
  const direction = sort === field.name ? 'ascending' : sort === `-${field.name}` ? 'descending' : undefined
  const next = direction === 'ascending' ? `-${field.name}` : direction === 'descending' ? undefined : field.name
  return (
    <th scope="col" aria-sort={direction ?? 'none'} data-align={faceOf(field).align}>
      {typeOf(field).sortable ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort(next)}
          title={say('list.sort-by', { label })}
        >
          {label}
          {direction && <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={13} />}
        </button>
      ) : (
        label
      )}
    </th>
  )
}

function Row({
  object,
  columns,
  row,
  included,
}: Pick<RowsProps, 'object' | 'columns' | 'included'> & { readonly row: AnyRecord }) {
  const say = useWords()
  const navigate = useNavigate()
  const title = titleOf(object, row) || say('list.untitled')
  const params = { plural: object.plural, id: row.id }
  return (
    // The link in the first cell is for the keyboard; a click anywhere in the row is a convenience on top of it.
    <tr
      className={styles.row}
      onClick={() => !getSelection()?.toString() && void navigate({ to: '/$plural/$id', params })}
    >
      <th scope="row" className={styles.name}>
        <Avatar name={title} />
        <Link to="/$plural/$id" params={params} className={styles.link} onClick={event => event.stopPropagation()}>
          {title}
        </Link>
      </th>
      {columns.map(field => (
        <td key={field.name} data-align={faceOf(field).align}>
          <FieldValue field={field} value={row[field.name]} included={included} place="row" />
        </td>
      ))}
    </tr>
  )
}

function Skeletons({ count, label }: { readonly count: number; readonly label: string }) {
  const cells = Array.from({ length: count }, (_, at) => at)
  return Array.from({ length: 12 }, (_, at) => at).map(row => (
    <tr key={row} className={styles.row}>
      {cells.map(cell => (
        <td key={cell}>
          {row + cell === 0 && <span className="unseen">{label}</span>}
          <Skeleton height={12} width={`${40 + ((row * 7 + cell * 13) % 5) * 11}%`} radius="sm" />
        </td>
      ))}
    </tr>
  ))
}
