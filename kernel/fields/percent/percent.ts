import type { Common } from '../../schema/field.ts'
import { defineFieldType } from '../../schema/field-type.ts'
import { writeDecimal } from '../number/decimal.ts'
import { numberFromColumns, numberFromText, numericColumn, parseNumber, plainDigits } from '../number/number.ts'

export interface PercentOptions {
  readonly min?: number
  readonly max?: number
  readonly default?: number
}
declare module '../../schema/field.ts' {
  interface Values {
    /** 12.5 is twelve and a half per cent. */
    percent: number
  }
  interface Options {
    percent: PercentOptions
  }
}

export const percent = <const O extends Common & PercentOptions = Record<never, never>>(options?: O) =>
  ({ type: 'percent', ...options }) as { readonly type: 'percent' } & O

const decimals = 2

export const percentType = defineFieldType<'percent'>({
  name: 'percent',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'gt', 'gte', 'lt', 'lte', 'empty'],
  sortable: true,
  columns: (field, name) => numericColumn(field, name, decimals),
  parse: (input, { min = 0, max = 100 }) => parseNumber(input, { decimals, min, max }),
  fromText: (cell, field, locale) => numberFromText(cell.trim().replace(/%$/, ''), field, locale),
  toText: (value, _field, { language }) => `${writeDecimal(plainDigits(value, decimals), language)} %`,
  compare: (a, b) => a - b,
  fromColumns: numberFromColumns,
  json: ({ min = 0, max = 100 }) => ({ type: 'number', minimum: min, maximum: max }),
})
