import { expect, test } from 'vitest'
import { longTextType } from './long_text.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const parse = (input: unknown, max?: number) =>
  longTextType.parse(input, { type: 'long_text', ...(max ? { max } : {}) }, locale)

test('lines are kept, their ends are alike', () => {
  expect(parse(' one\r\n\r\n  two\rthree \n')).toBe('one\n\n  two\nthree')
})

test('what is no text, or too much of it, is refused', () => {
  expect(() => parse(1)).toThrow('not-text')
  expect(() => parse('a\0')).toThrow('nul-character')
  expect(() => parse('abcd', 3)).toThrow('too-long')
  expect(() => parse('a'.repeat(20_001))).toThrow('too-long')
})
