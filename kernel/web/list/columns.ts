import { typeOf } from '../../fields/types.ts'
import { faceOf } from '../../fields/types.web.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import type { ListColumn } from './list-state.ts'

/** A column as it is drawn. */
export interface Column {
  readonly name: string
  readonly label: string
  /** What stands in it: one field, or the parts of the name of the record. */
  readonly fields: readonly DescribedField[]
  readonly isTitle: boolean
  /** The field by which its head sorts. */
  readonly sortBy: string | undefined
  readonly align: 'right' | undefined
  readonly width: number
  /** Takes a share of what is left over; one that a person has set does not. */
  readonly grows: boolean
  /** How far from the left it stays while the others scroll by. */
  readonly stays: number | undefined
}

export const checkWidth = 40
export const leastWidth = 64

export function columnsOf(object: DescribedObject, chosen: readonly ListColumn[]): readonly Column[] {
  const [title, ...others] = chosen
  const pinned = others.filter(({ pinned: isPinned }) => isPinned)
  const free = others.filter(({ pinned: isPinned }) => !isPinned)
  let left = checkWidth
  return [...(title ? [title] : []), ...pinned, ...free].flatMap(column => {
    const drawn = column.name === 'id' ? titleColumn(object, column) : fieldColumn(object, column)
    if (!drawn) return []
    const stays = column.name === 'id' || column.pinned
    const grows = drawn.grows && (!stays || (column.name === 'id' && pinned.length === 0))
    const placed = { ...drawn, grows, stays: stays ? left : undefined }
    if (stays) left += drawn.width
    return [placed]
  })
}

/** People are sorted by the last part of their name. */
function titleColumn(object: DescribedObject, { name, width }: ListColumn): Column {
  const fields = object.title.flatMap(part => fieldOf(object, part) ?? [])
  return {
    name,
    fields,
    isTitle: true,
    label: fields.length === 1 && fields[0] ? fields[0].label : object.label[0],
    sortBy: fields.findLast(field => typeOf(field).sortable)?.name,
    align: undefined,
    // What is no one's name is longer.
    width: width ?? (object.face ? 220 : 264),
    grows: width === undefined,
    stays: undefined,
  }
}

function fieldColumn(object: DescribedObject, { name, width }: ListColumn): Column | undefined {
  const field = fieldOf(object, name)
  if (!field) return undefined
  return {
    name,
    fields: [field],
    isTitle: false,
    label: field.label,
    sortBy: typeOf(field).sortable ? name : undefined,
    align: faceOf(field).align,
    width: width ?? usualWidth(field),
    grows: width === undefined,
    stays: undefined,
  }
}

const narrow = new Set(['flag', 'number', 'percent', 'date', 'choice', 'moment', 'money'])
const wide = new Set(['email', 'url', 'long_text', 'rich_text', 'refs', 'about'])

const usualWidth = ({ type }: DescribedField) => (narrow.has(type) ? 132 : wide.has(type) ? 208 : 168)

/** The tracks of a row: the box to choose it, and the columns. */
export const tracksOf = (columns: readonly Column[]) =>
  [
    `${checkWidth}px`,
    ...columns.map(({ width, grows }) => (grows ? `minmax(${width}px, ${width}fr)` : `${width}px`)),
    ...(columns.some(({ grows }) => grows) ? [] : ['minmax(0, 1fr)']),
  ].join(' ')

export const widthOf = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width, checkWidth)

/** What is asked of the server for them. */
export const namesOf = (object: DescribedObject, columns: readonly Column[]) => [
  ...new Set([...object.title, ...columns.flatMap(({ fields }) => fields.map(({ name }) => name))]),
]
