// For every object, by everything that it can be divided by: each number of a chart is what the list that it opens counts.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typeOf } from '#kernel/fields/index.ts'
import { type Cell, type Chart, type ChartAnswer, type Figure, units } from '#kernel/schema/chart.ts'
import type { Field } from '#kernel/schema/field.ts'
import { canBeDivided } from '#kernel/server/charts/grouping.ts'
import { isNumber } from '#kernel/server/charts/measure.ts'
import { isTime } from '#kernel/server/charts/period.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { fullValues, needs } from '../factories.ts'
import { withEveryType } from './every-type.ts'
import { makeThings } from './many-things.ts'
import { triedFields, triedObjects } from './tried.ts'
import { type Caller, inputOf, openWorld, roleOf, seesAll, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(withEveryType)
  await makeThings(world, 11)
}, 120_000)
afterAll(() => world.close())

type Answers = Readonly<
  Record<string, ChartAnswer & { readonly problem?: { readonly code: string; fields?: unknown } }>
>

async function ask(charts: Readonly<Record<string, Chart>>, caller: Caller = world.owner): Promise<Answers> {
  const answers: Record<string, Answers[string]> = {}
  const waiting = Object.entries(charts)
  while (waiting.length > 0) {
    const reply = await caller.post('/api/charts', { charts: Object.fromEntries(waiting.splice(0, 40)) })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    Object.assign(answers, reply.body.charts)
  }
  return answers
}
const askOne = async (chart: Chart, caller?: Caller) => (await ask({ it: chart }, caller)).it as Answers[string]

const fieldsWhere = (model: Model, fits: (field: Field) => boolean) =>
  Object.entries(model.fields).flatMap(([name, field]) => (fits(field) ? [name] : []))

const divisions = (model: Model) =>
  fieldsWhere(model, canBeDivided).flatMap(name =>
    isTime(model.fields[name] as Field) ? units.map(unit => `${name}:${unit}`) : [name],
  )

/** What the list says of the filter that a number carries. */
async function requireAgreement(model: Model, figure: Figure, caller = world.owner) {
  const listed = async (where: unknown) => {
    const reply = await caller.post(`/api/${model.object.plural}/query`, { where, count: true, limit: 1 })
    expect(reply.status, JSON.stringify([where, reply.body])).toBe(200)
    return reply.body.count
  }
  expect(await listed(figure.where), JSON.stringify(figure.where)).toBe(figure.count)
  if (figure.matching) expect(await listed(figure.matching.where)).toBe(figure.matching.count)
}

const counted = (figures: readonly Figure[]) => figures.reduce((sum, { count }) => sum + count, 0)

describe.each(triedObjects)('charts of %s', name => {
  const model = () => world.kernel.models.get(name)

  it('agree with the lists behind them, by every field', async () => {
    for (let at = 0; at < 3; at++) {
      const values = at === 0 ? await needs(world.kernel, model()) : await fullValues(world.kernel, model())
      await world.owner.post(`/api/${model().object.plural}`, inputOf(model(), values))
    }
    const by = divisions(model())
    const answers = await ask(Object.fromEntries(by.map(one => [one, { object: name, by: [one] }])))
    for (const one of by) {
      const { groups, total } = answers[one] as ChartAnswer
      expect(counted(groups[0] ?? []), one).toBe(total.count)
      for (const group of groups[0] ?? []) await requireAgreement(model(), group)
    }
  })

  it('measure every number', async () => {
    const charts: Record<string, Chart> = {}
    for (const field of fieldsWhere(model(), isNumber))
      for (const of of ['sum', 'average', 'least', 'most'] as const)
        if (of !== 'sum' || typeOf(model().fields[field] as Field).additive)
          charts[`${of} ${field}`] = { object: name, by: ['created_by'], measure: { [of]: field } as never }
    charts.age = { object: name, measure: { average: { from: 'created_at' } } }
    for (const [asked, { problem, total }] of Object.entries(await ask(charts))) {
      expect(problem, asked).toBeUndefined()
      await requireAgreement(model(), total)
    }
  })

  it('are refused to whoever may not read it, and count what one may see', async () => {
    const chart: Chart = { object: name, by: ['created_by'] }
    expect((await askOne(chart, world.as([roleOf({})]))).problem?.code).toBe('forbidden')
    const own = world.as([roleOf({ '*': { read: 'own' } })])
    const { total, groups } = await askOne(chart, own)
    for (const figure of [total, ...(groups[0] ?? [])]) await requireAgreement(model(), figure, own)
  })
})

const masked = triedFields(model => fieldsWhere(model, () => true))
describe.each(masked)('%s.%s', (object, name) => {
  it('hidden: is neither measured, nor divided by, nor filtered by', async () => {
    const model = world.kernel.models.get(object)
    const field = model.fields[name] as Field
    const blind = world.as([seesAll({ [object]: { [name]: 'hidden' } })])
    const where = { [name]: field.type === 'flag' ? true : { empty: true } }
    const charts: Record<string, Chart> = {
      filtered: { object, where },
      share: { object, measure: { share: where } },
      ...(canBeDivided(field) ? { divided: { object, by: [isTime(field) ? `${name}:month` : name] } } : {}),
      ...(isNumber(field) ? { measured: { object, measure: { average: name } } } : {}),
      ...(isTime(field) ? { lasted: { object, measure: { average: { from: name } } } } : {}),
      ...(isTime(field) ? { during: { object, period: { field: name, during: 'this_year' } } } : {}),
    }
    const [refused, answered] = [await ask(charts, blind), await ask(charts)]
    for (const asked of Object.keys(charts)) {
      expect(refused[asked]?.problem?.code, asked).toBe('invalid')
      expect(answered[asked]?.problem, asked).toBeUndefined()
    }
  })
})

it('two fields make a table whose cells, edges and total are those of the lists', async () => {
  const model = world.kernel.models.get('thing')
  const fields = divisions(model).filter(by => !by.includes(':') || by.endsWith(':month'))
  const charts = Object.fromEntries(
    fields.flatMap((one, at) => {
      const other = fields[(at + 1) % fields.length] ?? one
      return [[`${one} ${other}`, { object: 'thing', by: [one, other], where: { name: { empty: false } } }] as const]
    }),
  )
  for (const [asked, { groups, cells, total }] of Object.entries(await ask(charts))) {
    expect(cells.length, asked).toBeGreaterThan(0)
    for (const level of groups) expect(counted(level), asked).toBe(total.count)
    for (const [across, group] of (groups[0] ?? []).entries())
      expect(counted(cells.filter((cell: Cell) => cell.at[0] === across))).toBe(group.count)
    for (const figure of cells) await requireAgreement(model, figure)
  }
})

it('adds money up exactly, in the currency of the company', async () => {
  const rows = (await world.owner.post('/api/things/query', { limit: 200, columns: ['price'] })).body.rows
  const prices = rows.map(({ price }: { price: { amount: string; currency: string } | null }) => price)
  const own = prices.filter((price: { currency: string } | null) => price?.currency === 'USD')
  const cents = own.reduce((sum: bigint, { amount }: { amount: string }) => sum + BigInt(amount.replace('.', '')), 0n)
  const { total } = await askOne({ object: 'thing', measure: { sum: 'price' } })
  expect(total.value).toEqual({ amount: `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`, currency: 'USD' })
  expect(total.without_rate).toBe(prices.filter(Boolean).length - own.length)
})

it('refuses what is no chart, each by itself', async () => {
  const wrong: Readonly<Record<string, readonly [unknown, string]>> = {
    list: [[], 'charts'],
    nobody: [{ object: 'nothing' }, ''],
    stranger: [{ object: 'thing', limit: 5 }, 'limit'],
    filter: [{ object: 'thing', where: { nothing: 1 } }, 'nothing'],
    three: [{ object: 'thing', by: ['kind', 'yes', 'owner_id'] }, 'by'],
    text: [{ object: 'thing', by: ['name'] }, 'by'],
    unit: [{ object: 'thing', by: ['day'] }, 'by'],
    century: [{ object: 'thing', by: ['day:century'] }, 'by'],
    proto: [{ object: 'thing', by: ['__proto__'] }, 'by'],
    kind: [{ object: 'thing', by: ['kind:month'] }, 'by'],
    measure: [{ object: 'thing', measure: { median: 'amount' } }, 'measure'],
    two: [{ object: 'thing', measure: { sum: 'amount', average: 'amount' } }, 'measure'],
    sum: [{ object: 'thing', measure: { sum: 'share' } }, 'measure'],
    period: [{ object: 'thing', period: { field: 'day', during: 'some_day' } }, 'period'],
    compare: [{ object: 'thing', compare: 'before' }, 'compare'],
  }
  const charts = Object.fromEntries(Object.entries(wrong).map(([name, [chart]]) => [name, chart as Chart]))
  const answers = await ask({ ...charts, good: { object: 'thing' } })
  expect(answers.good?.total.count).toBeGreaterThan(0)
  for (const [name, [, field]] of Object.entries(wrong))
    expect(answers[name]?.problem, name).toMatchObject(field ? { fields: [{ field }] } : { code: 'unknown-object' })
  const many = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [at, { object: 'thing' }]))
  expect(await world.owner.post('/api/charts', { charts: many })).toMatchObject({ status: 422 })
})
