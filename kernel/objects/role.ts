import { choice, flag, longText, ref, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'

export const role = defineObject('role', {
  label: ['Role', 'Roles'],
  about: 'What somebody may see and do. Several roles of a person add up.',
  plural: 'roles',
  icon: 'shield',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, unique: true, search: true, max: 80 }),
    description: longText(),
    everything: flag({ label: 'May do everything', help: 'For those who run Rapport: no grant or mask narrows it.' }),
  },
  list: ['name', 'description', 'everything'],
  actions: { copy: { label: 'Copy', needs: 'create', input: { name: text({ required: true, max: 80 }) } } },
})

/** What a role may do with an object: one row per object and verb; `*` stands for all that have no row of their own. */
export const roleGrant = defineObject('role_grant', {
  label: ['Grant', 'Grants'],
  about: 'What a role may do with the records of an object, and with whose.',
  plural: 'role_grants',
  icon: 'key',
  area: 'administration',
  title: ['object', 'verb'],
  owned: false,
  through: 'role',
  part: true,
  fields: {
    role: ref('role', { required: true, onDelete: 'cascade' }),
    object: text({ required: true, max: 64 }),
    verb: text({
      required: true,
      max: 64,
      help: 'read, create, edit, delete, export, import, the name of an action, or *.',
    }),
    scope: choice(
      { nobody: 'Nobody', own: 'Own', team: 'Team', everybody: 'Everybody', filter: 'What the filter finds' },
      { required: true },
    ),
    filter: longText({ help: 'The filter as JSON, where the scope is a filter.' }),
  },
  list: ['role', 'object', 'verb', 'scope'],
})

/** Which fields a role does not see, or sees and cannot write. */
export const roleMask = defineObject('role_mask', {
  label: ['Mask', 'Masks'],
  about: 'A field that a role does not see, or may not change.',
  plural: 'role_masks',
  icon: 'eye-off',
  area: 'administration',
  title: ['object', 'field'],
  owned: false,
  through: 'role',
  part: true,
  fields: {
    role: ref('role', { required: true, onDelete: 'cascade' }),
    object: text({ required: true, max: 64 }),
    field: text({ required: true, max: 64, help: 'A field, or all of one kind: personal, financial.' }),
    level: choice({ hidden: 'Hidden', readonly: 'Read only' }, { required: true, default: 'hidden' }),
  },
  list: ['role', 'object', 'field', 'level'],
})
