import { choice, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'

export const tag = defineObject('tag', {
  label: ['Tag', 'Tags'],
  about: 'Words by which records of every kind are found together.',
  plural: 'tags',
  icon: 'tag',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, search: true, max: 60 }),
    color: choice(
      { grey: 'Grey', blue: 'Blue', green: 'Green', amber: 'Amber', red: 'Red', violet: 'Violet' },
      {
        required: true,
        default: 'grey',
        tones: { blue: 'blue', green: 'green', amber: 'amber', red: 'red', violet: 'violet' },
      },
    ),
  },
  tone: 'color',
  list: ['name', 'color'],
})
