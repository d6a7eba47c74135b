// Objects that nobody would declare, with a field of every type and every way of pointing to each other: what the
// generated tests are also tried against, so that they do not only know what the modules happen to use.

import {
  about,
  choice,
  choices,
  code,
  date,
  email,
  file,
  flag,
  json,
  longText,
  moment,
  money,
  number,
  percent,
  phone,
  ref,
  refs,
  richText,
  tags,
  text,
  url,
} from '#kernel/fields/index.ts'
import {
  currencyRate,
  customField,
  dashboard,
  role,
  roleGrant,
  roleMask,
  tag,
  team,
  user,
  view,
} from '#kernel/objects/index.ts'
import { type AnyObject, defineObject } from '#kernel/schema/object.ts'
import type { Parts } from '#kernel/server/parts.ts'
import { parts } from '#modules/parts.ts'

export const thing = defineObject('thing', {
  label: ['Thing', 'Things'],
  plural: 'things',
  icon: 'box',
  area: 'tests',
  title: ['name', 'note'],
  fields: {
    name: text({ required: true, search: true }),
    note: text({ search: true, mask: 'personal' }),
    story: longText({ search: true }),
    page: richText({ search: true }),
    email: email({ unique: true, mask: 'personal' }),
    phone: phone(),
    site: url(),
    amount: number(),
    rate: number({ decimals: 3, min: -100 }),
    share: percent(),
    land: code('country'),
    price: money({ mask: 'financial' }),
    fee: money({ required: true }),
    day: date(),
    at: moment(),
    yes: flag(),
    kind: choice({ one: 'One', two: 'Two', three: 'Three' }),
    state: choice({ new: 'New', old: 'Old' }, { required: true, default: 'new', readonly: true }),
    colours: choices({ red: 'Red', green: 'Green', blue: 'Blue' }),
    labels: tags(),
    parent: ref('thing', { onDelete: 'cascade' }),
    keeper: ref('user'),
    friends: refs('thing', { roles: { near: 'Near', far: 'Far' } }),
    about: about(['thing', 'part']),
    picture: file(),
    extra: json(),
  },
  list: ['name', 'price', 'day'],
})

/** Belongs to a thing, and is seen and changed by whoever sees and changes that. */
export const part = defineObject('part', {
  label: ['Part', 'Parts'],
  plural: 'parts',
  icon: 'puzzle',
  area: 'tests',
  title: 'name',
  owned: false,
  through: 'thing',
  fields: {
    thing: ref('thing', { required: true, onDelete: 'cascade' }),
    name: text({ required: true, search: true }),
    weight: number({ index: true }),
  },
  list: ['name'],
})

export const everyType: Parts = {
  objects: [
    user,
    team,
    role,
    roleGrant,
    roleMask,
    tag,
    customField,
    currencyRate,
    view,
    dashboard,
    thing,
    part,
  ] as unknown as readonly AnyObject[],
  behaviours: [],
  tables: [],
  eventTables: [],
  words: [],
  settings: [],
  firstSteps: [],
  jobs: () => [],
  endpoints: () => [],
  pages: {},
  readers: () => [],
}

/** What the modules declare, and these. */
export const withEveryType: Parts = {
  ...parts,
  objects: [...parts.objects, thing, part] as unknown as readonly AnyObject[],
}
