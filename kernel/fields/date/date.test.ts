import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateType } from './date.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const parse = (input: unknown) => dateType.parse(input, { type: 'date' }, locale)
const read = (cell: string, country = 'GB') => dateType.fromText(cell, { type: 'date' }, { ...locale, country })

test.each(['0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29'])('%s is a day', day => {
  expect(parse(day)).toBe(day)
})

test.each([
  '0000-01-01',
  '2023-02-29',
  '1900-02-29',
  '2024-04-31',
  '2024-13-01',
  '2024-00-10',
  '2024-01-00',
  '2024-1-1',
  '2024-01-01T00:00:00Z',
  '+12024-01-01',
  '10000-01-01',
  '',
  'today',
  20240101,
  null,
  ['2024-01-01'],
])('%j is no day', input => {
  expect(() => parse(input)).toThrow('not-a-date')
})

test.each([
  ['31/12/2026', 'FR', '2026-12-31'],
  ['1.2.2026', 'DE', '2026-02-01'],
  ['12/31/2026', 'US', '2026-12-31'],
  ['2026/2/1', 'US', '2026-02-01'],
  ['2026-02-01T00:00:00.000Z', 'US', '2026-02-01'],
  ['12/31/2026', 'FR', '12/31/2026'],
  ['31/12/26', 'FR', '31/12/26'],
])('a cell with %s in %s is %s', (cell, country, day) => {
  expect(read(cell, country)).toBe(day)
})

test('what was written is read again', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom('GB', 'US'), (at, country) => {
      const day = at.toISOString().slice(0, 10)
      expect(parse(read(dateType.toText(parse(day), { type: 'date' }, locale), country))).toBe(day)
    }),
  )
})
