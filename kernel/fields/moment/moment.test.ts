import fc from 'fast-check'
import { expect, test } from 'vitest'
import { momentType } from './moment.ts'

const locale = { language: 'en', zone: 'Europe/Paris', country: 'FR', currency: 'EUR' }
const field = { type: 'moment' } as const
const parse = (input: unknown) => momentType.parse(input, field, locale)

test.each([
  ['2026-11-20T14:30:05.123Z', '2026-11-20T14:30:05.123Z'],
  ['2026-11-20T14:30:05.123456+01:00', '2026-11-20T13:30:05.123Z'],
  ['2026-11-20T14:30-0330', '2026-11-20T18:00:00.000Z'],
  ['2026-11-20t00:00:00z', '2026-11-20T00:00:00.000Z'],
  ['2024-02-29T23:59:59+00:00', '2024-02-29T23:59:59.000Z'],
])('%s is %s', (input, output) => {
  expect(parse(input)).toBe(output)
})

test.each([
  '2026-11-20T14:30:05',
  '2026-11-20',
  '2026-02-30T00:00:00Z',
  '2026-11-20T24:00:00Z',
  '2026-11-20T23:60:00Z',
  '2026-11-20T23:59:60Z',
  '2026-11-20T00:00:00+16:00',
  '0001-01-01T00:00:00Z',
  '9999-12-31T00:00:00Z',
  '+012026-11-20T00:00:00Z',
  'now',
  '',
  0,
  null,
  {},
])('%j is no moment', input => {
  expect(() => parse(input)).toThrow('not-a-moment')
})

test.each([
  ['2026-11-20 14:30', '2026-11-20T13:30:00.000Z'],
  ['20/07/2026 9:05:06', '2026-07-20T07:05:06.000Z'],
  ['20/07/2026', '2026-07-19T22:00:00.000Z'],
  ['2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-11-20 14:30:05+00:00', '2026-11-20 14:30:05+00:00'],
  ['2026-11-20 25:00', '2026-11-20 25:00'],
  ['soon', 'soon'],
])('a cell with %s is %s', (cell, output) => {
  expect(momentType.fromText(cell, field, locale)).toBe(output)
})

test('it is written by the clock of the zone', () => {
  expect(momentType.toText('2026-07-20T07:05:06.000Z', field, locale)).toBe('2026-07-20 09:05:06+02:00')
  expect(momentType.toText('1900-01-01T00:00:00.000Z', field, locale)).toBe('1900-01-01T00:00:00.000Z')
})

const zones = [
  'UTC',
  'Europe/Paris',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Monrovia',
  'Australia/Lord_Howe',
]

test('what was written is read again, in every zone', () => {
  const moments = fc.date({
    min: new Date('0001-01-02'),
    max: new Date('9999-12-30T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, fc.constantFrom(...zones), (at, zone) => {
      const there = { ...locale, zone }
      const text = momentType.toText(parse(at.toISOString()), field, there)
      expect(parse(momentType.fromText(text, field, there))).toBe(at.toISOString())
    }),
    { numRuns: 500 },
  )
})
