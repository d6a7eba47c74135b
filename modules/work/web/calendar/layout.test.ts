import { expect, test } from 'vitest'
import { daysOf, placed } from './layout.ts'
import { daysShown } from './state.ts'

const at = (from: string, to: string) => ({ starts_at: `2026-11-23T${from}:00Z`, ends_at: `2026-11-23T${to}:00Z` })
const shown = (...entries: { starts_at: string; ends_at: string }[]) =>
  placed(entries, '2026-11-23', 'UTC').map(({ from, to, lane, lanes }) => [from, to, lane, lanes])

test('what does not overlap has the whole width, also when it follows at once', () => {
  expect(shown(at('09:00', '10:00'), at('10:00', '11:00'))).toEqual([
    [540, 600, 0, 1],
    [600, 660, 0, 1],
  ])
})

test('what overlaps stands beside it, and a lane that is free is taken again', () => {
  expect(shown(at('09:00', '11:00'), at('09:30', '10:00'), at('10:00', '12:00'))).toEqual([
    [540, 660, 0, 2],
    [570, 600, 1, 2],
    [600, 720, 1, 2],
  ])
})

test('a night is in two days, each with its part; what is short can still be read', () => {
  const night = { starts_at: '2026-11-22T22:00:00Z', ends_at: '2026-11-23T02:00:00Z' }
  expect(shown(night)).toEqual([[0, 120, 0, 1]])
  expect(placed([night], '2026-11-22', 'UTC')).toMatchObject([{ from: 1320, to: 1440 }])
  expect(shown(at('09:00', '09:05'))).toEqual([[540, 562, 0, 1]])
})

test('by the clock on the wall of whoever looks, on the day that loses an hour too', () => {
  const early = { starts_at: '2026-03-29T01:30:00Z', ends_at: '2026-03-29T02:30:00Z' }
  expect(placed([early], '2026-03-29', 'Europe/Paris')).toMatchObject([{ from: 210, to: 270 }])
})

test('whole days are those of where it was planned', () => {
  const fair = { starts_at: '2026-11-24T23:00:00Z', ends_at: '2026-11-26T23:00:00Z', time_zone: 'Europe/Paris' }
  expect(daysOf(fair)).toEqual(['2026-11-25', '2026-11-26'])
})

test('a month shows all of its days in whole weeks', () => {
  for (let month = 0; month < 36; month++) {
    const first = new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10)
    const last = new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10)
    const days = daysShown('month', first)
    expect([days.includes(first), days.includes(last), days.length % 7], first).toEqual([true, true, 0])
    expect([days.slice(0, 7).includes(first), days.slice(-7).includes(last)], first).toEqual([true, true])
  }
})
