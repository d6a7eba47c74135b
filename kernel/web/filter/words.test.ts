import { expect, test } from 'vitest'
import type { DescribedObject } from '../../schema/described.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'
import { en as listEn } from '../words/list/en.ts'
import { fr as listFr } from '../words/list/fr.ts'
import { sayFrom } from '../words/sentences.ts'
import { termOf } from './edits.ts'
import { askedOf, withOperator } from './operators.ts'
import { alongPath, subjectsOf } from './subjects.ts'
import { type Fields, newGroup, readFilter, writeFilter } from './tree.ts'
import { namedIn, sayTerm } from './words.ts'

const described = (name: string, label: [string, string], fields: readonly object[]) =>
  ({ name, label, fields, title: ['name'], steps: [], step: null }) as unknown as DescribedObject
const company = described(
  'company',
  ['Company', 'Companies'],
  [
    { name: 'name', label: 'Name', type: 'text', required: true },
    { name: 'country', label: 'Country', type: 'choice', options: { fr: 'France', it: 'Italy' } },
    { name: 'parent', label: 'Parent', type: 'ref', to: 'company' },
  ],
)
const contact = described(
  'contact',
  ['Contact', 'Contacts'],
  [
    { name: 'name', label: 'Name', type: 'text', required: true },
    { name: 'company', label: 'Company', type: 'ref', to: 'company' },
    { name: 'owner_id', label: 'Owner', type: 'ref', to: 'user' },
    { name: 'budget', label: 'Budget', type: 'money' },
    { name: 'born_on', label: 'Born', type: 'date' },
    { name: 'picture', label: 'Picture', type: 'file' },
  ],
)
const task = described(
  'task',
  ['Task', 'Tasks'],
  [
    { name: 'title', label: 'Title', type: 'text' },
    { name: 'about', label: 'About', type: 'about', to: ['contact'] },
  ],
)
const objects = [company, contact, task]
const schema = { objects, byName: (name: string) => objects.find(object => object.name === name) }
const fields: Fields = name => path => {
  const object = schema.byName(name ?? 'contact')
  return object && alongPath(schema, object, path)?.at(-1)
}
const id = '0196f1a0-0000-7000-8000-00000000000a'
const saying = (language: 'en' | 'fr') => ({
  schema,
  object: contact,
  included: { company: { [id]: { id, title: 'Atelier Brume' } } },
  locale: { language, zone: 'UTC', country: 'FR', currency: 'EUR' },
  say: sayFrom(language === 'en' ? { ...en, ...listEn } : { ...fr, ...listFr }, language),
})
const said = (where: object, language: 'en' | 'fr' = 'en') =>
  readFilter(where, fields).terms.map(term => {
    const { subject, verb, value } = sayTerm(term, saying(language)) ?? { subject: '', verb: '', value: '' }
    return [subject, verb, value].filter(Boolean).join(' ')
  })

test.each([
  [{ 'company.country': 'fr' }, 'Company › Country is France'],
  [{ 'company.country': { not_in: ['fr', 'it'] } }, 'Company › Country is not France, Italy'],
  [{ company: id }, 'Company is Atelier Brume'],
  [{ owner_id: '@me' }, 'Owner is me'],
  [{ 'company.name': { contains: 'la' } }, 'Company › Name contains “la”'],
  [{ budget: { gte: 1000 } }, 'Budget at least €1,000.00'],
  [{ born_on: { during: { last: '30 days' } } }, 'Born is in the last 30 days'],
  [{ born_on: { lt: '2000-01-31' } }, 'Born before 31 Jan 2000'],
  [{ born_on: null }, 'Born is empty'],
  [{ any: [{ name: 'A' }, { born_on: { empty: false } }] }, 'Name is A or Born is filled in'],
  [{ not: { name: 'A' } }, 'not Name is A'],
  [{ nothing: 1 }, 'nothing cannot be asked here'],
  [
    { count: { of: 'task', where: { title: { starts: 'Call' } }, within: 'this_week', gte: 2 } },
    'Tasks at least 2 (Title begins with “Call”) this week',
  ],
])('%j in words', (where, words) => {
  expect(said({ name: 'x', ...where })[1]).toBe(words)
})

test('an operator that there is not is told, and breaks nothing', () => {
  expect(said({ name: { notEmpty: true } })).toEqual(['name cannot be asked here'])
})

test('in French too', () => {
  expect(said({ 'company.country': { in: ['fr'] }, born_on: { during: { last: '30 days' } } }, 'fr')).toEqual([
    'Company › Country est France',
    'Born pendant les 30 derniers jours',
  ])
})

test('records that are named are known, to ask for their names', () => {
  const filter = readFilter({ company: { in: [id] }, owner_id: '@me', count: { of: 'task', gte: 1 } }, fields)
  expect(namedIn(filter, saying('en'))).toEqual([['company', id]])
})

test('offers fields, fields of what is linked, and counts; no file, and nothing in a circle', () => {
  expect(subjectsOf(schema, contact).map(each => `${each.key} ${'label' in each ? each.label : ''}`)).toEqual([
    'name Name',
    'company Company',
    'owner_id Owner',
    'budget Budget',
    'born_on Born',
    'picture Picture',
    'company.name Company › Name',
    'company.country Company › Country',
    'company.parent Company › Parent',
    '#task.about Tasks',
  ])
})

test('that nothing is planned is one question, which the server knows how to count', () => {
  const visit = { ...task, name: 'visit', step: { about: 'about', at: 'on', where: { state: ['new', 'late'] } } }
  const planned = { ...task, step: { about: 'about', at: 'on', where: { state: 'open' } } }
  const known = { objects: [contact], byName: (name: string) => [planned, visit].find(each => each.name === name) }
  const ask = (...steps: string[]) => {
    const [subject] = subjectsOf(known, { ...contact, steps }).filter(({ kind }) => kind === 'no-step')
    return subject && writeFilter(newGroup('all', [termOf(subject)]))
  }
  const none = (of: string, state: string[]) => ({
    count: { of, by: 'about', where: { state: { in: state } }, is: 0 },
  })
  expect(ask()).toBeUndefined()
  expect(ask('task')).toEqual(none('task', ['open']))
  expect(ask('task', 'visit')).toEqual({ all: [none('task', ['open']), none('visit', ['new', 'late'])] })
})

test('that nothing is planned is said by its name, as long as it is just that', () => {
  const planned = { ...task, step: { about: 'about', at: 'on', where: { title: 'open' } } }
  const known = { objects: [contact, planned], byName: () => planned }
  const subject = (is: number) => {
    const count = { of: 'task', by: 'about', where: { title: { in: ['open'] } }, is }
    const [term] = readFilter({ count }, () => () => undefined).terms
    return term && sayTerm(term, { ...saying('en'), schema: known, object: { ...contact, steps: ['task'] } })?.subject
  }
  expect(subject(0)).toBe('No next step')
  expect(subject(1)).toBe('Tasks')
})

test('operators are those of the server, as a person chooses them', () => {
  const field = (name: string) => contact.fields.find(each => each.name === name) as never
  expect(askedOf(field('name'))).toEqual(['contains', 'is', 'not', 'starts'])
  expect(askedOf(field('company'))).toEqual(['in', 'not_in', 'filled', 'empty'])
  expect(askedOf(field('picture'))).toEqual(['filled', 'empty'])
  const moved = withOperator(field('name'), { operator: 'contains', operand: 'la' }, 'is')
  expect(moved).toEqual({ operator: 'is', operand: 'la' })
  expect(withOperator(field('born_on'), moved, 'during')).toEqual({ operator: 'during', operand: 'this_month' })
})
