import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDecimal } from './decimal.ts'
import { type NumberOptions, numberType } from './number.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const parse = (input: unknown, options: NumberOptions = {}) =>
  numberType.parse(input, { type: 'number', ...options }, locale)

test('numbers are taken, and zero has one sign', () => {
  expect(parse(12)).toBe(12)
  expect(parse(-1.25, { decimals: 2 })).toBe(-1.25)
  expect(Object.is(parse(-0), 0)).toBe(true)
})

test.each([
  ['12', {}, 'not-a-number'],
  [true, {}, 'not-a-number'],
  [Number.NaN, {}, 'not-a-number'],
  [Number.POSITIVE_INFINITY, {}, 'not-a-number'],
  [1.5, {}, 'too-many-decimals'],
  [0.1 + 0.2, { decimals: 2 }, 'too-many-decimals'],
  [1, { min: 2 }, 'too-small'],
  [3, { max: 2 }, 'too-large'],
  [1e17, {}, 'too-large'],
  [-1e14, { decimals: 4 }, 'too-small'],
] as const)('%j is refused: %j %s', (input, options, code) => {
  expect(() => parse(input, options)).toThrow(code)
})

test.each([
  ['1,234.5', 'en', '1234.5'],
  ['1,234', 'en', '1234'],
  ['1 234,5', 'fr', '1234.5'],
  ['1\u202f234', 'fr', '1234'],
  ['1.234,5', 'de', '1234.5'],
  ['1.234', 'de', '1234'],
  ['1234.567', 'de', '1234.567'],
  ['1.234.567', 'de', '1234567'],
  ['12,5', 'en', '12.5'],
  ["1'234.5", 'de-CH', '1234.5'],
  ['\u22125', 'en', '-5'],
  ['1,23,4', 'en', undefined],
  ['1.2.3', 'en', undefined],
  ['12 apples', 'en', undefined],
  ['', 'en', undefined],
  ['1e5', 'en', undefined],
] as const)('%s in %s is read as %s', (text, language, number) => {
  expect(readDecimal(text, language)).toBe(number)
})

test.each(['en', 'fr', 'de'])('what was written is read again in %s', language => {
  const scaled = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.maxSafeInteger())
  fc.assert(
    fc.property(scaled, ([decimals, digits]) => {
      const field = { type: 'number', decimals } as const
      const value = Number((digits / 10 ** decimals).toFixed(decimals))
      fc.pre(Math.abs(value) * 10 ** decimals < 1e15)
      const there = { ...locale, language }
      const text = numberType.toText(parse(value, field), field, there)
      expect(parse(numberType.fromText(text, field, there), field)).toBe(value === 0 ? 0 : value)
    }),
  )
})

test('decimals that are no digit never reach SQL', () => {
  const field = { type: 'number', decimals: '2); drop table users; --' as unknown as number } as const
  expect(() => numberType.columns(field, 'size')).toThrow('from 0 to 9')
})

test('the column has the decimals, and gives numbers back', () => {
  expect(numberType.columns({ type: 'number', decimals: 7, default: 1e-7 }, 'size')).toEqual({
    size: { type: 'numeric(18,7)', null: true, default: '0.0000001' },
  })
  expect(numberType.fromColumns?.({ size: '1.50' }, 'size')).toBe(1.5)
  expect(numberType.fromColumns?.({ size: null }, 'size')).toBe(null)
})
