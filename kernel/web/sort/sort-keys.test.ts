import { expect, test } from 'vitest'
import { isDown, nameOf, sortBy, withField } from './sort-keys.ts'

test('a key is a name and a direction', () => {
  expect([nameOf('-name'), nameOf('name'), isDown('-name'), isDown('name')]).toEqual(['name', 'name', true, false])
  expect(sortBy('name', true)).toBe('-name')
})

test('another field keeps the direction and the place', () => {
  expect(withField(['status', '-score'], 1, 'name')).toEqual(['status', '-name'])
})
