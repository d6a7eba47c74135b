import { expect, test } from 'vitest'
import { mended } from './use-mends.ts'

test('a cell is mended, changed again, and taken back to what the file says', () => {
  const once = mended({ 9: { 0: 'kept' } }, 3, 1, 'Barker')
  expect(once).toEqual({ 9: { 0: 'kept' }, 3: { 1: 'Barker' } })
  expect(mended(once, 3, 2, '')).toEqual({ 9: { 0: 'kept' }, 3: { 1: 'Barker', 2: '' } })
  expect(mended(once, 3, 1, undefined)).toEqual({ 9: { 0: 'kept' } })
})
