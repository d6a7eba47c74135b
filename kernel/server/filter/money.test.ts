import { afterAll, beforeAll, expect, test } from 'vitest'
import { currencyRate } from '#kernel/objects/index.ts'
import { deal } from '#modules/sales/deal.ts'
import { pipeline, stage } from '#modules/sales/pipeline.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { systemActor } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'
import { listRecords } from '../records/list.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
  await make(kernel, currencyRate, { currency: 'EUR', day: '2026-01-01', rate: 1.1 })
  await asSystem(kernel, async ctx => {
    const [sales] = await ctx.create(pipeline, [{ name: 'Sales' }])
    const [start] = await ctx.create(stage, [{ name: 'Start', pipeline: sales?.id ?? '' }])
    const shared = { stage: start?.id ?? '' }
    await ctx.create(deal, [
      { ...shared, title: 'dollars', value: { amount: '1000', currency: 'USD' } },
      { ...shared, title: 'euros', value: { amount: '1000', currency: 'EUR' } },
      { ...shared, title: 'nothing' },
    ])
  })
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

test.each([
  [{ gt: 1000 }, ['euros']],
  [{ gte: '1000' }, ['dollars', 'euros']],
  [{ is: { amount: '1100', currency: 'USD' } }, ['euros']],
  [{ lt: { amount: '1000', currency: 'EUR' } }, ['dollars']],
  [{ gte: { amount: '1000', currency: 'EUR' } }, ['euros']],
  [{ gt: { amount: '1', currency: 'CHF' } }, []],
  [{ empty: true }, ['nothing']],
  [{ not: '1000' }, ['euros', 'nothing']],
])('amounts are compared in the currency of the company: %j', async (value, titles) => {
  const reading = {
    db: kernel.database.db,
    models: kernel.models,
    actor: systemActor(kernel.locale),
    today: '2026-11-20',
  }
  const { rows } = await listRecords(reading, kernel.models.get('deal'), { where: { value }, sort: 'title', limit: 50 })
  expect(rows.map(({ title }) => title)).toEqual(titles)
})
