import { expect, it } from 'vitest'
import { likeOrganisations, readOrganisation } from './organisation.ts'
import { likePersons, personKeys, readPerson } from './person.ts'
import { likeEmails, likePhones, readDomain, readEmail, readPhone } from './points.ts'

const person = (a: string, b: string) => likePersons(readPerson([a]), readPerson([b]))

it.each([
  ['Amélie Laurent', 'Laurent Amelie', 1],
  ['Dr. Robert Smith', 'Bob Smith', 0.97],
  ['Katherine Müller', 'Katherine Muller', 1],
  ['Tomasz Zielinski', 'Tomasz Zielinksi', 0.95],
  ['Wei Chen', 'Wie Chen', 0.93],
  ['J. Okafor', 'Jonas Okafor', 0.92],
  ['Anna Maria Rossi', 'Anna Rossi', 0.97],
  ['Rossi', 'Anna Rossi', 0.8],
])('%s and %s may be one person', (a, b, least) => expect(person(a, b)).toBeGreaterThanOrEqual(least))

it.each([
  ['John Smith', 'Jane Smith'],
  ['Marco Rossi', 'Elena Rossi'],
  ['Liam Murphy', 'Olga Ivanova'],
])('%s and %s are two', (a, b) => expect(person(a, b)).toBeLessThan(0.75))

it('looks for a person by what is not lost in another spelling', () => {
  const common = (a: string, b: string) =>
    personKeys(readPerson([a])).filter(key => personKeys(readPerson([b])).includes(key))
  expect(common('Bob Schmidt', 'Schmitt, Robert')).toHaveLength(2)
  expect(common('Liam Murphy', 'Olga Ivanova')).toEqual([])
})

it.each([
  ['ACME GmbH & Co. KG', 'Acme', 1],
  ['Société Générale S.A.', 'Societe Generale', 1],
  ['The Blue Door Ltd.', 'Bluedoor Limited', 0.98],
  ['Kowalski Logistics', 'Kowalsky Logistics', 0.9],
])('%s and %s may be one company', (a, b, least) =>
  expect(likeOrganisations(readOrganisation(a), readOrganisation(b))).toBeGreaterThanOrEqual(least),
)

it('tells companies apart', () => expect(likeOrganisations('acme steel', 'north steel')).toBe(0))

it('reads addresses as those mean them who write them', () => {
  expect(readEmail(' J.Smith+news@Googlemail.com')).toBe('jsmith@gmail.com')
  expect(readEmail('nobody')).toBeUndefined()
  expect(likeEmails('jon.smith@acme.example', 'jon.smtih@acme.example')).toBe(0.8)
  expect(likeEmails('a@acme.example', 'b@acme.example')).toBe(0)
  expect(readPhone('+49 (30) 1234567')).toBe(readPhone('030 1234567'))
  expect(likePhones('301234567', '301234576')).toBe(0.6)
  expect(readDomain('https://www.acme.example/about')).toBe('acme.example')
  expect(readDomain('somebody@gmail.com')).toBeUndefined()
})
