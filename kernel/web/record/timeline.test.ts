import { expect, test } from 'vitest'
import { byDay, daysFrom, type Entry } from './timeline.ts'

const entry = (at: string): Entry => ({ at, kind: 'change', object: 'x', id: 'x', events: [], actor: null })

test('days are those of the wall, not of Greenwich', () => {
  const late = entry('2026-11-20T23:30:00.000Z')
  const early = entry('2026-11-20T22:30:00.000Z')
  expect(byDay([late, early], 'Europe/Paris')).toEqual([
    ['2026-11-21', [late]],
    ['2026-11-20', [early]],
  ])
  expect(byDay([late, early], 'UTC')).toEqual([['2026-11-20', [late, early]]])
})

test('days are counted across a change of the clock', () => {
  expect(daysFrom('2026-03-30', '2026-03-28')).toBe(-2)
  expect(daysFrom('2026-03-30', '2026-03-30')).toBe(0)
})
