import { expect, test } from 'vitest'
import { moved, placesOf } from './moved.ts'

test('one is moved, the others keep their order, and nothing leaves the list', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c'])
  expect(moved(['a', 'b'], 1, 9)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b'])
})

test('everyone is given the place where it stands', () => {
  expect(placesOf([{ id: 'c' }, { id: 'a' }, { id: 'b' }])).toEqual([
    { id: 'c', place: 0 },
    { id: 'a', place: 1 },
    { id: 'b', place: 2 },
  ])
})
