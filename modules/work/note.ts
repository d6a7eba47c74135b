import { about, flag, richText } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

export const note = defineObject('note', {
  label: ['Note', 'Notes'],
  about: 'What is worth remembering about a person, a company or a deal.',
  plural: 'notes',
  icon: 'note',
  area: 'work',
  title: 'body',
  through: 'about',
  fields: {
    body: richText({ required: true, search: true }),
    pinned: flag(),
    about: about(['contact', 'company', 'deal']),
  },
  list: ['body', 'pinned'],
  prompt: 'Write a note …',
})
