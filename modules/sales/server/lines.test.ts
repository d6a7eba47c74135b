import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Money } from '#kernel/fields/index.ts'
import type { Draft, InnerPatch } from '#kernel/schema/object.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { undoBatch } from '#kernel/server/changes/undo.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { namesOf } from '#kernel/server/records/titles.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { dealLine, priceList, product, productPrice } from '../catalogue.ts'
import { deal } from '../deal.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const dollars = (amount: string) => ({ amount, currency: 'USD' })
const add = (id: string, ...lines: Omit<Draft<typeof dealLine>, 'deal'>[]) =>
  asSystem(kernel, ctx =>
    ctx.create(
      dealLine,
      lines.map(line => ({ ...line, deal: id })),
    ),
  )
const read = async (id: string) => (await asSystem(kernel, ctx => ctx.byIds(deal, [id])))[0]
const change = (id: string, patch: InnerPatch<typeof dealLine>) =>
  asSystem(kernel, async ctx => ctx.update(dealLine, await ctx.byIds(dealLine, [id]), patch))

it('is worth what its lines add up to, to the cent, and what they bring again', async () => {
  const { id } = await make(kernel, deal, { value: dollars('5') })
  const [first] = await add(
    id,
    { name: 'Setup', unit_price: dollars('1.005'), tax: 20 },
    { name: 'Seats', quantity: 3, unit_price: dollars('33.33'), discount: 10, recurring: 'month', periods: 24 },
    { name: 'Support', unit_price: dollars('100'), recurring: 'year' },
  )
  expect(first).toMatchObject({ net: dollars('1.01'), tax_amount: dollars('0.20') })
  // 1.01 + 24 × 89.99 + 100; 12 × 89.99 + 100 a year
  expect(await read(id)).toMatchObject({
    value: dollars('2260.77'),
    yearly: dollars('1179.88'),
    monthly: dollars('98.32'),
    version: 2,
  })
  await asSystem(kernel, async ctx => ctx.remove(dealLine, await ctx.byIds(dealLine, [first?.id ?? ''])))
  expect((await read(id))?.value).toEqual(dollars('2259.76'))
})

it('cannot be worth anything else while it has lines', async () => {
  const { id } = await make(kernel, deal)
  const [line] = await add(id, { name: 'One', unit_price: dollars('10') })
  const say = (value: Money) => asSystem(kernel, async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), { value }))
  await expect(say(dollars('11'))).rejects.toMatchObject({
    problems: [{ field: 'value', code: 'deal.value-of-lines' }],
  })
  await asSystem(kernel, async ctx => ctx.remove(dealLine, await ctx.byIds(dealLine, [line?.id ?? ''])))
  expect(await read(id)).toMatchObject({ value: dollars('10.00'), yearly: null })
  await say(dollars('11'))
})

it('refuses lines of two currencies', async () => {
  const { id } = await make(kernel, deal)
  const euro = { name: 'Euro', unit_price: { amount: '1', currency: 'EUR' } }
  await add(id, euro)
  await expect(add(id, { name: 'Dollar', unit_price: dollars('1') })).rejects.toMatchObject({
    problems: [{ field: 'unit_price', code: 'line.other-currency', params: { currency: 'EUR' } }],
  })
  const { id: fresh } = await make(kernel, deal)
  await expect(add(fresh, euro, { name: 'Dollar', unit_price: dollars('1') })).rejects.toMatchObject({
    problems: [{ field: 'unit_price', index: 1 }],
  })
  await expect(
    add(fresh, { name: 'Most', quantity: 1_000_000, unit_price: dollars('99999999999999') }),
  ).rejects.toMatchObject({ problems: [{ code: 'line.too-much' }] })
})

it('takes from the product, and from the price list by quantity and day, what it does not say', async () => {
  const { id: list } = await make(kernel, priceList)
  const seat = await make(kernel, product, { name: 'Seat', price: dollars('20'), tax: 19, recurring: 'month' })
  const other = await make(kernel, product, { name: 'Training', price: dollars('400'), recurring: 'none' })
  const price = (from_quantity: number, amount: string, more: InnerPatch<typeof productPrice> = {}) =>
    make(kernel, productPrice, { price_list: list, product: seat.id, from_quantity, price: dollars(amount), ...more })
  await price(1, '18')
  await price(10, '15')
  await price(10, '1', { valid_until: '2020-01-01' })
  await price(1, '7', { valid_from: '2999-01-01' })
  await price(1, '6', { price: { amount: '6', currency: 'EUR' } })
  const { id } = await make(kernel, deal, { price_list: list })
  const [few, many, own] = await add(
    id,
    { product: seat.id, quantity: 9 },
    { product: seat.id, quantity: 10 },
    { product: seat.id, unit_price: dollars('1'), name: 'Gift', tax: 0, recurring: 'none' },
  )
  expect(few).toMatchObject({ name: 'Seat', unit_price: dollars('18.00'), tax: 19, recurring: 'month' })
  expect(many?.net).toEqual(dollars('150.00'))
  expect(own).toMatchObject({ name: 'Gift', unit_price: dollars('1'), tax: 0, recurring: 'none' })
  const [changed] = await change(few?.id ?? '', { product: other.id })
  expect(changed).toMatchObject({ name: 'Training', net: dollars('3600.00'), recurring: 'none' })
})

it('is worth what it was when a line is taken back', async () => {
  const { id } = await make(kernel, deal)
  await add(id, { name: 'One', unit_price: dollars('10') })
  const batch = kernel.newId()
  const doing = { actor: systemActor(kernel.locale), source: 'command' as const }
  await inContext(kernel, { ...doing, batch }, ctx =>
    ctx.create(dealLine, [{ deal: id, name: 'Two', unit_price: dollars('5') }]),
  )
  expect((await read(id))?.value).toEqual(dollars('15.00'))
  expect(await undoBatch(kernel, doing, batch)).toMatchObject({ kept: [] })
  expect((await read(id))?.value).toEqual(dollars('10.00'))
})

it('a price is called after its product', async () => {
  const { id } = await make(kernel, product, { name: 'Starter licence' })
  const price = await make(kernel, productPrice, { product: id })
  const { models, database, locale } = kernel
  const reading = { db: database.db, models, actor: systemActor(locale), today: '2026-06-01' }
  const names = await namesOf(reading, models.get('product_price'), [price.id])
  expect(names).toEqual([{ id: price.id, title: 'Starter licence' }])
})
