import { expect, test } from 'vitest'
import type { DescribedField } from '../../schema/described.ts'
import { groupName, inOrder, inSight, keyOf, placeAt, placed, within } from './groups.ts'

const group = (key: string, count: number) => ({ key, value: key, label: key, count, sums: {} })
const all = placed([group('a', 3), group('b', 0), group('c', 2)], ({ count }) => count)

test('each begins with its own line, behind the rows of those before', () => {
  expect(all.map(({ start, rows }) => [start, rows])).toEqual([
    [0, 3],
    [4, 0],
    [5, 2],
  ])
  expect([0, 3, 4, 5, 7].map(line => placeAt(all, line)?.group.key)).toEqual(['a', 'a', 'b', 'c', 'c'])
  expect(placeAt(all, 8)).toBeUndefined()
  expect(placeAt([], 0)).toBeUndefined()
})

test('what is in sight is counted within the group', () => {
  const [a, b, c] = all
  expect(a && inSight(a, 2, 6)).toEqual({ from: 1, to: 2 })
  expect(b && inSight(b, 0, 9)).toBeUndefined()
  expect(c && inSight(c, 0, 5)).toBeUndefined()
  expect(c && inSight(c, 0, 6)).toEqual({ from: 0, to: 0 })
})

test('they stand as they are declared, what is empty last', () => {
  const totals = [{ group: null }, { group: 'won' }, { group: 'open' }]
  const field = { type: 'choice', options: { open: 'Open', won: 'Won' } } as unknown as DescribedField
  expect(inOrder(totals, field).map(total => total.group)).toEqual(['open', 'won', null])
  const days = [{ group: '2026-02-01' }, { group: null }, { group: '2025-12-31' }]
  expect(inOrder(days, { type: 'date' } as DescribedField).map(({ group: day }) => day)).toEqual([
    '2025-12-31',
    '2026-02-01',
    null,
  ])
  const refs = [{ group: 'x' }, { group: 'z' }, { group: 'y' }]
  expect(inOrder(refs, { type: 'ref' } as DescribedField, ['y', 'x']).map(total => total.group)).toEqual([
    'y',
    'x',
    'z',
  ])
})

test('a group asks for what is in it, of what was asked for', () => {
  const stage = { name: 'stage', type: 'ref' } as DescribedField
  expect(within({ status: 'open' }, stage, 's')).toEqual({ all: [{ status: 'open' }, { stage: 's' }] })
  expect(within(undefined, stage, undefined)).toEqual({ stage: null })
  const day = { name: 'on', type: 'date' } as DescribedField
  expect(groupName(day)).toBe('on:month')
  expect(within(undefined, day, '2026-12-01')).toEqual({ on: { gte: '2026-12-01', lt: '2027-01-01' } })
  expect(within(undefined, day, null)).toEqual({ on: null })
  expect(keyOf(undefined)).toBe(keyOf(null))
})
