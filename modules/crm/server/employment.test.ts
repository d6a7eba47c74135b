import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kernel } from '#kernel/server/kernel.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { company } from '../company.ts'
import { contact } from '../contact.ts'
import { employment } from '../employment.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(() => kernel.database.close())

const firm = async (name: string) => {
  const [row] = await asSystem(kernel, ctx => ctx.create(company, [{ name }]))
  return row?.id ?? ''
}
const person = async (values: object) => {
  const [row] = await asSystem(kernel, ctx => ctx.create(contact, [{ last_name: 'Meitner', ...values }]))
  return row?.id ?? ''
}
const change = (id: string, input: { company: string; position: string | null; joined_on: string | null }) =>
  asSystem(kernel, ctx => ctx.do(contact, 'change_job', [id], input))
const before = async (id: string) =>
  (await asSystem(kernel, ctx => ctx.find(employment, { contact: id }))).map(
    ({ company: at, position, since, until }) => ({ at, position, since, until }),
  )

it('remembers where somebody was who changed jobs', async () => {
  const [old, next] = [await firm('Kaiser-Wilhelm'), await firm('Manne Siegbahn')]
  const id = await person({ company: old, position: 'Head of physics', joined_on: '1917-01-01' })
  await change(id, { company: next, position: 'Professor', joined_on: '1938-07-13' })
  const [now] = await asSystem(kernel, ctx => ctx.byIds(contact, [id]))
  expect(now).toMatchObject({ company: next, position: 'Professor', joined_on: '1938-07-13' })
  expect(await before(id)).toEqual([{ at: old, position: 'Head of physics', since: '1917-01-01', until: '1938-07-13' }])
})

it('keeps nothing of who stays, or comes from nowhere', async () => {
  const here = await firm('Stay')
  const id = await person({})
  await change(id, { company: here, position: null, joined_on: null })
  await change(id, { company: here, position: 'Boss', joined_on: null })
  expect(await before(id)).toEqual([])
})

it('refuses an end before the beginning', async () => {
  const row = { contact: await person({}), company: await firm('Brief') }
  await expect(
    asSystem(kernel, ctx => ctx.create(employment, [{ ...row, since: '2026-05-01', until: '2026-04-30' }])),
  ).rejects.toMatchObject({ problems: [{ field: 'until', code: 'employment.ends-before' }] })
})
