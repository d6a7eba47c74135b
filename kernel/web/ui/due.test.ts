import { expect, it } from 'vitest'
import { dueOf, formatDue } from './due.ts'

/** In Paris it is Saturday, half past midnight; in London still Friday. */
const now = Date.parse('2026-11-20T23:30:00Z')
const paris = { language: 'en', country: 'GB', currency: 'EUR', zone: 'Europe/Paris' }

it.each([
  [null, 'none'],
  ['2026-11-20', 'overdue'],
  ['2026-11-21', 'today'],
  ['2026-11-22', 'later'],
  ['2026-11-20T23:00:00.000Z', 'overdue'],
  ['2026-11-20T23:45:00.000Z', 'today'],
])('%s is %s where it is half past midnight', (at, due) => expect(dueOf(at, now, paris.zone)).toBe(due))

it('the same day is not over where the clock is behind', () =>
  expect(dueOf('2026-11-20', now, 'Europe/London')).toBe('today'))

it.each([
  ['2026-11-20', 'yesterday'],
  ['2026-11-21', 'today'],
  ['2026-11-22T09:00:00.000Z', 'tomorrow 10:00'],
  ['2026-11-26', 'Thursday'],
  ['2026-11-26T09:00:00.000Z', 'Thursday 10:00'],
  ['2026-12-14', '14 Dec'],
  ['2026-11-15', '15 Nov'],
  ['2027-01-02', '2 Jan 2027'],
])('%s reads as %s', (at, said) => expect(formatDue(at, now, paris)).toBe(said))

it('in the language of the reader', () =>
  expect(formatDue('2026-11-22', now, { ...paris, language: 'fr', country: 'FR' })).toBe('demain'))
