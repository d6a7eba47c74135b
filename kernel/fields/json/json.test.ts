import { expect, test } from 'vitest'
import { json, jsonType } from './json.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const parse = (input: unknown) => jsonType.parse(input, json({ max: 100 }), locale)
const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) })

test('an object is kept as it is', () => {
  expect(parse({ where: { any: [{ name: null }] }, columns: ['a'] })).toEqual({
    where: { any: [{ name: null }] },
    columns: ['a'],
  })
  expect(parse({ text: 'back\\slash \\u0000 é 😀' })).toEqual({ text: 'back\\slash \\u0000 é 😀' })
})

test.each([
  ['a list', [1], 'not-an-object'],
  ['a text', '{}', 'not-an-object'],
  ['more than it may hold', { a: 'x'.repeat(100) }, 'too-long'],
  ['too deep', nested(18), 'too-deep'],
  ['a NUL, which jsonb cannot hold', { a: '\0' }, 'nul-character'],
  ['half a character', { a: '\ud800' }, 'broken-characters'],
])('%s is refused', (_, input, code) => {
  expect(() => parse(input)).toThrow(code)
})

test('a cell that holds no JSON is refused, and not guessed at', () => {
  expect(() => parse(jsonType.fromText('{a: 1}', json(), locale))).toThrow('not-an-object')
  expect(jsonType.fromText(' {"a": 1}', json(), locale)).toEqual({ a: 1 })
})
