// A block of cells as text, and text as what is written into a block: from a spreadsheet and to it.

import { isEmpty } from '../../fields/empty.ts'
import { typeOf } from '../../fields/types.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { Locale } from '../../schema/field-type.ts'
import type { AnyRecord, Included } from '../client.ts'
import { titleOf } from '../ui/titles.ts'
import { canEdit, emptyOf } from './cells.ts'
import type { Column } from './columns.ts'
import type { Block } from './cursor.ts'
import type { Edit } from './use-edits.ts'
import type { Row } from './use-pages.ts'

/** Where a block stands. */
export interface Sheet {
  readonly object: DescribedObject
  readonly columns: readonly Column[]
  readonly rowAt: (index: number) => Row | undefined
  readonly locale: Locale
}

export const textsIn = ({ object, columns, rowAt, locale }: Sheet, { top, bottom, left, right }: Block) =>
  rowsIn(rowAt, top, bottom).map(({ record, included }) =>
    columns.slice(left, right + 1).map(column => {
      const [field] = column.fields
      if (column.isTitle || !field) return titleOf(object, record)
      return textOf(field, record[field.name], included, locale)
    }),
  )

function textOf(field: DescribedField, value: unknown, included: Included, locale: Locale): string {
  if (isEmpty(value)) return ''
  const title = (object: string, id: unknown) => included[object]?.[String(id)]?.title ?? String(id)
  if (field.type === 'ref') return title(field.to, value)
  if (field.type === 'tags') return (value as readonly string[]).map(id => title('tag', id)).join(', ')
  return typeOf(field).toText(value as never, field as never, locale)
}

/** Turns the name of a record into its id; what has none stays, for the server to say so. */
export type Resolve = (object: string, title: string) => Promise<string | undefined>

/** One cell over a block fills it; otherwise the text lies where it begins. */
export async function pasted(sheet: Sheet, block: Block, texts: readonly (readonly string[])[], resolve: Resolve) {
  const isOne = texts.length === 1 && texts[0]?.length === 1
  const height = isOne ? block.bottom - block.top + 1 : texts.length
  const width = isOne ? block.right - block.left + 1 : Math.max(...texts.map(row => row.length))
  const targets = sheet.columns.slice(block.left, block.left + width)
  const rows = rowsIn(sheet.rowAt, block.top, block.top + Math.min(height, mostRows) - 1)
  const edits = rows.map(async ({ record }, at): Promise<Edit> => {
    const cells = targets.flatMap((column, across) => {
      const field = writable(sheet.object, column)
      const text = isOne ? texts[0]?.[0] : texts[at]?.[across]
      return field && text !== undefined
        ? [valueIn(field, text, sheet.locale, resolve).then(value => [field.name, value])]
        : []
    })
    return { record, patch: Object.fromEntries(await Promise.all(cells)) as Edit['patch'] }
  })
  return changedOnly(await Promise.all(edits))
}

/** The API takes no more at once. */
const mostRows = 1000

/** The first row goes down over the others. */
export function filledDown(sheet: Sheet, { top, bottom, left, right }: Block): Edit[] {
  const first = sheet.rowAt(top)?.record
  const fields = sheet.columns.slice(left, right + 1).flatMap(column => writable(sheet.object, column) ?? [])
  if (!first || bottom === top || fields.length === 0) return []
  const patch = Object.fromEntries(fields.map(({ name }) => [name, first[name]]))
  return changedOnly(
    rowsIn(sheet.rowAt, top + 1, Math.min(bottom, top + mostRows)).map(({ record }) => ({ record, patch })),
  )
}

/** The one field of a column that text can be written into. */
const writable = (object: DescribedObject, column: Column) =>
  column.fields.length === 1 && canEdit(object, column) && !unwritable.has(column.fields[0]?.type ?? '')
    ? column.fields[0]
    : undefined
const unwritable = new Set(['refs', 'about', 'json'])

async function valueIn(field: DescribedField, text: string, locale: Locale, resolve: Resolve): Promise<unknown> {
  if (text.trim() === '') return emptyOf(field)
  if (field.type === 'ref') return (await resolve(field.to, text.trim())) ?? text.trim()
  const read: unknown = typeOf(field).fromText(text, field as never, locale)
  if (field.type !== 'tags') return read
  return Promise.all((read as readonly string[]).map(async name => (await resolve('tag', name)) ?? name))
}

const changedOnly = (edits: readonly Edit[]) =>
  edits.filter(({ record, patch }) => Object.entries(patch).some(([name, value]) => !isSame(record[name], value)))
const isSame = (a: AnyRecord[string], b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const rowsIn = (rowAt: Sheet['rowAt'], top: number, bottom: number) =>
  Array.from({ length: Math.max(0, bottom - top + 1) }, (_, index) => rowAt(top + index) ?? []).flat()
