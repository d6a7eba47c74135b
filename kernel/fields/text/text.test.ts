import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../schema/fold.ts'
import { compareCodePoints, compareFolded, type TextOptions, textType } from './text.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const parse = (input: unknown, options: TextOptions = {}) => textType.parse(input, { type: 'text', ...options }, locale)

test('white space is tidied and letters are composed', () => {
  expect(parse('  Ada \t\n Lovelace\u00a0')).toBe('Ada Lovelace')
  expect(parse('e\u0301')).toBe('é')
  expect(parse('<script>alert(1)</script>')).toBe('<script>alert(1)</script>')
})

test.each([
  [7, {}, 'not-text'],
  [['a'], {}, 'not-text'],
  ['a\0b', {}, 'nul-character'],
  ['\ud800', {}, 'broken-characters'],
  ['abcd', { max: 3 }, 'too-long'],
  ['😀😀😀😀', { max: 3 }, 'too-long'],
  ['😀😀', { min: 3 }, 'too-short'],
] as const)('%j is refused: %j %s', (input, options, code) => {
  expect(() => parse(input, options)).toThrow(code)
})

test('length is counted in code points', () => {
  expect(parse('😀😀😀', { min: 3, max: 3 })).toBe('😀😀😀')
})

test('a default is quoted', () => {
  expect(textType.columns({ type: 'text', default: "it's" }, 'note')).toEqual({
    note: { type: 'text', null: true, default: "'it''s'::text" },
  })
})

test('what was written is read again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), input => {
      fc.pre(!input.includes('\0'))
      const field = { type: 'text' } as const
      const value = parse(input)
      expect(parse(textType.fromText(textType.toText(value, field, locale), field, locale))).toBe(value)
    }),
  )
})

test('order is by code points', () => {
  const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareCodePoints(a, b))).toBe(byBytes(a, b))
      expect(Math.sign(compareFolded(a, b))).toBe(byBytes(fold(a), fold(b)))
    }),
  )
  expect(compareCodePoints('\uffee', '😀')).toBeLessThan(0)
})
