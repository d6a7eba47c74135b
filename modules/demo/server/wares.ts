// What the made-up company sells, and what stands in its offers.

import type { Row } from '#kernel/schema/object.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { dealLine, priceList, product, productPrice } from '../../sales/catalogue.ts'
import { deal } from '../../sales/deal.ts'
import type { Chance } from './chance.ts'

const wares = [
  ['Team licence', 'S-TEAM', 'seat', 39, 'month'],
  ['Starter licence', 'S-START', 'seat', 19, 'month'],
  ['Support contract', 'S-SUP', 'year', 1200, 'year'],
  ['Onboarding', 'S-ONB', 'day', 890, 'none'],
  ['Training', 'S-TRAIN', 'day', 740, 'none'],
  ['Data import', 'S-IMP', 'piece', 450, 'none'],
] as const

export async function openShop(ctx: Context): Promise<Row<typeof product>[]> {
  const money = (amount: number) => ({ amount: `${amount}.00`, currency: ctx.kernel.locale.currency })
  const products = await ctx.create(
    product,
    wares.map(([name, sku, unit, price, recurring]) => ({
      name: `${name} (sample)`,
      sku,
      unit,
      price: money(price),
      cost: money(Math.round(price / 3)),
      tax: 20,
      recurring,
    })),
  )
  const [list] = await ctx.create(priceList, [{ name: 'Partners (sample)' }])
  const [team] = products
  if (list && team)
    await ctx.create(productPrice, [
      { price_list: list.id, product: team.id, price: money(35) },
      { price_list: list.id, product: team.id, price: money(29), from_quantity: 50 },
    ])
  return products
}

/** A third of the offers are spelt out. */
export async function spellOut(
  ctx: Context,
  chance: Chance,
  products: readonly Row<typeof product>[],
  deals: readonly Row<typeof deal>[],
) {
  const lines = deals
    .filter(() => chance.happens(0.33))
    .flatMap(({ id }) =>
      Array.from({ length: chance.whole(1, 3) }, (_, place) => {
        const chosen = chance.oneOf(products)
        return {
          deal: id,
          place,
          product: chosen.id,
          quantity: chosen.recurring === 'month' ? chance.whole(3, 60) : chance.whole(1, 5),
          discount: chance.oneOf([0, 0, 0, 5, 10]),
        }
      }),
    )
  await ctx.create(dealLine, lines)
}

/** For those that have come far a quote lies ready to be sent; a number would be missing once the sample data is gone. */
export async function drawUp(ctx: Context, deals: readonly Row<typeof deal>[]) {
  const lines = await ctx.find(dealLine, { deal: { in: deals.map(({ id }) => id) } })
  const ready = deals.map(({ id }) => id).filter(id => lines.some(line => line.deal === id))
  if (ready.length > 0) await ctx.do(deal, 'quote', ready, {})
}
