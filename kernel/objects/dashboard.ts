import { flag, json, number, refs, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'
import { view } from './view.ts'

/** Charts side by side, under a name. It grants nothing: each number is counted from what whoever looks may see. */
export const dashboard = defineObject('dashboard', {
  label: ['Dashboard', 'Dashboards'],
  about: 'Numbers and charts that are looked at together, for yourself, a team or everybody.',
  plural: 'dashboards',
  icon: 'chart',
  area: 'administration',
  title: 'name',
  shared: 'visibility',
  part: true,
  fields: {
    name: text({ required: true, max: 80 }),
    visibility: view.fields.visibility,
    tiles: json({ max: 200_000, help: '`{ "all": [tile, …] }`: each with its chart, its kind and its size.' }),
    place: number({ decimals: 6, required: true, default: 0 }),
    opens_first: flag({ help: 'For its owner.' }),
    default_for: refs('role', { help: 'For people who have these roles and have chosen nothing themselves.' }),
  },
  list: ['name', 'visibility'],
})
