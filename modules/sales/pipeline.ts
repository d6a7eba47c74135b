import { choice, choices, number, percent, ref, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

export const pipeline = defineObject('pipeline', {
  label: ['Pipeline', 'Pipelines'],
  about: 'The way of a deal, from the first word to the signature. Several kinds of business have several.',
  plural: 'pipelines',
  icon: 'git-branch',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, search: true, max: 80 }),
    place: number({ required: true, default: 0, min: 0, index: true }),
  },
  list: ['name', 'place'],
})

export const stage = defineObject('stage', {
  label: ['Stage', 'Stages'],
  about: 'A step of a pipeline: how likely a deal is to be won from there, and what it asks for.',
  plural: 'stages',
  icon: 'flag',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    pipeline: ref('pipeline', { required: true, onDelete: 'cascade' }),
    name: text({ required: true, search: true, max: 80 }),
    place: number({ required: true, default: 0, min: 0, index: true }),
    probability: percent({ required: true, default: 0 }),
    most: number({
      label: 'Most at once',
      min: 1,
      max: 100_000,
      help: 'The board marks the stage when more stands in it.',
    }),
    requires: choices(
      {
        value: 'Value',
        close_date: 'Expected close',
        contact: 'Contact',
        company: 'Company',
        people: 'People',
        description: 'Description',
        owner_id: 'Owner',
        tags: 'Tags',
      },
      { label: 'Requirements to enter', help: 'What must be filled in before a deal comes here.' },
    ),
    rots_after: number({
      label: 'Rotting after days',
      min: 1,
      max: 3650,
      help: 'A deal that nobody has moved or touched for so long stands out.',
    }),
  },
  list: ['pipeline', 'name', 'place', 'probability'],
  form: { Stage: ['pipeline', 'name', 'place', 'probability'], Rules: ['requires', 'rots_after', 'most'] },
})

export const lostReason = defineObject('lost_reason', {
  label: ['Reason for a loss', 'Reasons for losses'],
  about: 'Why deals are lost. Who loses one picks from these, and the reports add them up.',
  plural: 'lost_reasons',
  icon: 'mood-sad',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, search: true, max: 120 }),
    about: choice(
      { price: 'Price', product: 'Product', timing: 'Timing', competitor: 'Competitor', other: 'Other' },
      { required: true, default: 'other' },
    ),
  },
  list: ['name', 'about'],
})
