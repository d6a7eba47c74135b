import { choice, money, number, percent, ref, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'
import { recurring } from './product.ts'

/** What a deal is made of. Its value, and what it brings each month and year, follow from its lines. */
export const dealLine = defineObject('deal_line', {
  label: ['Line', 'Lines'],
  plural: 'deal_lines',
  icon: 'list',
  area: 'sell',
  title: 'name',
  owned: false,
  through: 'deal',
  part: true,
  fields: {
    deal: ref('deal', { required: true, onDelete: 'cascade' }),
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
  },
  list: ['place', 'name', 'quantity', 'unit_price', 'discount', 'net'],
})
