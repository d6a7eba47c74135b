import { expect, test } from 'vitest'
import type { Chart, ChartAnswer, Figure, Group } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { en } from '../words/charts/en.ts'
import { en as everywhere } from '../words/en.ts'
import { sayFrom } from '../words/sentences.ts'
import { plotOf, sizeOf, ticksOf } from './plot.ts'
import { writingOf } from './say-value.ts'
import { shortened, textWidth } from './text-width.ts'

const say = sayFrom({ ...everywhere, ...en }, 'en')
const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const object = {
  name: 'thing',
  fields: [
    { name: 'kind', label: 'Kind', type: 'choice', options: { a: 'First', b: 'Second' }, tones: { a: 'green' } },
    { name: 'of', label: 'Of', type: 'ref', to: 'thing' },
    { name: 'day', label: 'Day', type: 'date' },
  ],
} as unknown as DescribedObject

const figure = (value: Figure['value'], count = 1): Figure => ({ value, count, where: { is: count } })
const group = (is: string | null, value: Figure['value'], count?: number): Group => ({
  key: { is },
  ...figure(value, count),
})
const plot = (chart: Partial<Chart>, groups: readonly (readonly Group[])[], more: Partial<ChartAnswer> = {}) => {
  const answer: ChartAnswer = { groups, cells: [], total: figure(9), included: {}, ...more }
  return plotOf({ object, chart: { object: 'thing', ...chart }, answer, say, locale })
}
const labels = (found: ReturnType<typeof plot>) => found.slices.map(({ label }) => label)

test('months in which there was nothing are drawn too, as nothing; of an average, as a gap', () => {
  const groups = [[group('2026-01-01', 4), group('2026-04-01', 2), group(null, 3)]]
  const counted = plot({ by: ['day:month'] }, groups)
  expect(labels(counted)).toEqual(['Jan 2026', 'Feb 2026', 'Mar 2026', 'Apr 2026', 'Empty'])
  expect(counted.slices.map(slice => slice.figure.value)).toEqual([4, 0, 0, 2, 3])
  const averages = plot({ by: ['day:month'], measure: { average: 'kind' } }, groups)
  expect(averages.slices.map(slice => slice.figure.value)).toEqual([4, null, null, 2, 3])
})

test('a pair is found again among months that were filled in', () => {
  const groups = [[group('2026-01-01', 4), group('2026-03-01', 2)], [group('a', 6)]]
  const cells = [
    { at: [0, 0] as const, ...figure(4) },
    { at: [1, 0] as const, ...figure(2) },
  ]
  const found = plot({ by: ['day:month', 'kind'] }, groups, { cells })
  expect([0, 1, 2].map(at => found.cell(at, 0)?.value)).toEqual([4, undefined, 2])
})

test('groups are called as people call them, and coloured where colours mean something', () => {
  const others: Group = { key: { others: 12 }, ...figure(1) }
  const included = { thing: { x: { title: 'Fleet' } } }
  expect(labels(plot({ by: ['of'] }, [[group('x', 1), group('y', 1), others]], { included }))).toEqual([
    'Fleet',
    'Not visible to you',
    '12 others',
  ])
  const kinds = plot({ by: ['kind'] }, [[group('a', 1), group('b', 1), group(null, 1)]])
  expect(kinds.slices.map(({ label, colour }) => [label, colour])).toEqual([
    ['First', 'var(--green)'],
    ['Second', 'var(--chart-rest)'],
    ['Empty', 'var(--chart-rest)'],
  ])
})

test.each([
  [0, 7, 4, [0, 2, 4, 6, 8]],
  [0, 0, 4, [0, 1]],
  [-3, 12, 3, [-5, 0, 5, 10, 15]],
  [0, 1234567, 3, [0, 500_000, 1_000_000, 1_500_000]],
])('from %d to %d one reads by round numbers', (least, most, count, ticks) => {
  expect(ticksOf(least, most, count)).toEqual(ticks)
})

test('numbers are written as they are measured, exactly where there is room', () => {
  const money = { amount: '1234567.80', currency: 'EUR' }
  const amounts = writingOf({ measure: { sum: 'x' } }, locale, 'EUR')
  expect([amounts.full(money), amounts.short(money), sizeOf(money)]).toEqual(['€1,234,567.80', '€1.2M', 1234567.8])
  expect(writingOf({ measure: { share: {} } }, locale, undefined).full(66.67)).toBe('66.7%')
  expect(writingOf({ measure: { average: { from: 'day' } } }, locale, undefined).short(1)).toBe('1 day')
  const counts = writingOf({}, locale, undefined)
  expect([counts.short(9876), counts.short(98765), counts.full(98765), counts.short(null)]).toEqual([
    '9,876',
    '98.8K',
    '98,765',
    '–',
  ])
})

test('a name that does not fit is cut, and says so', () => {
  expect(shortened('Sakura Pharma', 200)).toBe('Sakura Pharma')
  const short = shortened('A very long name of a company', 60)
  expect(short).toMatch(/…$/)
  expect(textWidth(short)).toBeLessThanOrEqual(60)
})
