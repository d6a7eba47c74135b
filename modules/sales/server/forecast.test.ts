import { afterAll, beforeAll, expect, it } from 'vitest'
import type { InnerPatch } from '#kernel/schema/object.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { deal } from '../deal.ts'
import { stage } from '../pipeline.ts'

let kernel: Kernel
let low: string
let middle: string
let high: string
beforeAll(async () => {
  kernel = await testKernel()
  const made = []
  for (const probability of [49, 50, 80]) made.push((await make(kernel, stage, { probability })).id)
  ;[low = '', middle = '', high = ''] = made
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const open = (draft: Partial<InnerPatch<typeof deal>> & { stage: string }) =>
  asSystem(kernel, async ctx => (await ctx.create(deal, [{ title: 'Fleet', ...draft }]))[0]?.id ?? '')
const change = async (id: string, patch: InnerPatch<typeof deal>) => {
  const rows = await asSystem(kernel, async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), patch))
  return rows[0]?.forecast
}

it('follows the stage', async () => {
  const id = await open({ stage: low })
  expect(await change(id, { title: 'Cars' })).toBe('pipeline')
  expect(await change(id, { stage: middle })).toBe('best_case')
  expect(await change(id, { stage: high })).toBe('commit')
})

it('stays what somebody said, until it is cleared', async () => {
  const id = await open({ stage: low, forecast: 'omitted' })
  expect(await change(id, { stage: high })).toBe('omitted')
  expect(await change(id, { forecast: null })).toBe('commit')
  expect(await change(id, { stage: middle, forecast: 'pipeline' })).toBe('pipeline')
  expect(await change(id, { stage: high })).toBe('pipeline')
})
