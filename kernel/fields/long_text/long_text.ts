import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { textDefault } from '../quote.ts'
import { checkLength, compareFolded } from '../text/text.ts'

export interface LongTextOptions {
  readonly min?: number
  readonly max?: number
  readonly default?: string
}
declare module '../../schema/field.ts' {
  interface Values {
    long_text: string
  }
  interface Options {
    long_text: LongTextOptions
  }
}

export const longText = <const O extends Common & LongTextOptions = Record<never, never>>(options?: O) =>
  ({ type: 'long_text', ...options }) as { readonly type: 'long_text' } & O

/** Plain text of several lines. */
export const longTextType = defineFieldType<'long_text'>({
  name: 'long_text',
  shape: 'scalar',
  key: 'fold',
  operators: ['contains', 'empty'],
  sortable: false,
  columns: (field, name) => ({ [name]: { type: 'text', null: !field.required, ...textDefault(field.default) } }),
  parse(input, { min = 0, max = 20_000 }) {
    if (typeof input !== 'string') throw new FieldProblem('not-text')
    const value = input.normalize('NFC').replace(/\r\n?/g, '\n').trim()
    return checkLength(value, min, max)
  },
  fromText: cell => cell,
  toText: value => value,
  compare: compareFolded,
  json: ({ min, max = 20_000 }) => ({ type: 'string', maxLength: max, ...(min ? { minLength: min } : {}) }),
})
