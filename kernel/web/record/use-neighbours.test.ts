import { expect, test } from 'vitest'
import { neighboursOf } from './use-neighbours.ts'

test('the neighbours are those of the first list that has the record', () => {
  expect(neighboursOf([['x'], ['a', 'b', 'c'], ['c', 'b']], 'b')).toEqual({ before: 'a', after: 'c' })
  expect(neighboursOf([['a', 'b']], 'a')).toEqual({ before: undefined, after: 'b' })
  expect(neighboursOf([['a', 'b']], 'z')).toEqual({ before: undefined, after: undefined })
})
