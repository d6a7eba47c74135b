import { expect, test } from 'vitest'
import { moved, newPlaces } from './moved.ts'

test('one is moved, the others keep their order, and nothing leaves the list', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c'])
  expect(moved(['a', 'b'], 1, 9)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b'])
})

test('only those that stand elsewhere are written', () => {
  const rows = [
    { id: 'a', place: 0 },
    { id: 'c', place: 2 },
    { id: 'b', place: 1 },
    { id: 'd', place: 3 },
  ]
  expect(newPlaces(rows).map(({ row, place }) => [row.id, place])).toEqual([
    ['c', 1],
    ['b', 2],
  ])
})
