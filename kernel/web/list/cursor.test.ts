import { expect, test } from 'vitest'
import { at, blockOf, followed, isBlock, moved, reach } from './cursor.ts'

const size = { rows: 100, columns: 4, page: 20 }
const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})

test('goes by a cell, by a page, to the ends, and never out', () => {
  expect(moved(at(5, 1), press('ArrowDown'), size)).toEqual(at(6, 1))
  expect(moved(at(0, 0), press('ArrowUp'), size)).toEqual(at(0, 0))
  expect(moved(at(90, 1), press('PageDown'), size)).toEqual(at(99, 1))
  expect(moved(at(5, 1), press('End'), size)).toEqual(at(5, 3))
  expect(moved(at(5, 3), press('Home', { ctrlKey: true }), size)).toEqual(at(0, 0))
})

test('marks a block while shift is held', () => {
  const down = moved(at(5, 1), press('ArrowDown', { shiftKey: true }), size)
  const cursor = down && moved(down, press('ArrowLeft', { shiftKey: true }), size)
  expect(cursor && blockOf(cursor)).toEqual({ top: 5, bottom: 6, left: 0, right: 1 })
  expect(cursor && isBlock(cursor)).toBe(true)
  expect(cursor && moved(cursor, press('ArrowDown'), size)).toEqual(at(7, 0))
})

test('Tab goes through a row and then leaves, so that nobody is caught', () => {
  expect(moved(at(5, 2), press('Tab'), size)).toEqual(at(5, 3))
  expect(moved(at(5, 3), press('Tab'), size)).toBeUndefined()
  expect(moved(at(5, 0), press('Tab', { shiftKey: true }), size)).toBeUndefined()
  expect(moved(at(5, 1), press('Tab', { shiftKey: true }), size)).toEqual(at(5, 0))
  expect(moved(at(5, 1), press('x'), size)).toBeUndefined()
})

test('stays with its record when rows come and go above, and with its place when the record is gone', () => {
  const held = { cursor: reach(at(1, 2), { row: 2, column: 2 }), id: 'c' }
  const among = (ids: string) => (row: number) => ids[row]
  expect(followed(held, among('abcd'))).toEqual(held)
  expect(followed(held, among('axbcd')).cursor).toMatchObject({ row: 3, from: { row: 2 } })
  expect(followed(held, among('cd')).cursor).toMatchObject({ row: 0, from: { row: 0 } })
  expect(followed(held, among('abxd'))).toMatchObject({ id: 'x', cursor: { row: 2 } })
  expect(followed(held, () => undefined)).toEqual(held)
})
