import { type RawBuilder, sql } from 'kysely'
import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import type { Model } from '../tables/model.ts'
import type { AnyRow } from './context.ts'

/** The columns of some fields, by name; links come as a list of what they point to. One piece of text: every statement has it. */
export function selectFields(model: Model, names: readonly string[], alias: string): RawBuilder<unknown> {
  const columns = names.flatMap(name =>
    model.links.includes(name) ? [linksOf(model, name, alias)] : columnsOf(model, name, alias),
  )
  return sql.raw([`${alias}.id`, `${alias}.version`, ...columns].join(', '))
}

/** The links alone, of the rows of a table. */
export const selectLinks = (model: Model, alias: string): RawBuilder<unknown> =>
  sql.raw([`${alias}.id`, ...model.links.map(name => linksOf(model, name, alias))].join(', '))

const columnsOf = (model: Model, name: string, alias: string) =>
  (model.columns[name] ?? []).map(column => `${alias}."${column}"`)

function linksOf(model: Model, name: string, alias: string) {
  const { type } = model.fields[name] as Field
  const from = `from links as l where l.from_id = ${alias}.id and l.field = '${name}'`
  if (type === 'tags') return `array(select l.to_id ${from} order by l.place, l.to_id) as "${name}"`
  const value = type === 'refs' ? `'id', l.to_id, 'role', nullif(l.role, '')` : `'object', l.to_object, 'id', l.to_id`
  return `coalesce((select json_agg(json_build_object(${value}) order by l.place, l.to_id) ${from}), '[]') as "${name}"`
}

/** From what the driver returns to a record: money from its columns, a number from its text. */
export function toRow(model: Model, names: readonly string[]): (raw: Record<string, unknown>) => AnyRow {
  const readers = names.map(name => [name, typeOf(model.fields[name] as Field).fromColumns] as const)
  return raw => {
    const row: Record<string, unknown> = { id: raw.id, version: raw.version }
    for (const [name, read] of readers) row[name] = read ? read(raw, name) : raw[name]
    return row as AnyRow
  }
}

/** From values to the columns that hold them. */
export function toColumns(model: Model, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  for (const name in values) {
    if (model.links.includes(name)) continue
    const field = model.fields[name]
    const write = field && typeOf(field).toColumns
    if (write) Object.assign(columns, write(values[name] as never, name))
    else columns[name] = values[name]
  }
  return columns
}
