import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices, choicesType } from './choices.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const field = choices({ red: 'Red', green: 'Green, or so', blue: 'Blue' })
const parse = (input: unknown) => choicesType.parse(input, field, locale)

test('a list of keys, each once', () => {
  expect(parse(['blue', 'red', 'blue'])).toEqual(['blue', 'red'])
  expect(parse([])).toEqual([])
})

test.each([
  ['red', 'not-a-list'],
  [{ length: 1, 0: 'red' }, 'not-a-list'],
  [['red', 'Red'], 'not-a-choice'],
  [['__proto__'], 'not-a-choice'],
  [[null], 'not-a-choice'],
  [Array.from({ length: 101 }, () => 'red'), 'too-many'],
])('%j is refused: %s', (input, code) => {
  expect(() => parse(input)).toThrow(code)
})

test('what was written is read again', () => {
  fc.assert(
    fc.property(fc.subarray(['red', 'green', 'blue']), value => {
      expect(parse(choicesType.fromText(choicesType.toText(value, field, locale), field, locale))).toEqual(value)
    }),
  )
})
