import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyType, part, thing } from '../../../tests/contract/every-type.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { seeded } from '../../../tests/random.ts'
import { view } from '../../objects/index.ts'
import type { Chart, ChartAnswer, Figure, Group } from '../../schema/chart.ts'
import type { Draft } from '../../schema/object.ts'
import { systemActor } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'
import { countRecords, type Reading } from '../records/list.ts'
import { chartOf } from './chart-of.ts'
import { readChart } from './read-chart.ts'
import { viewsOf } from './views-of.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel(everyType)
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const now = '2026-05-20T15:00:00.000Z'
const readingIn = (zone: string): Reading => {
  const actor = systemActor({ ...kernel.locale, zone })
  return { db: kernel.database.db, models: kernel.models, actor, today: '2026-05-20' }
}
const ask = async (chart: Chart, zone = 'UTC') => {
  const reading = readingIn(zone)
  return chartOf(reading, readChart(chart, reading, await viewsOf(reading, [chart]), now))
}
const countIn = (zone: string, where: unknown) =>
  countRecords(readingIn(zone), kernel.models.get('thing'), { where }, 10_000)

/** Things that carry this word in their name, so that each test has its own. */
const make = (word: string, drafts: readonly Partial<Draft<typeof thing>>[]) =>
  asSystem(kernel, ctx =>
    ctx.create(
      thing,
      drafts.map(draft => ({ name: word, fee: dollars('1.00'), ...draft })),
    ),
  )
const dollars = (amount: string) => ({ amount, currency: 'USD' })
const keys = ({ groups }: ChartAnswer, at = 0) => groups[at]?.map(({ key, value }: Group) => [key, value])
const told = ({ value, count }: Figure) => ({ value, count })

test.each(['UTC', 'Europe/Paris', 'America/Havana', 'Atlantic/Azores', 'Asia/Kathmandu', 'Pacific/Apia'])(
  'a moment belongs to the day that it has in %s, whatever the clocks do',
  async zone => {
    const random = seeded(7)
    const turns = ['2026-03-08T05:00:00Z', '2026-11-01T05:00:00Z', '2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z']
    const moments = turns.flatMap(turn =>
      Array.from({ length: 40 }, () => new Date(Date.parse(turn) + random.whole(-30, 30) * 1_800_000).toISOString()),
    )
    await make(
      `clock ${zone}`,
      moments.map(at => ({ at })),
    )
    for (const unit of ['day', 'week', 'month', 'quarter', 'year']) {
      const { groups, total } = await ask(
        { object: 'thing', where: { name: `clock ${zone}` }, by: [`at:${unit}`] },
        zone,
      )
      expect(total.count).toBe(160)
      for (const { where, count } of groups[0] ?? [])
        expect(await countIn(zone, where)).toEqual({ count, capped: false })
    }
  },
)

test('groups that are not told apart are one, and open what is left', async () => {
  const owners = await make(
    'owner',
    Array.from({ length: 30 }, () => ({})),
  )
  await make(
    'many',
    owners
      .flatMap(({ id }, at) => Array.from({ length: at < 3 ? 3 : 1 }, () => ({ parent: id })))
      .concat([{} as never]),
  )
  const answer = await ask({ object: 'thing', where: { name: 'many' }, by: ['parent'] })
  const [groups = []] = answer.groups
  expect(groups).toHaveLength(25)
  expect(groups.slice(0, 4).map(({ count }) => count)).toEqual([3, 3, 3, 1])
  expect(groups.at(-1)).toMatchObject({ key: { others: 7 }, count: 7 })
  for (const { where, count } of groups) expect(await countIn('UTC', where)).toEqual({ count, capped: false })
  expect(answer.included.thing?.[owners[0]?.id ?? '']).toMatchObject({ title: 'owner' })
})

test('of many days the last are told apart, and what came before is one', async () => {
  const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)
  await make('days', [...Array.from({ length: 130 }, (_, at) => ({ day: day(at) })), {}])
  const [groups = []] = (await ask({ object: 'thing', where: { name: 'days' }, by: ['day:day'] })).groups
  expect(groups[0]).toMatchObject({ key: { others: 11 }, count: 11 })
  expect(groups[1]?.key).toEqual({ is: day(11) })
  expect(groups.at(-1)?.key).toEqual({ is: null })
  for (const { where, count } of groups) expect(await countIn('UTC', where)).toEqual({ count, capped: false })
})

test('options stand in the order in which they are declared, and nothing comes last', async () => {
  await make('kinds', [{ kind: 'three' }, { kind: 'three' }, { kind: 'one' }, {}, {}, {}])
  const answer = await ask({ object: 'thing', where: { name: 'kinds' }, by: ['kind'] })
  expect(keys(answer)).toEqual([
    [{ is: 'one' }, 1],
    [{ is: 'three' }, 2],
    [{ is: null }, 3],
  ])
})

test('numbers, amounts and days are measured as one would by hand', async () => {
  await make('hand', [
    { amount: 3, price: dollars('0.10'), day: '2026-05-01', at: '2026-05-18T15:00:00.000Z' },
    { amount: 4, price: dollars('0.20'), day: '2026-05-11', at: '2026-05-19T03:00:00.000Z' },
    { price: { amount: '5.00', currency: 'EUR' } },
  ])
  const of = async (measure: Chart['measure']) =>
    (await ask({ object: 'thing', where: { name: 'hand' }, ...(measure ? { measure } : {}) })).total
  expect((await of(undefined)).value).toBe(3)
  expect((await of({ sum: 'amount' })).value).toBe(7)
  expect((await of({ average: 'amount' })).value).toBe(3.5)
  expect([(await of({ least: 'amount' })).value, (await of({ most: 'amount' })).value]).toEqual([3, 4])
  expect(await of({ sum: 'price' })).toMatchObject({ value: dollars('0.30'), count: 3, without_rate: 1 })
  expect((await of({ average: { from: 'day' } })).value).toBe(14)
  expect((await of({ average: { from: 'at' } })).value).toBe(1.75)
  expect((await of({ most: { from: 'day', to: 'at' } })).value).toBe(17)
})

test('a share counts those that match, and opens them', async () => {
  await make('rate', [{ kind: 'one' }, { kind: 'one' }, { kind: 'two' }, {}])
  const where = { name: 'rate', kind: { in: ['one', 'two'] } }
  const { total } = await ask({ object: 'thing', where, measure: { share: { kind: 'one' } } })
  expect(total).toMatchObject({ value: 66.67, count: 3, matching: { count: 2 } })
  expect((await countIn('UTC', total.matching?.where)).count).toBe(2)
  const none = await ask({ object: 'thing', where: { name: 'nobody' }, measure: { share: { kind: 'one' } } })
  expect(told(none.total)).toEqual({ value: null, count: 0 })
})

test('a period stands beside the one before, whole or as far as today', async () => {
  const days = ['2026-04-02', '2026-04-20', '2026-04-30', '2026-05-01', '2026-05-20', '2026-05-31', '2026-03-31']
  await make(
    'month',
    days.map(day => ({ day })),
  )
  const chart = { object: 'thing', where: { name: 'month' }, period: { field: 'day', during: 'this_month' } }
  const whole = await ask({ ...chart, compare: 'before' })
  expect([whole.total.count, whole.before?.count]).toEqual([3, 3])
  expect(whole.before).toMatchObject({ from: '2026-04-01', to: '2026-05-01' })
  const soFar = await ask({ ...chart, compare: 'to_date' })
  expect(soFar.before).toMatchObject({ count: 2, from: '2026-04-01', to: '2026-04-21' })
  for (const { where, count } of [whole.total, whole.before, soFar.before].flatMap(figure => figure ?? []))
    expect((await countIn('UTC', where)).count).toBe(count)
  const lately = await ask({ ...chart, period: { field: 'day', during: { last: '30 days' } }, compare: 'before' })
  expect(lately.before).toMatchObject({ from: '2026-03-20', to: '2026-04-20', count: 2 })
})

test('a chart of what hangs on something else counts what is visible through it', async () => {
  const [one] = await make('whole', [{}])
  await asSystem(kernel, ctx => ctx.create(part, [{ name: 'wheel', thing: one?.id ?? '' }]))
  expect((await ask({ object: 'part', where: { 'thing.name': 'whole' } })).total.count).toBe(1)
})

test('a chart of a view follows it, and nobody counts by a view that they may not see', async () => {
  await make('viewed', [{ kind: 'one' }, { kind: 'two' }])
  const keep = (state: Draft<typeof view>['state']) =>
    asSystem(kernel, ctx => ctx.create(view, [{ name: 'Ones', object: 'thing', state: state ?? null }]))
  const [kept] = await keep({ where: { kind: 'one' } })
  const chart = { object: 'thing', where: { name: 'viewed' }, view: kept?.id ?? '' }
  expect((await ask(chart)).total).toMatchObject({ count: 1, where: { all: [{ kind: 'one' }, { name: 'viewed' }] } })
  await asSystem(kernel, async ctx => ctx.update(view, await ctx.byIds(view, [chart.view]), { state: null }))
  expect((await ask(chart)).total.count).toBe(2)
  const gone = { problems: [{ field: 'view', code: 'chart.view-gone' }] }
  await expect(ask({ ...chart, object: 'part', where: {} })).rejects.toMatchObject(gone)
  await expect(ask({ ...chart, view: 'nonsense' })).rejects.toMatchObject(gone)
})
