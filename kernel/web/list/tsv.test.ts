import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTsv, writeTsv } from './tsv.ts'

test('reads what spreadsheets write', () => {
  expect(readTsv('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(readTsv('"two\nlines"\tsaid ""x""\n\t')).toEqual([
    ['two\nlines', 'said ""x""'],
    ['', ''],
  ])
  expect(readTsv('"he said ""no"""')).toEqual([['he said "no"']])
  expect(readTsv('"not closed')).toEqual([['"not closed']])
  expect(readTsv('')).toEqual([['']])
})

test('reads back what it wrote, whatever was in the cells', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', '\t', '\n', '\r\n', '""', 'a\t"b"\n'))
  const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(block, rows => {
      expect(readTsv(writeTsv(rows))).toEqual(rows)
    }),
  )
})
