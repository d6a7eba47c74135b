import { createHash } from 'node:crypto'
import type { Catalog, CatalogTable } from './catalog.ts'
import type { ColumnSpec, IndexSpec, TableSpec } from './define-table.ts'

export interface Step {
  readonly sql: string
  /** Runs outside a transaction and blocks no writer. */
  readonly concurrently?: boolean
}

/** What the declarations ask of the database, and what they cannot ask without a reviewed file. */
export interface Plan {
  readonly steps: readonly Step[]
  readonly reviewed: readonly string[]
}

/** Additive changes follow from the declarations; everything that could lose data is only named. */
export function planTables(wanted: readonly TableSpec[], catalog: Catalog): Plan {
  const fresh = wanted.filter(table => !catalog.tables.has(table.name))
  const known = wanted.filter(table => catalog.tables.has(table.name))
  const changes = known.map(table => changeTable(table, catalog.tables.get(table.name) as CatalogTable))
  return {
    steps: [
      ...fresh.map(table => ({ sql: createTable(table) })),
      ...changes.flatMap(change => change.columns),
      ...fresh.flatMap(table => references(table).map(({ sql }) => ({ sql }))),
      ...fresh.flatMap(table => indexes(table).map(index => ({ sql: index.create('') }))),
      ...fresh.flatMap(table => statistics(table).map(({ sql }) => ({ sql }))),
      ...changes.flatMap(change => change.rest),
    ],
    reviewed: changes.flatMap(change => change.reviewed),
  }
}

function createTable(table: TableSpec) {
  const lines = [
    ...Object.entries(table.columns).map(([name, spec]) => columnLine(name, spec)),
    ...(table.primary.length ? [`constraint ${table.name}_key primary key (${table.primary.join(', ')})`] : []),
    ...checks(table).map(check => `constraint ${check.name} check (${check.expression})`),
  ]
  const partition = table.monthly ? ` partition by range (${table.monthly})` : ''
  const rest = table.monthly ? `;\ncreate table ${table.name}_rest partition of ${table.name} default` : ''
  return `create table ${table.name} (\n  ${lines.join(',\n  ')}\n)${partition}${rest}${comments(table)}`
}

export const columnLine = (name: string, spec: ColumnSpec) =>
  [
    name,
    spec.type + (spec.type === 'text' ? ' collate "C"' : ''),
    ...(spec.generated ? [`generated always as (${spec.generated}) stored`] : []),
    ...(spec.default ? [`default ${spec.default}`] : []),
    ...(spec.null ? [] : ['not null']),
  ].join(' ')

const comments = (table: TableSpec) =>
  Object.entries(table.columns)
    .filter(([, spec]) => spec.generated)
    .map(([name, spec]) => `;\n${commentOn(table, name, spec)}`)
    .join('')

/** Generated columns are searched by a part of what they hold: a word in a thousand must not look like one in a hundred. */
const commentOn = (table: TableSpec, name: string, spec: ColumnSpec) =>
  `comment on column ${table.name}.${name} is '${hash(spec.generated ?? '')}';
alter table ${table.name} alter column ${name} set statistics 1000`

interface Change {
  readonly columns: Step[]
  readonly rest: Step[]
  readonly reviewed: string[]
}

function changeTable(table: TableSpec, now: CatalogTable): Change {
  const again = Object.entries(table.columns).flatMap(([name, spec]) => (isMadeAgain(name, spec, now) ? [name] : []))
  const columns = Object.entries(table.columns).map(([name, spec]) => changeColumn(table, name, spec, now))
  const undeclared = [...now.columns].filter(([name]) => !(name in table.columns))
  const derived = undeclared
    .filter(([, { generated }]) => generated)
    .map(([name]) => ({ sql: `alter table ${table.name} drop column ${name}` }))
  return {
    columns: columns.flatMap(change => change.columns),
    rest: [
      ...derived,
      ...columns.flatMap(change => change.rest),
      ...changeConstraints(table, now),
      ...changeIndexes(table, now, again),
      ...changeStatistics(table, now),
    ],
    reviewed: [
      ...columns.flatMap(change => change.reviewed),
      ...undeclared
        .flatMap(([name, { generated }]) => (generated ? [] : [name]))
        .map(name => `${table.name}.${name} is no longer declared; dropping it takes a reviewed file`),
    ],
  }
}

function changeColumn(table: TableSpec, name: string, spec: ColumnSpec, now: CatalogTable): Change {
  const alter = `alter table ${table.name}`
  const current = now.columns.get(name)
  const none: Change = { columns: [], rest: [], reviewed: [] }
  if (!current) {
    if (!spec.null && !spec.default && !now.empty)
      return { ...none, reviewed: [`${table.name}.${name} is required and has no default, and the table has rows`] }
    return {
      ...none,
      columns: [
        {
          sql: `${alter} add column ${columnLine(name, spec)}${spec.generated ? `;\n${commentOn(table, name, spec)}` : ''}`,
        },
      ],
    }
  }
  if (spec.generated) {
    if (!isMadeAgain(name, spec, now)) return none
    const again = `${alter} drop column ${name}, add column ${columnLine(name, spec)};\n${commentOn(table, name, spec)}`
    return { ...none, columns: [{ sql: again }] }
  }
  if (current.type !== spec.type.replace(/^timestamptz\((\d)\)$/, 'timestamp($1) with time zone'))
    return { ...none, reviewed: [`${table.name}.${name} is ${current.type} and is declared as ${spec.type}`] }
  return {
    ...none,
    rest: [
      ...((current.default ?? undefined) === spec.default
        ? []
        : [{ sql: `${alter} alter column ${name} ${spec.default ? `set default ${spec.default}` : 'drop default'}` }]),
      ...(spec.null && !current.null ? [{ sql: `${alter} alter column ${name} drop not null` }] : []),
      ...(!spec.null && current.null ? requireColumn(table, name) : []),
    ],
  }
}

/** An expression cannot be changed: the column goes, with its indexes, and comes again. */
function isMadeAgain(name: string, { generated }: ColumnSpec, now: CatalogTable) {
  const current = now.columns.get(name)
  return generated !== undefined && current !== undefined && current.comment !== hash(generated)
}

/** Fails, and changes nothing, while there are empty values; the check keeps the lock short. */
function requireColumn(table: TableSpec, name: string): Step[] {
  const alter = `alter table ${table.name}`
  const check = `${table.name}_${name}_required`
  return [
    {
      sql: `${alter} drop constraint if exists ${check}, add constraint ${check} check (${name} is not null) not valid`,
    },
    { sql: `${alter} validate constraint ${check}` },
    { sql: `${alter} alter column ${name} set not null, drop constraint ${check}` },
  ]
}

function changeConstraints(table: TableSpec, now: CatalogTable): Step[] {
  const alter = `alter table ${table.name}`
  const wanted = [
    ...checks(table).map(({ name, expression }) => ({
      name,
      sql: `${alter} add constraint ${name} check (${expression})`,
    })),
    ...references(table),
  ]
  const names = new Set(wanted.map(constraint => constraint.name))
  return [
    ...[...now.constraints.keys()]
      .filter(name => isOurs(name) && !names.has(name))
      .map(name => ({ sql: `${alter} drop constraint ${name}` })),
    ...wanted
      .filter(({ name }) => !now.constraints.has(name))
      .map(({ sql }) => ({ sql: table.monthly ? sql : `${sql} not valid` })),
    ...wanted
      .filter(({ name }) => now.constraints.get(name) !== true && !table.monthly)
      .map(({ name }) => ({ sql: `${alter} validate constraint ${name}` })),
  ]
}

function changeIndexes(table: TableSpec, now: CatalogTable, madeAgain: readonly string[]): Step[] {
  const wanted = indexes(table)
  const lost = new Set(
    wanted
      .filter(({ on }) => on.some(part => madeAgain.some(name => new RegExp(`\\b${name}\\b`).test(part))))
      .map(({ name }) => name),
  )
  const names = new Set(wanted.map(index => index.name))
  const how = table.monthly ? '' : 'concurrently '
  const run = (sql: string): Step => (how ? { sql, concurrently: true } : { sql })
  return [
    ...[...now.indexes]
      .filter(([name, valid]) => isOurs(name) && (!valid || !names.has(name)))
      .map(([name]) => run(`drop index ${how}if exists ${name}`)),
    ...wanted
      .filter(({ name }) => now.indexes.get(name) !== true || lost.has(name))
      .map(index => run(index.create(how))),
  ]
}

/** What is new is empty until the table is looked at again. */
function changeStatistics(table: TableSpec, now: CatalogTable): Step[] {
  const wanted = statistics(table)
  const missing = wanted.filter(({ name }) => !now.statistics.has(name))
  const names = new Set(wanted.map(({ name }) => name))
  return [
    ...[...now.statistics]
      .filter(name => isOurs(name) && !names.has(name))
      .map(name => ({ sql: `drop statistics ${name}` })),
    ...missing.map(({ sql }) => ({ sql })),
    ...(missing.length ? [{ sql: `analyze ${table.name}` }] : []),
  ]
}

// Names carry a hash of what they name, so that a plan compares names and never the database's wording.
const isOurs = (name: string) => /_(index|unique|check|link|spread)_[0-9a-f]{8}$/.test(name)
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
const named = (table: TableSpec, part: string, kind: string, definition: string) =>
  `${`${table.name}_${part}`.replace(/[^a-z0-9_]+/g, '_').slice(0, 46)}_${kind}_${hash(definition)}`

const checks = (table: TableSpec) =>
  Object.entries(table.checks ?? {}).map(([part, expression]) => ({
    name: named(table, part, 'check', expression),
    expression,
  }))

export const references = (table: TableSpec) =>
  Object.entries(table.columns).flatMap(([column, { references: target }]) => {
    if (!target) return []
    const rule = `foreign key (${column}) references ${target.table} (id) on delete ${target.onDelete}`
    const name = named(table, column, 'link', rule)
    return [{ name, column, rule, sql: `alter table ${table.name} add constraint ${name} ${rule}` }]
  })

const indexes = (table: TableSpec) =>
  (table.indexes ?? []).map(spec => {
    const rule = indexRule(spec)
    const name = named(table, indexPart(spec), spec.unique ? 'unique' : 'index', rule)
    return {
      name,
      on: spec.on,
      create: (how: string) => `create ${spec.unique ? 'unique ' : ''}index ${how}${name} on ${table.name} ${rule}`,
    }
  })

const statistics = (table: TableSpec) =>
  (table.statistics ?? []).map(expression => {
    const name = named(table, expression, 'spread', expression)
    return { name, sql: `create statistics ${name} on (${expression}) from ${table.name}` }
  })

const indexPart = ({ on }: IndexSpec) => on.join('_').replace(/_ops/g, '')

export const indexRule = ({ on, where, using }: IndexSpec) =>
  `using ${using ?? 'btree'} (${on.join(', ')})${where ? ` where ${where}` : ''}`

/** Names of the unique indexes and links that begin with one of these columns or expressions. */
export const constraintNames = (table: TableSpec, parts: readonly string[]) => [
  ...(table.indexes ?? [])
    .filter(({ on, unique }) => unique && parts.includes(on[0] ?? ''))
    .map(spec => named(table, indexPart(spec), 'unique', indexRule(spec))),
  ...references(table)
    .filter(({ column }) => parts.includes(column))
    .map(({ name }) => name),
]
