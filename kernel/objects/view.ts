import { choice, flag, json, number, refs, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'

/** A list as somebody left it, under a name. It grants nothing: whoever opens it finds what they may see. */
export const view = defineObject('view', {
  label: ['View', 'Views'],
  about: 'A list as somebody keeps it: its filter, its order and its columns.',
  plural: 'views',
  icon: 'table',
  area: 'administration',
  title: 'name',
  shared: 'visibility',
  part: true,
  fields: {
    name: text({ required: true, max: 80 }),
    object: text({
      required: true,
      max: 64,
      index: true,
      help: 'The name of the object that it is a list of, such as contact.',
    }),
    visibility: choice(
      { mine: 'Me', team: 'My team', all: 'Everybody' },
      { label: 'Visible to', required: true, default: 'mine' },
    ),
    icon: text({ max: 48 }),
    state: json({ help: 'Filter, search, sort and columns of the list.' }),
    place: number({ decimals: 6, required: true, default: 0 }),
    opens_first: flag({ help: 'For its owner.' }),
    default_for: refs('role', { help: 'For people who have these roles and have chosen nothing themselves.' }),
    default_for_teams: refs('team', { help: 'For people in these teams who have chosen nothing themselves.' }),
  },
  list: ['name', 'object', 'visibility'],
})
