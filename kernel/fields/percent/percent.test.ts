import { expect, test } from 'vitest'
import { type PercentOptions, percentType } from './percent.ts'

const locale = { language: 'fr', zone: 'UTC', country: 'FR', currency: 'EUR' }
const parse = (input: unknown, options: PercentOptions = {}) =>
  percentType.parse(input, { type: 'percent', ...options }, locale)

test('from 0 to 100 with two decimals, unless it says otherwise', () => {
  expect(parse(12.25)).toBe(12.25)
  expect(parse(150, { max: 200 })).toBe(150)
  expect(() => parse(101)).toThrow('too-large')
  expect(() => parse(-1)).toThrow('too-small')
  expect(() => parse(0.125)).toThrow('too-many-decimals')
  expect(() => parse('5')).toThrow('not-a-number')
})

test('it is written with its sign and read again', () => {
  const field = { type: 'percent' } as const
  expect(percentType.toText(12.5, field, locale)).toBe('12,5 %')
  expect(percentType.fromText('12,5 %', field, locale)).toBe(12.5)
  expect(percentType.fromText('12.5%', field, locale)).toBe(12.5)
})
