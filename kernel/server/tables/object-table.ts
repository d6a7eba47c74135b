import { typeOf } from '../../fields/index.ts'
import type { Field } from '../../schema/field.ts'
import { type ColumnSpec, column, type IndexSpec, type TableSpec } from './define-table.ts'
import { keyColumn, type Model, type Models, type SearchColumn } from './model.ts'
import { constraintNames } from './plan.ts'

/** The table that follows from an object: real columns, constraints and indexes. */
export function objectTable(models: Models, model: Model): TableSpec {
  const names = Object.keys(model.columns)
  return {
    name: model.table,
    primary: ['id'],
    columns: {
      id: column('uuid'),
      ...Object.assign({}, ...names.map(name => fieldColumns(models, { name, field: model.fields[name] as Field }))),
      version: column('integer', { default: '1' }),
      deleted_at: column('timestamp(3) with time zone', { null: true }),
      ...Object.fromEntries(model.search.map(search => [search.column, searchColumn(model, search)])),
    },
    indexes: [
      ...names.flatMap(name => fieldIndexes(model, name)),
      ...model.search.map(search => ({ on: [`${search.column} gin_trgm_ops`], using: 'gin' as const })),
      { on: ['deleted_at'], where: 'deleted_at is not null' },
    ],
    statistics: names
      .filter(name => fieldIndexes(model, name).length > 0)
      .map(name => sortKey(model, name))
      .filter(isExpression),
    checks: Object.assign({}, ...names.map(name => fieldChecks(model, name))),
  }
}

/** The column that a field is compared and sorted by. */
export function columnOfKey(model: Model, name: string): Pick<ColumnSpec, 'type' | 'null'> {
  const field = model.fields[name] as Field
  const found = typeOf(field).columns(field, name)[keyColumn(model, name)]
  return { type: found?.type ?? 'text', null: found === undefined || isEmptiable(name, found) }
}

/** A column added at run time, when there were rows already, may be empty whatever is asked of new values. */
const isEmptiable = (name: string, { null: nullable, default: initial }: Pick<ColumnSpec, 'null' | 'default'>) =>
  nullable || (isCustom(name) && initial === undefined)

/** The columns of one field, as a plan adds them. */
export function fieldColumns(
  models: Models,
  { name, field }: { readonly name: string; readonly field: Field },
): Record<string, ColumnSpec> {
  const columns = Object.entries(typeOf(field).columns(field, name))
  return Object.fromEntries(
    columns.map(([key, { type, null: nullable, default: initial }]) => [
      key,
      {
        type,
        null: isEmptiable(name, { null: nullable, ...(initial === undefined ? {} : { default: initial }) }),
        ...(initial === undefined ? {} : { default: initial }),
        ...reference(models, field),
      },
    ]),
  )
}

function reference(models: Models, field: Field): Pick<ColumnSpec, 'references'> {
  if (field.type === 'file') return { references: { table: 'files', onDelete: 'set null' } }
  if (field.type !== 'ref') return {}
  const onDelete = { restrict: 'restrict', clear: 'set null', cascade: 'cascade' } as const
  const target = models.find(field.to)
  if (!target) return {}
  return { references: { table: target.table, onDelete: onDelete[field.onDelete ?? 'clear'] } }
}

function fieldIndexes(model: Model, name: string): IndexSpec[] {
  const field = model.fields[name] as Field
  const type = typeOf(field)
  const live = 'deleted_at is null'
  const key = sortKey(model, name)
  if (field.unique)
    return [{ on: [key], unique: true, where: live }, ...(type.sortable ? [{ on: [key, 'id'], where: live }] : [])]
  if (field.type === 'ref') return [{ on: [name] }]
  if (type.shape === 'array') return field.index ? [{ on: [name], using: 'gin' }] : []
  return field.index || (type.sortable && model.object.list.includes(name)) ? [{ on: [key, 'id'], where: live }] : []
}

/** What an index, an ORDER BY and a comparison agree on. */
export function sortKey(model: Model, name: string) {
  const type = typeOf(model.fields[name] as Field)
  const key = keyColumn(model, name)
  return type.key === 'fold' ? `fold(${key})` : key
}

const isExpression = (key: string) => key.includes('(')

function fieldChecks(model: Model, name: string): Record<string, string> {
  if (isCustom(name)) return {}
  const field = model.fields[name] as Field
  const columns = Object.entries(typeOf(field).columns(field, name))
  return Object.fromEntries(columns.flatMap(([key, { check }]) => (check ? [[key, check]] : [])))
}

/**
 * Added at run time to a table that may be full: may be empty whatever is asked of new values, and its options,
 * which change, are checked when they are parsed.
 */
const isCustom = (name: string) => name.startsWith('c_')

/** Begins with a space, so that "begins a word with" is a contains-search too. */
function searchColumn(model: Model, { fields }: SearchColumn): ColumnSpec {
  const parts = fields.map(name => `coalesce(${plainText(model.fields[name] as Field, name)}, '')`)
  return { type: 'text', null: true, generated: `fold(' ' || ${parts.join(` || ' ' || `)})` }
}

const plainText = (field: Field, name: string) => {
  if (field.type === 'rich_text') return `left(regexp_replace(${name}, '<[^>]*>', ' ', 'g'), 4000)`
  return field.type === 'long_text' ? `left(${name}, 4000)` : name
}

const specs = new WeakMap<Model, { models: Models; spec: TableSpec; types: Readonly<Record<string, string>> }>()

function specOf(models: Models, model: Model) {
  const known = specs.get(model)
  if (known) return known
  const spec = objectTable(models, model)
  const types = Object.fromEntries(Object.entries(spec.columns).map(([name, { type }]) => [name, type]))
  const made = { models, spec, types }
  specs.set(model, made)
  return made
}

/** Column → type, to write arrays of its values. */
export const columnTypes = (models: Models, model: Model) => specOf(models, model).types

/** Which field a constraint of the table speaks of. */
export function constraintField(models: Models, model: Model, constraint: string): string | undefined {
  const { spec } = specOf(models, model)
  return Object.keys(model.columns).find(name =>
    constraintNames(spec, [name, sortKey(model, name)]).includes(constraint),
  )
}
