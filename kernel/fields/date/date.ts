import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { compareCodePoints } from '../text/text.ts'
import { isDay } from './day.ts'
import { readDay } from './read-day.ts'

declare module '../../schema/field.ts' {
  interface Values {
    /** 'YYYY-MM-DD': a day, in no zone. */
    date: string
  }
  interface Options {
    date: Record<never, never>
  }
}

export const date = <const O extends Common = Record<never, never>>(options?: O) =>
  ({ type: 'date', ...options }) as { readonly type: 'date' } & O

export const dateType = defineFieldType<'date'>({
  name: 'date',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'gt', 'gte', 'lt', 'lte', 'during', 'empty'],
  sortable: true,
  columns: (field, name) => ({ [name]: { type: 'date', null: !field.required } }),
  parse(input) {
    if (typeof input !== 'string' || !isDay(input)) throw new FieldProblem('not-a-date')
    return input
  },
  fromText: (cell, _field, { country }) => readDay(cell, country),
  toText: value => value,
  compare: compareCodePoints,
  json: () => ({ type: 'string', format: 'date' }),
})
