import { date, ref, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

/** Where else a person works, and where they used to. Where they work first of all stands on the contact alone. */
export const employment = defineObject('employment', {
  label: ['Other role', 'Other roles'],
  about: 'Other companies that a person works for, and those they worked for before.',
  plural: 'employments',
  icon: 'building',
  area: 'sell',
  title: ['position', 'company'],
  owned: false,
  through: 'contact',
  part: true,
  fields: {
    contact: ref('contact', { required: true, onDelete: 'cascade' }),
    company: ref('company', { required: true, onDelete: 'cascade' }),
    position: text({ max: 160 }),
    since: date(),
    until: date({ help: 'Empty as long as they are there.' }),
  },
  list: ['contact', 'company', 'position', 'since', 'until'],
})
