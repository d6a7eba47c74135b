import { expect, test } from 'vitest'
import { flagType } from './flag.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const field = { type: 'flag' } as const

test('only true and false are taken', () => {
  expect(flagType.parse(true, field, locale)).toBe(true)
  expect(flagType.parse(false, field, locale)).toBe(false)
  for (const input of ['true', 1, 0, [], {}])
    expect(() => flagType.parse(input, field, locale)).toThrow('not-yes-or-no')
})

test('cells say it in words', () => {
  const read = (cell: string) => flagType.fromText(cell, field, locale)
  expect(['Yes', ' TRUE ', '1', 'oui', 'x'].map(read)).toEqual([true, true, true, true, true])
  expect(['No', 'false', '0', 'Non'].map(read)).toEqual([false, false, false, false])
  expect(read('maybe')).toBe('maybe')
  for (const value of [true, false]) expect(read(flagType.toText(value, field, locale))).toBe(value)
})

test('the column is never null', () => {
  expect(flagType.columns({ type: 'flag', default: true }, 'active')).toEqual({
    active: { type: 'boolean', null: false, default: 'true' },
  })
  expect(flagType.columns(field, 'active')).toEqual({ active: { type: 'boolean', null: false, default: 'false' } })
})
