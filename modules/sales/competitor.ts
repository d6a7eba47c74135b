import { longText, text, url } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

export const competitor = defineObject('competitor', {
  label: ['Competitor', 'Competitors'],
  about: 'Who else your customers talk to. Name them on deals, and see against whom you win.',
  plural: 'competitors',
  icon: 'shield',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, search: true, max: 120 }),
    website: url(),
    strengths: longText(),
    weaknesses: longText(),
  },
  list: ['name', 'website'],
})
