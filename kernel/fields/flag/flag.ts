import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { fold } from '../../schema/fold.ts'

export interface FlagOptions {
  readonly default?: boolean
}
declare module '../../schema/field.ts' {
  interface Values {
    flag: boolean
  }
  interface Options {
    flag: FlagOptions
  }
}

export const flag = <const O extends Common & FlagOptions = Record<never, never>>(options?: O) =>
  ({ type: 'flag', ...options }) as { readonly type: 'flag' } & O

const words = new Map<string, boolean>([
  ...['true', 'yes', 'y', '1', 'on', 'x', 'oui', 'o', 'vrai'].map(word => [word, true] as const),
  ...['false', 'no', 'n', '0', 'off', 'non', 'faux'].map(word => [word, false] as const),
])

export const flagType = defineFieldType<'flag'>({
  name: 'flag',
  shape: 'scalar',
  key: 'plain',
  empty: false,
  operators: ['is', 'not'],
  sortable: true,
  columns: (field, name) => ({ [name]: { type: 'boolean', null: false, default: String(field.default === true) } }),
  parse(input) {
    if (typeof input !== 'boolean') throw new FieldProblem('not-yes-or-no')
    return input
  },
  fromText: cell => words.get(fold(cell.trim())) ?? cell,
  toText: String,
  compare: (a, b) => Number(a) - Number(b),
  json: () => ({ type: 'boolean' }),
})
