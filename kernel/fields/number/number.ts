import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { readDecimal, writeDecimal } from './decimal.ts'

export interface NumberOptions {
  readonly min?: number
  readonly max?: number
  /** Digits after the point, none by default. */
  readonly decimals?: number
  readonly default?: number
}
declare module '../../schema/field.ts' {
  interface Values {
    number: number
  }
  interface Options {
    number: NumberOptions
  }
}

export const number = <const O extends Common & NumberOptions = Record<never, never>>(options?: O) =>
  ({ type: 'number', ...options }) as { readonly type: 'number' } & O

export const numberType = defineFieldType<'number'>({
  name: 'number',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'in', 'not_in', 'gt', 'gte', 'lt', 'lte', 'empty'],
  sortable: true,
  additive: true,
  columns: (field, name) => numericColumn(field, name, field.decimals ?? 0),
  parse: (input, field) => parseNumber(input, { decimals: 0, ...field }),
  fromText: numberFromText,
  toText: (value, { decimals = 0 }, { language }) => writeDecimal(plainDigits(value, decimals), language),
  compare: (a, b) => a - b,
  fromColumns: numberFromColumns,
  json: ({ min, max, decimals = 0 }) => ({
    type: decimals === 0 ? 'integer' : 'number',
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  }),
})

interface Limits {
  readonly decimals: number
  readonly min?: number
  readonly max?: number
}

export function parseNumber(input: unknown, { decimals, min, max }: Limits) {
  if (typeof input !== 'number' || !Number.isFinite(input)) throw new FieldProblem('not-a-number')
  // Beyond this a double no longer holds every step, and what is read would not be what was written.
  const exact = Number.MAX_SAFE_INTEGER / 10 ** decimals
  const [least, most] = [Math.max(min ?? -exact, -exact), Math.min(max ?? exact, exact)]
  if (input < least) throw new FieldProblem('too-small', { min: least })
  if (input > most) throw new FieldProblem('too-large', { max: most })
  if (Number(input.toFixed(decimals)) !== input) throw new FieldProblem('too-many-decimals', { decimals })
  return input === 0 ? 0 : input
}

export function numericColumn(field: { required?: boolean; default?: number }, name: string, decimals: number) {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 9)
    throw new Error(`${name} has ${decimals} decimals: a whole number from 0 to 9 is possible.`)
  const start =
    field.default === undefined ? {} : { default: numericLiteral(plainDigits(Number(field.default), decimals)) }
  return { [name]: { type: `numeric(18,${decimals})`, null: !field.required, ...start } }
}

/** As PostgreSQL says it again. */
const numericLiteral = (digits: string) => (digits.startsWith('-') ? `'${digits}'::numeric` : digits)

/** Never '1e-7'. */
export const plainDigits = (value: number, decimals: number) =>
  value
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

/** What is no number stays text, for parse to refuse. */
export function numberFromText(cell: string, _field: unknown, { language }: { readonly language: string }) {
  const digits = readDecimal(cell, language)
  return digits === undefined ? cell : Number(digits)
}

export function numberFromColumns(row: Readonly<Record<string, unknown>>, name: string) {
  const value = row[name]
  return value === null || value === undefined ? null : Number(value)
}
