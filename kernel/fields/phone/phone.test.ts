import { beforeEach, expect, test, vi } from 'vitest'
import { readPhone } from './read-phone.ts'

let phones: typeof import('./phone.ts')

beforeEach(async () => {
  vi.resetModules()
  phones = await import('./phone.ts')
})
const parse = (input: unknown, country = 'FR') =>
  phones.phoneType.parse(input, { type: 'phone' }, { language: 'en', zone: 'UTC', country, currency: 'EUR' })

test('without the numbering plans nothing is accepted', () => {
  expect(() => parse('+33612345678')).toThrow('no reader')
})

test.each([
  ['06 12 34 56 78', 'FR', '+33612345678'],
  ['+1 (213) 373-4253', 'FR', '+12133734253'],
  ['(213) 373-4253', 'US', '+12133734253'],
  ['0044 20 7946 0958', 'FR', '+442079460958'],
  ['+33612345678', '', '+33612345678'],
])('%s from %s is %s', (input, country, output) => {
  phones.setPhoneReader(readPhone)
  expect(parse(input, country)).toBe(output)
  expect(parse(output, country)).toBe(output)
})

test.each([
  [33612345678, 'not-text'],
  ['call me', 'not-a-phone'],
  ['call +33612345678 now', 'not-a-phone'],
  ['12', 'not-a-phone'],
  ['+999 123 456 789', 'not-a-phone'],
  ['+33 1 23 45 67 89 ext. 12', 'phone-extension'],
  ['1'.repeat(65), 'too-long'],
] as const)('%j is refused: %s', (input, code) => {
  phones.setPhoneReader(readPhone)
  expect(() => parse(input)).toThrow(code)
})

test('without a country only an international number is understood', () => {
  phones.setPhoneReader(readPhone)
  expect(() => parse('06 12 34 56 78', '')).toThrow('not-a-phone')
})

test('a part of a number is looked for as it is kept', () => {
  expect(phones.phoneType.piece?.('06 12-34')).toBe('61234')
  expect(phones.phoneType.piece?.('+33 6')).toBe('+336')
})
