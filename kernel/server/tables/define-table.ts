// A table that belongs to the kernel or to one module and is no object: sessions, changes, deliveries.
// Objects compile to the same shape, so that one plan compares both with the database.

import type { Generated } from 'kysely'

export interface ColumnSpec {
  readonly type: string
  readonly null: boolean
  readonly default?: string
  readonly generated?: string
  readonly references?: { readonly table: string; readonly onDelete: 'restrict' | 'set null' | 'cascade' }
}

export interface IndexSpec {
  /** Expressions or columns, as SQL. */
  readonly on: readonly string[]
  readonly unique?: boolean
  readonly where?: string
  readonly using?: 'btree' | 'gin' | 'brin'
}

export interface TableSpec {
  readonly name: string
  readonly columns: Readonly<Record<string, ColumnSpec>>
  /** Empty for logs that are only ever appended to. */
  readonly primary: readonly string[]
  readonly indexes?: readonly IndexSpec[]
  /** Expressions whose spread the planner knows; of an index that leaves rows out it does not learn it. */
  readonly statistics?: readonly string[]
  /** Name → expression. */
  readonly checks?: Readonly<Record<string, string>>
  /** One partition a month by this column. */
  readonly monthly?: string
}

declare const value: unique symbol
/** A column that knows the type its value has in TypeScript. */
export type Typed<V> = ColumnSpec & { readonly [value]?: V }

export type TableRow<T extends { readonly columns: Readonly<Record<string, ColumnSpec>> }> = {
  [K in keyof T['columns']]: T['columns'][K] extends Typed<infer V> ? V : never
}

/** The same for what writes it: a column with a default may be left out. */
export type Stored<T extends { readonly columns: Readonly<Record<string, ColumnSpec>> }> = {
  [K in keyof T['columns']]: T['columns'][K] extends WithDefault ? Generated<TableRow<T>[K]> : TableRow<T>[K]
}

export const defineTable = <const C extends Readonly<Record<string, ColumnSpec>>>(
  name: string,
  spec: Omit<TableSpec, 'name' | 'columns'> & { readonly columns: C },
): TableSpec & { readonly columns: C } => ({ name, ...spec })

/** What insertRows takes, in the order of the declaration. */
export const columnsToInsert = ({ columns }: Pick<TableSpec, 'columns'>) =>
  Object.entries(columns).map(([name, { type }]) => ({ name, type }))

/** `column<string>('text')`; `column<string | null>('text', { null: true })`. */
export function column<V>(type: string, options: Options & { readonly default: string }): Typed<V> & WithDefault
export function column<V>(type: string, options?: Options): Typed<V>
export function column(type: string, options: Options = {}): ColumnSpec {
  return { type, null: false, ...options }
}
type Options = Partial<Omit<ColumnSpec, 'type'>>
interface WithDefault {
  readonly default: string
}
