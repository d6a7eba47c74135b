import { isEmpty } from '../../fields/empty.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { mayDo } from '../schema/use-schema.ts'
import type { Column } from './columns.ts'
import type { Block } from './cursor.ts'
import type { Edit } from './use-edits.ts'

/** A file is chosen on the page of its record. */
export const canEdit = (object: DescribedObject, { fields }: Column) =>
  mayDo(object, 'edit') && fields.length > 0 && fields.every(field => !field.readonly && field.type !== 'file')

export const flipped = (record: AnyRecord, { fields }: Column): Edit[] =>
  fields.map(({ name }) => ({ record, patch: { [name]: record[name] !== true } }))

/** The names of records stay; what must be there stays. */
export function cleared(
  object: DescribedObject,
  columns: readonly Column[],
  { top, bottom, left, right }: Block,
  recordAt: (row: number) => AnyRecord | undefined,
): Edit[] {
  const fields = columns
    .slice(left, right + 1)
    .filter(column => !column.isTitle && canEdit(object, column))
    .flatMap(column => column.fields.filter(({ required }) => !required))
  return rowsOf(top, bottom, recordAt).flatMap(record => {
    const filled = fields.filter(({ name }) => !isEmpty(record[name]))
    return filled.length
      ? [{ record, patch: Object.fromEntries(filled.map(field => [field.name, emptyOf(field)])) }]
      : []
  })
}

export const emptyOf = ({ type }: Column['fields'][number]) =>
  ['tags', 'refs', 'about', 'choices'].includes(type) ? [] : type === 'flag' ? false : null

export const rowsOf = (top: number, bottom: number, recordAt: (row: number) => AnyRecord | undefined) =>
  Array.from({ length: bottom - top + 1 }, (_, index) => recordAt(top + index) ?? []).flat()
