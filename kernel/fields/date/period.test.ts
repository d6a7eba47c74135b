import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, isDay, weekOf } from './day.ts'
import { daysOf, namedPeriods, type Period, parsePeriod } from './period.ts'

test.each([
  ['today', '2024-02-29', '2024-02-29', '2024-03-01'],
  ['yesterday', '2024-03-01', '2024-02-29', '2024-03-01'],
  ['yesterday', '2023-03-01', '2023-02-28', '2023-03-01'],
  ['tomorrow', '2024-02-28', '2024-02-29', '2024-03-01'],
  ['this_week', '2026-03-29', '2026-03-23', '2026-03-30'],
  ['this_week', '2026-03-30', '2026-03-30', '2026-04-06'],
  ['last_week', '2024-03-04', '2024-02-26', '2024-03-04'],
  ['next_week', '2026-12-31', '2027-01-04', '2027-01-11'],
  ['this_month', '2024-02-15', '2024-02-01', '2024-03-01'],
  ['last_month', '2024-03-31', '2024-02-01', '2024-03-01'],
  ['next_month', '2026-12-31', '2027-01-01', '2027-02-01'],
  ['this_quarter', '2026-05-31', '2026-04-01', '2026-07-01'],
  ['last_quarter', '2026-01-31', '2025-10-01', '2026-01-01'],
  ['this_year', '2024-02-29', '2024-01-01', '2025-01-01'],
  ['last_year', '2024-02-29', '2023-01-01', '2024-01-01'],
  [{ last: '1 day' }, '2024-03-01', '2024-02-29', '2024-03-02'],
  [{ last: '30 days' }, '2026-03-31', '2026-03-01', '2026-04-01'],
  [{ last: '1 month' }, '2024-03-31', '2024-02-29', '2024-04-01'],
  [{ last: '1 year' }, '2024-02-29', '2023-02-28', '2024-03-01'],
  [{ next: '2 weeks' }, '2024-02-20', '2024-02-20', '2024-03-06'],
  [{ next: '12 months' }, '2024-02-29', '2024-02-29', '2025-03-01'],
  [{ next: '1000 years' }, '9500-01-01', '9500-01-01', '9999-12-31'],
] as [Period, string, string, string][])('%j on %s is from %s to %s', (period, today, from, to) => {
  expect(daysOf(period, today)).toEqual({ from, to })
})

test.each([
  'someday',
  '__proto__',
  'constructor',
  '',
  5,
  null,
  [],
  ['today'],
  {},
  { last: '0 days' },
  { last: '1001 days' },
  { last: '5' },
  { last: '5 hours' },
  { last: 5 },
  { last: '-1 day' },
  { last: '5 days', next: '5 days' },
  { past: '5 days' },
  JSON.parse('{"__proto__": {"last": "5 days"}}'),
])('%j is no period', input => {
  expect(() => parsePeriod(input)).toThrow('not-a-period')
})

test('periods are taken as they are', () => {
  for (const period of [...namedPeriods, { last: '30 days' }, { next: '1 week' }])
    expect(parsePeriod(period)).toEqual(period)
})

const days = () =>
  fc
    .date({ min: new Date('1000-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
    .map(at => at.toISOString().slice(0, 10))

test('periods of any day begin before they end, and touch their neighbours', () => {
  fc.assert(
    fc.property(days(), today => {
      for (const period of namedPeriods) expect(daysOf(period, today).from < daysOf(period, today).to).toBe(true)
      for (const unit of ['week', 'month', 'quarter', 'year'] as const) {
        const { from, to } = daysOf(`this_${unit}`, today)
        expect(from <= today && today < to).toBe(true)
        expect(daysOf(`last_${unit}`, today).to).toBe(from)
      }
    }),
  )
})

test('days and months are real ones', () => {
  fc.assert(
    fc.property(days(), fc.integer({ min: -1000, max: 1000 }), (day, count) => {
      expect(isDay(addMonths(day, count))).toBe(true)
      expect(addDays(addDays(day, count), -count)).toBe(day)
      expect(new Date(weekOf(day)).getUTCDay()).toBe(1)
    }),
  )
})
