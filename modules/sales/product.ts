import { choice, date, flag, longText, money, number, percent, ref, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

/** How often something is paid again. */
export const recurring = { none: 'Once', month: 'Each month', year: 'Each year' } as const

export const product = defineObject('product', {
  label: ['Product', 'Products'],
  plural: 'products',
  icon: 'table',
  area: 'sell',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, search: true, max: 200 }),
    sku: text({ label: 'Article number', unique: true, search: true, max: 64 }),
    description: longText(),
    unit: text({ max: 40, help: 'What one of it is: piece, hour, seat.' }),
    price: money({ mask: 'financial', min: 0, help: 'What it costs where no price list says otherwise.' }),
    cost: money({ mask: 'financial', min: 0, help: 'What it costs yourselves.' }),
    tax: percent({ label: 'Tax', required: true, default: 0 }),
    recurring: choice(recurring, { label: 'Is paid', required: true, default: 'none', index: true }),
    retired: flag({ label: 'No longer sold' }),
  },
  list: ['name', 'sku', 'price', 'recurring'],
  form: {
    Product: ['name', 'sku', 'unit', 'description', 'retired'],
    Price: ['price', 'tax', 'recurring', 'cost'],
  },
})

export const priceList = defineObject('price_list', {
  label: ['Price list', 'Price lists'],
  plural: 'price_lists',
  icon: 'list',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, search: true, max: 120 }),
    description: longText(),
  },
  list: ['name'],
})

/** What a product costs on a list: from a quantity on, between two days, in a currency. */
export const productPrice = defineObject('product_price', {
  label: ['Price', 'Prices'],
  plural: 'product_prices',
  icon: 'tag',
  area: 'administration',
  title: 'product',
  owned: false,
  through: 'price_list',
  part: true,
  fields: {
    price_list: ref('price_list', { required: true, onDelete: 'cascade' }),
    product: ref('product', { required: true, onDelete: 'cascade' }),
    price: money({ required: true, mask: 'financial', min: 0 }),
    from_quantity: number({ required: true, default: 1, min: 0, decimals: 3 }),
    valid_from: date(),
    valid_until: date({ help: 'Including this day.' }),
  },
  list: ['price_list', 'product', 'price', 'from_quantity', 'valid_from', 'valid_until'],
})
