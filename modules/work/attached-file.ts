import { about, file, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

/** A file that belongs to a record. */
export const attachedFile = defineObject('attached_file', {
  label: ['File', 'Files'],
  about: 'Papers and pictures that belong to a record. Drop one on the record itself.',
  plural: 'attached_files',
  icon: 'file',
  area: 'work',
  title: 'name',
  through: 'about',
  part: true,
  fields: {
    name: text({ required: true, search: true }),
    file: file({ required: true }),
    about: about(['contact', 'company', 'deal']),
  },
  list: ['name', 'file'],
})
