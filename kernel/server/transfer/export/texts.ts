import { typeOf } from '../../../fields/index.ts'
import type { Field } from '../../../schema/field.ts'
import type { Locale } from '../../../schema/field-type.ts'
import type { AnyRow } from '../../records/context.ts'
import { type Included, includeNames } from '../../records/include.ts'
import { targetsOf } from '../../records/links.ts'
import type { Reading } from '../../records/list.ts'
import { isSame } from '../../records/same.ts'
import type { Model } from '../../tables/model.ts'
import { writeItems } from '../csv/items.ts'
import type { ExportColumn } from './columns.ts'

/** Records as the texts of cells. The names of what they point to take one query per object. */
export async function textsOf(
  reading: Reading,
  model: Model,
  rows: readonly AnyRow[],
  columns: readonly ExportColumn[],
): Promise<string[][]> {
  const titled = columns.flatMap(({ field, as }) => (field !== undefined && as === 'titles' ? [field] : []))
  const included = await includeNames(reading, model, rows, titled)
  const locale = neutral(reading.actor.locale)
  return rows.map(row => columns.map(column => textOf(model, row, column, included, locale)))
}

/** Numbers are written with a point whoever exports them: every import reads that, whatever its language. */
const neutral = (locale: Locale): Locale => ({ ...locale, language: 'en' })

function textOf(
  model: Model,
  row: AnyRow,
  { field: name, as }: ExportColumn,
  included: Included,
  locale: Locale,
): string {
  if (name === undefined) return row.id
  const field = model.fields[name] as Field
  const value = row[name]
  if (value === null || value === undefined) return ''
  if (as === 'value') return valueText(field, value, locale)
  if (field.type === 'ref') return as === 'ids' ? String(value) : (included[field.to]?.[String(value)]?.title ?? '')
  return writeItems(
    targetsOf(field, value).map(target => (as === 'ids' ? linkId(field, target) : linkTitle(field, target, included))),
  )
}

/** As people read it, unless that would be read back as something else: two options may have one label. */
function valueText(field: Field, value: unknown, locale: Locale) {
  const type = typeOf(field)
  const text = type.toText(value as never, field, locale)
  const isLossy = field.type === 'choice' && !isSame(type.fromText(text, field, locale), value)
  return isLossy ? String(value) : text
}

type Target = ReturnType<typeof targetsOf>[number]

function linkId(field: Field, { object, id, role }: Target) {
  if (field.type === 'about') return `${object}:${id}`
  return role === null ? id : `${id} (${role})`
}

function linkTitle(field: Field, { object, id, role }: Target, included: Included) {
  const title = included[object]?.[id]?.title ?? ''
  const label = role !== null && field.type === 'refs' ? (field.roles?.[role] ?? role) : undefined
  return label === undefined ? title : `${title} (${label})`
}
