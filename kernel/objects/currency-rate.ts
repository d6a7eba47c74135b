import { choice, date, number, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'

/** What one unit of a currency is worth in the company's, from a day on. */
export const currencyRate = defineObject('currency_rate', {
  label: ['Exchange rate', 'Exchange rates'],
  about: 'What a currency is worth from a day on. Sums in several currencies are told in your own.',
  plural: 'currency_rates',
  icon: 'world',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    currency: text({ required: true, min: 3, max: 3, index: true, help: 'Its three letters, such as EUR.' }),
    day: date({ required: true, label: 'From the day' }),
    rate: number({
      required: true,
      decimals: 9,
      min: 0.000000001,
      max: 9_000_000,
      help: 'What one unit of it is worth in the currency of the company.',
    }),
    against: text({ readonly: true, label: 'Currency of the company', max: 3 }),
    origin: choice({ manual: 'By hand', feed: 'Daily feed' }, { required: true, default: 'manual', readonly: true }),
    name: text({ readonly: true, unique: true, max: 32, label: 'Rate' }),
  },
  list: ['name', 'currency', 'day', 'rate', 'origin'],
  form: { Rate: ['currency', 'day', 'rate'] },
})
