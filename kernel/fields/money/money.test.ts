import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MoneyOptions, moneyType } from './money.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const parse = (input: unknown, options: MoneyOptions = {}) =>
  moneyType.parse(input, { type: 'money', ...options }, locale)
const read = (cell: string, language = 'en') => moneyType.fromText(cell, { type: 'money' }, { ...locale, language })

test.each([
  [
    { amount: '12.3', currency: 'USD' },
    { amount: '12.30', currency: 'USD' },
  ],
  ['0012.3450', { amount: '12.345', currency: 'EUR' }],
  [7, { amount: '7.00', currency: 'EUR' }],
  ['-0.000', { amount: '0.00', currency: 'EUR' }],
])('%j is %j', (input, value) => {
  expect(parse(input)).toEqual(value)
})

test.each([
  ['12,3', {}, 'not-an-amount'],
  ['', {}, 'not-an-amount'],
  [true, {}, 'not-an-amount'],
  [{ amount: { toString: 1 }, currency: 'EUR' }, {}, 'not-an-amount'],
  [1e21, {}, 'not-an-amount'],
  ['1.23456', {}, 'not-an-amount'],
  ['123456789012345', {}, 'not-an-amount'],
  [{ amount: '1', currency: 'eur' }, {}, 'not-a-currency'],
  [{ amount: '1', currency: 'ABC' }, {}, 'not-a-currency'],
  [{ amount: '1', currency: null }, {}, 'not-a-currency'],
  ['-1', { min: 0 }, 'too-small'],
  ['11', { max: 10 }, 'too-large'],
] as const)('%j is refused: %j %s', (input, options, code) => {
  expect(() => parse(input, options)).toThrow(code)
})

test.each([
  ['1,234.50', 'en', { amount: '1234.50', currency: 'EUR' }],
  ['£12', 'en', { amount: '12', currency: 'GBP' }],
  ['12.30USD', 'en', { amount: '12.30', currency: 'USD' }],
  ['CHF 1.234,50', 'de', { amount: '1234.50', currency: 'CHF' }],
  ['1\u202f234,50 €', 'fr', { amount: '1234.50', currency: 'EUR' }],
])('a cell with %s in %s is %j', (cell, language, value) => {
  expect(read(cell, language)).toEqual(value)
})

const amounts = () =>
  fc
    .tuple(fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }))
    .map(([digits]) => `${digits < 0n ? '-' : ''}${(digits < 0n ? -digits : digits).toString().padStart(5, '0')}`)
    .map(digits => `${digits.slice(0, -4)}.${digits.slice(-4)}`)

test.each(['en', 'fr', 'de'])('what was written is read again in %s', language => {
  fc.assert(
    fc.property(amounts(), fc.constantFrom('EUR', 'USD', 'JPY'), (amount, currency) => {
      const value = parse({ amount, currency })
      const text = moneyType.toText(value, { type: 'money' }, { ...locale, language })
      expect(parse(read(text, language))).toEqual(value)
      expect(moneyType.fromColumns?.({ v: amount, v_currency: currency }, 'v')).toEqual(value)
    }),
  )
})

test('eighteen digits are compared exactly', () => {
  const compare = (a: string, b: string) =>
    moneyType.compare({ amount: a, currency: 'EUR' }, { amount: b, currency: 'EUR' })
  expect(compare('99999999999999.9999', '99999999999999.9998')).toBeGreaterThan(0)
  expect(compare('-0.50', '0.25')).toBeLessThan(0)
  expect(compare('1.5', '1.50')).toBe(0)
})
