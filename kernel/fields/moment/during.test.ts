import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../date/day.ts'
import { during } from './during.ts'
import { dayOf, startOf } from './zone.ts'

const hours = (zone: string, today: string) => {
  const { from, to } = during('today', today, zone)
  return (Date.parse(to.instant) - Date.parse(from.instant)) / 3_600_000
}

test.each([
  ['Europe/Paris', '2026-03-29', 23],
  ['Europe/Paris', '2026-10-25', 25],
  ['Europe/Paris', '2026-06-01', 24],
  ['America/Sao_Paulo', '2018-11-04', 23],
  ['America/Sao_Paulo', '2018-02-17', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Pacific/Apia', '2011-12-30', 0],
  ['Asia/Kathmandu', '2024-02-29', 24],
])('in %s %s has %d hours', (zone, today, length) => {
  expect(hours(zone, today)).toBe(length)
})

test('bounds come as days and as the instants at which they begin', () => {
  expect(during('this_month', '2026-03-31', 'Europe/Paris')).toEqual({
    from: { day: '2026-03-01', instant: '2026-02-28T23:00:00.000Z' },
    to: { day: '2026-04-01', instant: '2026-03-31T22:00:00.000Z' },
  })
  expect(during({ last: '1 year' }, '2024-02-29', 'America/New_York')).toEqual({
    from: { day: '2023-02-28', instant: '2023-02-28T05:00:00.000Z' },
    to: { day: '2024-03-01', instant: '2024-03-01T05:00:00.000Z' },
  })
})

test('where midnight is skipped, a day begins at one', () => {
  expect(new Date(startOf('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe('2018-11-04T03:00:00.000Z')
})

test('a day begins when the one before has ended', () => {
  const zones = ['UTC', 'Europe/Paris', 'America/Los_Angeles', 'Asia/Tehran', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...zones), (count, zone) => {
      const day = addDays('1996-01-01', count)
      expect(dayOf(startOf(day, zone), zone)).toBe(day)
      expect(dayOf(startOf(day, zone) - 1, zone) < day).toBe(true)
    }),
  )
})

test('a zone that does not exist is an error', () => {
  expect(() => during('today', '2026-01-01', 'Mars/Olympus')).toThrow(RangeError)
})
