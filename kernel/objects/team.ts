import { longText, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'

export const team = defineObject('team', {
  label: ['Team', 'Teams'],
  about: 'Who works together. A role may show each team its own.',
  plural: 'teams',
  icon: 'users-group',
  face: 'square',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, search: true, max: 80 }),
    description: longText(),
  },
  list: ['name', 'description'],
})
