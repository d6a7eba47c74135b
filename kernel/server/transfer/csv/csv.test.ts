import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileStore } from '../../files/file-store.ts'
import { findDelimiter } from './delimiter.ts'
import { lookAt } from './encoding.ts'
import type { CsvFormat } from './format.ts'
import { guard, unguard } from './guard.ts'
import { readItems, writeItems } from './items.ts'
import { csvLine } from './line.ts'
import { slices } from './records.ts'

const format: CsvFormat = { encoding: 'utf-8', delimiter: ',', header: false }
const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', '1', 'a', 'é', '＝', ' ', '.'),
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-1+cmd|calc', "'-1+cmd|calc"],
  ['\tx', "'\tx"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ['-5', '-5'],
  ['-12.5', '-12.5'],
  ['+33612345678', '+33612345678'],
  ["'t Hooft", "'t Hooft"],
  ['a=1', 'a=1'],
])('%j leaves as %j', (cell, written) => {
  expect(guard(cell)).toBe(written)
})

test('an import takes away exactly what an export added', () => {
  fc.assert(fc.property(fc.oneof(nasty, fc.string()), cell => void expect(unguard(guard(cell))).toBe(cell)))
})

test('nothing that leaves begins like a formula, but numbers', () => {
  fc.assert(
    fc.property(nasty, cell => void expect(guard(cell)).toMatch(/^(?![=+\-@\t\r\n＝＋－＠])|^[+-]\d+([.,]\d+)?$/)),
  )
})

test('lists of names survive whatever is in the names', () => {
  const item = fc.oneof(nasty, fc.string()).filter(text => text !== '')
  fc.assert(
    fc.property(fc.array(item, { maxLength: 5 }), items => void expect(readItems(writeItems(items))).toEqual(items)),
  )
})

test.each([
  ['vip, new', ['vip', 'new']],
  ['Acme, Inc.; Byte', ['Acme, Inc.', 'Byte']],
  ['a;;b;', ['a', 'b']],
  ['one\ntwo', ['one', 'two']],
  ['5" pipe; x', ['5" pipe', 'x']],
  ['', []],
])('a list %j is %j', (cell, items) => {
  expect(readItems(cell)).toEqual(items)
})

test('cells survive writing and reading, cut anywhere', async () => {
  const cell = fc.oneof(nasty, fc.string())
  const table = fc.array(
    fc.array(cell, { minLength: 3, maxLength: 3 }).filter(cells => cells.some(text => text.trim() !== '')),
    { minLength: 1, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      const bytes = Buffer.from(rows.map(csvLine).join(''))
      expect((await read(bytes, format, size)).map(cells => cells.map(unguard))).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['Windows', 'a,b\r\nc,d\r\n'],
  ['Unix', 'a,b\nc,d'],
  ['old Macintosh', 'a,b\rc,d\r'],
  ['all of them', 'a,b\r\nc,d\n\r\n\r'],
])('ends of lines of %s', async (_, text) => {
  expect(await read(Buffer.from(text), format)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
})

test('rows are counted as a spreadsheet does', async () => {
  const rows = await rowsOf(Buffer.from('name\n\n"one\ntwo"\n,\nthree\n'), { ...format, header: true })
  expect(rows.map(({ row }) => row)).toEqual([3, 5])
})

test('a quote that nobody closes is said with its row', async () => {
  await expect(read(Buffer.from('a,b\nc,"d\ne,f\n'), format)).rejects.toMatchObject({
    code: 'import.quote-open',
    params: { row: 2 },
  })
})

test('slices go on behind a row, and huge cells make them small', async () => {
  const many = Buffer.from(Array.from({ length: 1203 }, (_, at) => `n${at}`).join('\n'))
  const found = await slicesOf(many, { ...format, header: true }, 701)
  expect(found.map(({ rows, last }) => [rows[0]?.row, rows.length, last])).toEqual([
    [702, 500, 1201],
    [1202, 2, 1203],
  ])
  const heavy = Buffer.from(`${'x'.repeat(3 * 2 ** 20)}\n`.repeat(4))
  expect((await slicesOf(heavy, format)).map(({ rows }) => rows.length)).toEqual([2, 2])
})

const accents = 'Prénom;Société\nZoë;Œuvre €\n'
test.each([
  ['utf-8', Buffer.from(accents)],
  ['utf-8', Buffer.from(`\ufeff${accents}`)],
  ['utf-16le', Buffer.from(`\ufeff${accents}`, 'utf16le')],
  ['utf-16le', Buffer.from(accents, 'utf16le')],
  ['utf-16be', Buffer.from(`\ufeff${accents}`, 'utf16le').swap16()],
  ['utf-16be', Buffer.from(accents, 'utf16le').swap16()],
  ['windows-1252', Buffer.from(accents.replace('€', '\x80').replace('Œ', '\x8c'), 'latin1')],
] as const)('%s is found and read', async (encoding, bytes) => {
  const look = await lookAt(pieces(bytes, 3))
  expect(look.encoding).toBe(encoding)
  expect((await read(bytes, { encoding, delimiter: ';', header: false }, 5)).at(1)).toEqual(['Zoë', 'Œuvre €'])
})

test('one wrong byte behind a long beginning decides', async () => {
  const bytes = Buffer.concat([Buffer.from('a'.repeat(400_000)), Buffer.from([0xe9])])
  expect((await lookAt(pieces(bytes, 65_536))).encoding).toBe('windows-1252')
})

test.each([
  [',', 'name,city\n"Lovelace; Ada",London\n"a;b;c",Paris\n'],
  [';', 'name;amount\nAda;12,5\nBob;3,75\n'],
  ['\t', 'name\tnote\nAda\ta, b; c\nBob\td, e; f\n'],
  ['|', 'name|note\nAda|a,b\n'],
  [',', 'name\nAda\nBob\n'],
  [';', 'name;note\nAda;"one,\ntwo, three"\n'],
])('cells are cut by %j', async (delimiter, text) => {
  expect(await findDelimiter(text, true)).toBe(delimiter)
})

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const storeOf = (bytes: Uint8Array, size: number) =>
  ({ open: async () => Readable.from(pieces(bytes, size), { objectMode: true }) }) as unknown as FileStore

async function slicesOf(bytes: Uint8Array, how: CsvFormat, after = 0, size = 65_536) {
  const found = []
  for await (const slice of slices(storeOf(bytes, size), { sha256: '', size: bytes.length }, how, after))
    found.push(slice)
  return found
}
const rowsOf = async (bytes: Uint8Array, how: CsvFormat, size?: number) =>
  (await slicesOf(bytes, how, 0, size)).flatMap(({ rows }) => rows)
const read = async (bytes: Uint8Array, how: CsvFormat, size?: number) =>
  (await rowsOf(bytes, how, size)).map(({ cells }) => cells)
