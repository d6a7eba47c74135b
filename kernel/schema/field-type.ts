import type { Field, FieldOf, FieldTypeName, Values } from './field.ts'
import type { Params } from './refused.ts'

/** What a value is read and written with: of the person on a screen, of the company in a job. */
export interface Locale {
  readonly language: string
  readonly zone: string
  readonly country: string
  readonly currency: string
}

export interface Column {
  readonly type: string
  readonly null: boolean
  readonly default?: string
  /** An expression over the column that must hold. */
  readonly check?: string
}

export type Operator =
  | 'is'
  | 'not'
  | 'in'
  | 'not_in'
  | 'all'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'contains'
  | 'starts'
  | 'during'
  | 'empty'

/**
 * What a type of field knows: its column, how to parse, compare and format. Pure: it runs on the
 * server and in the browser alike.
 */
export interface FieldType<T extends FieldTypeName> {
  readonly name: T
  /** scalar: its own columns; array: one array column; links: rows of the link table, no column. */
  readonly shape: 'scalar' | 'array' | 'links'
  /** How SQL compares and sorts: folded (no case, no accents) or as it stands. */
  readonly key: 'fold' | 'plain'
  /** The column of several that is compared, sorted and summed. */
  readonly keyColumn?: (name: string) => string
  readonly operators: readonly Operator[]
  readonly sortable: boolean
  /** Sum and average make sense. */
  readonly additive?: boolean
  /** What it holds when cleared, where that is not null. */
  readonly empty?: Values[T]
  readonly columns: (field: FieldOf<T>, name: string) => Readonly<Record<string, Column>>
  /** From outside (JSON) to the value; throws FieldProblem. Never called with null or undefined. */
  readonly parse: (input: unknown, field: FieldOf<T>, locale: Locale) => Values[T]
  /** From the text of a cell to what parse takes. */
  readonly fromText: (text: string, field: FieldOf<T>, locale: Locale) => unknown
  /** What an export, a log or a plain mail shows. */
  readonly toText: (value: Values[T], field: FieldOf<T>, locale: Locale) => string
  /** Order of two values, the same as SQL's over the key. */
  readonly compare: (a: Values[T], b: Values[T]) => number
  /** A part of a value, as `contains` and `starts` look for it. */
  readonly piece?: (text: string) => string
  readonly toColumns?: (value: Values[T] | null, name: string) => Readonly<Record<string, unknown>>
  readonly fromColumns?: (row: Readonly<Record<string, unknown>>, name: string) => Values[T] | null
  /** JSON Schema 2020-12 of the value. */
  readonly json: (field: FieldOf<T>) => Readonly<Record<string, unknown>>
}

/** A field type whose T is not known, as the kernel holds it. */
export type AnyFieldType = FieldType<FieldTypeName>

export class FieldProblem extends Error {
  readonly code: string
  readonly params: Params
  constructor(code: string, params: Params = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}

export const defineFieldType = <T extends FieldTypeName>(type: FieldType<T>): FieldType<T> => type

export const isLinks = (field: Field) => field.type === 'tags' || field.type === 'refs' || field.type === 'about'
