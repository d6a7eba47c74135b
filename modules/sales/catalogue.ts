import { choice, date, flag, longText, money, number, percent, ref, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

/** How often something is paid again. */
const recurring = { none: 'Once', month: 'Each month', year: 'Each year' } as const

export const product = defineObject('product', {
  label: ['Product', 'Products'],
  about: 'What you sell, with its price and its tax. The lines of deals and quotes begin with these.',
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
  about: 'Other prices for some customers, countries or quantities. What it does not name costs what the product says.',
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
  about: 'What a product costs in a price list, from how many on.',
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

/** One thing that is sold: what it costs follows from the rest. */
const line = {
  place: number({ required: true, default: 0, min: 0 }),
  product: ref('product', { onDelete: 'clear' }),
  name: text({ max: 200, help: 'That of the product, when left empty.' }),
  quantity: number({ required: true, default: 1, min: 0, max: 1_000_000, decimals: 3 }),
  unit_price: money({ mask: 'financial', help: 'That of the price list or the product, when left empty.' }),
  discount: percent({ label: 'Discount in percent', required: true, default: 0 }),
  discount_amount: money({ mask: 'financial', min: 0, help: 'Off the line, after the percentage.' }),
  tax: percent({ help: 'That of the product, when left empty.' }),
  recurring: choice(recurring, { label: 'Is paid', help: 'As the product is, when left empty.' }),
  periods: number({
    label: 'Number of periods',
    min: 1,
    max: 120,
    help: 'For how many months or years; empty for as long as it lasts, of which one year is counted.',
  }),
  net: money({ readonly: true, mask: 'financial', label: 'Net', help: 'Before tax, for one period.' }),
  tax_amount: money({ readonly: true, mask: 'financial', label: 'Tax amount', help: 'For one period.' }),
  contract_value: money({ readonly: true, mask: 'financial', help: 'Before tax, for all periods.' }),
} as const

const listed = ['name', 'quantity', 'unit_price', 'discount', 'net', 'place'] as const

/** What a deal is made of. Its value, and what it brings each month and year, follow from its lines. */
export const dealLine = defineObject('deal_line', {
  label: ['Line', 'Lines'],
  about: 'What a deal is made of: a product, how many, and at what price.',
  plural: 'deal_lines',
  icon: 'list',
  area: 'sell',
  title: 'name',
  owned: false,
  through: 'deal',
  part: true,
  fields: { deal: ref('deal', { required: true, onDelete: 'cascade' }), ...line },
  list: listed,
})

/** What is offered in a quote: as the lines of the deal were when it was made, and changed by itself from then on. */
export const quoteLine = defineObject('quote_line', {
  label: ['Line of a quote', 'Lines of quotes'],
  about: 'What a quote offers: a product, how many, and at what price.',
  plural: 'quote_lines',
  icon: 'list',
  area: 'sell',
  title: 'name',
  owned: false,
  through: 'quote',
  part: true,
  fields: { quote: ref('quote', { required: true, onDelete: 'cascade' }), ...line },
  list: listed,
})
