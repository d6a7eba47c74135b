import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { tidy, unitsOf } from '../exact.ts'
import { readDecimal, writeDecimal } from '../number/decimal.ts'

/** A decimal as text, never a float. */
export interface Money {
  readonly amount: string
  readonly currency: string
}
export interface MoneyOptions {
  readonly min?: number
  readonly max?: number
}
declare module '../../schema/field.ts' {
  interface Values {
    money: Money
  }
  interface Options {
    money: MoneyOptions
  }
}

export const money = <const O extends Common & MoneyOptions = Record<never, never>>(options?: O) =>
  ({ type: 'money', ...options }) as { readonly type: 'money' } & O

/** So many decimals an amount may have. */
export const amountPlaces = 4

/** The amount in the company's currency, which is compared, sorted and summed; the server fills it with each write. */
export const baseColumn = (name: string) => `${name}_base`
/** The day by whose rate that amount was found. */
export const ratedColumn = (name: string) => `${name}_rated_on`
export const currencyColumn = (name: string) => `${name}_currency`

export const moneyType = defineFieldType<'money'>({
  name: 'money',
  shape: 'scalar',
  key: 'plain',
  keyColumn: baseColumn,
  operators: ['is', 'not', 'gt', 'gte', 'lt', 'lte', 'empty'],
  sortable: true,
  additive: true,
  columns: (field, name) => ({
    [name]: { type: 'numeric(18,4)', null: !field.required },
    [currencyColumn(name)]: { type: 'text', null: !field.required },
    [baseColumn(name)]: { type: 'numeric(18,4)', null: true },
    [ratedColumn(name)]: { type: 'date', null: true },
  }),
  parse(input, { min, max }, locale) {
    const { amount, currency } = isMoney(input) ? input : { amount: input, currency: locale.currency }
    if (typeof currency !== 'string' || !currencies.has(currency)) throw new FieldProblem('not-a-currency')
    const value = decimal(amount)
    if (min !== undefined && Number(value) < min) throw new FieldProblem('too-small', { min })
    if (max !== undefined && Number(value) > max) throw new FieldProblem('too-large', { max })
    return { amount: value, currency }
  },
  fromText(cell, _field, locale) {
    const amount = cell.replace(/[A-Z]{3}|[€£$]/g, '')
    return { amount: readDecimal(amount, locale.language) ?? cell, currency: currencyIn(cell) ?? locale.currency }
  },
  toText: (value, _field, { language }) => `${writeDecimal(value.amount, language)} ${value.currency}`,
  compare: (a, b) => Number(unitsOf(a.amount, amountPlaces) - unitsOf(b.amount, amountPlaces)),
  toColumns: (value, name) => ({ [name]: value?.amount ?? null, [currencyColumn(name)]: value?.currency ?? null }),
  fromColumns(row, name) {
    const amount = row[name]
    return typeof amount === 'string' ? { amount: tidy(amount), currency: String(row[currencyColumn(name)]) } : null
  },
  json: () => ({
    type: 'object',
    required: ['amount', 'currency'],
    additionalProperties: false,
    properties: {
      amount: { type: 'string', pattern: '^-?\\d{1,14}(\\.\\d{1,4})?$' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
  }),
})

const isMoney = (input: unknown): input is { amount: unknown; currency: unknown } =>
  typeof input === 'object' && input !== null && 'amount' in input && 'currency' in input

function decimal(amount: unknown) {
  const text = typeof amount === 'number' ? String(amount) : amount
  if (typeof text !== 'string' || !/^-?\d{1,14}(\.\d{1,4})?$/.test(text)) throw new FieldProblem('not-an-amount')
  return tidy(text)
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
export const isCurrency = (code: string) => currencies.has(code)
const symbols: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP' }

/** '$' says too little: a dozen currencies write themselves so. */
const currencyIn = (cell: string) =>
  /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/.exec(cell)?.[0] ?? symbols[/[€£]/.exec(cell)?.[0] ?? '']
