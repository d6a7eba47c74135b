import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { fold } from '../../schema/fold.ts'
import { textDefault } from '../quote.ts'

export interface TextOptions {
  readonly min?: number
  readonly max?: number
  readonly default?: string
}
declare module '../../schema/field.ts' {
  interface Values {
    text: string
  }
  interface Options {
    text: TextOptions
  }
}

export const text = <const O extends Common & TextOptions = Record<never, never>>(options?: O) =>
  ({ type: 'text', ...options }) as { readonly type: 'text' } & O

export const textType = defineFieldType<'text'>({
  name: 'text',
  shape: 'scalar',
  key: 'fold',
  operators: ['is', 'not', 'in', 'not_in', 'contains', 'starts', 'empty'],
  sortable: true,
  columns: (field, name) => ({ [name]: { type: 'text', null: !field.required, ...textDefault(field.default) } }),
  parse(input, { min = 0, max = 255 }) {
    if (typeof input !== 'string') throw new FieldProblem('not-text')
    const value = input.normalize('NFC').replace(/\s+/gu, ' ').trim()
    return checkLength(value, min, max)
  },
  fromText: cell => cell,
  toText: value => value,
  compare: compareFolded,
  json: ({ min, max = 255 }) => ({ type: 'string', maxLength: max, ...(min ? { minLength: min } : {}) }),
})

/** Length is counted in code points, as SQL and JSON Schema do. */
export function checkLength(value: string, min: number, max: number) {
  if (value.includes('\0')) throw new FieldProblem('nul-character')
  if (!value.isWellFormed()) throw new FieldProblem('broken-characters')
  const length = value.length > max ? [...value].length : value.length
  if (length > max) throw new FieldProblem('too-long', { max })
  if (min > 0 && [...value].length < min) throw new FieldProblem('too-short', { min })
  return value
}

export function compareFolded(a: string, b: string) {
  return compareCodePoints(fold(a), fold(b))
}

/** The order of SQL's collation "C": by code points, not by UTF-16 units. */
export function compareCodePoints(a: string, b: string) {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at++) {
    const difference = rank(a.charCodeAt(at)) - rank(b.charCodeAt(at))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Surrogates stand for code points above U+FFFF, so they come after U+E000 to U+FFFF. */
function rank(unit: number) {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
