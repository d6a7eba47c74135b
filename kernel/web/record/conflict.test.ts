import { expect, test } from 'vitest'
import { conflictOf, decided, isSame } from './conflict.ts'

const seen = { id: 'x', version: 3, name: 'Ada', city: 'Turin', value: { amount: '5.00', currency: 'EUR' } }
const theirs = { ...seen, version: 5, name: 'Ada B.', city: 'Rome' }

test('two who change different fields are in no conflict', () => {
  expect(conflictOf(seen, theirs, { value: null }).names).toEqual([])
})

test('two who change the same field to the same value are in none either', () => {
  expect(conflictOf(seen, theirs, { name: 'Ada B.' }).names).toEqual([])
})

test('the same field with different values is one; the rest of the patch is kept whatever is decided', () => {
  const conflict = conflictOf(seen, theirs, { name: 'Ada L.', value: null })
  expect(conflict.names).toEqual(['name'])
  expect(decided(conflict, new Set())).toEqual({ value: null })
  expect(decided(conflict, new Set(['name']))).toEqual({ name: 'Ada L.', value: null })
})

test('values are compared as they are meant', () => {
  expect(isSame({ amount: '5', currency: 'EUR' }, { currency: 'EUR', amount: '5' })).toBe(true)
  expect(isSame('', null)).toBe(true)
  expect(isSame(undefined, null)).toBe(true)
  expect(isSame(false, null)).toBe(false)
  expect(isSame(['a', 'b'], ['b', 'a'])).toBe(false)
})
