import { getCountries } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'
import { code, codeType } from './code.ts'
import { codeName, codesIn } from './codes.ts'
import { countries } from './countries.ts'

const locale = { language: 'fr', zone: 'UTC', country: 'FR', currency: 'EUR' }
const parse = (of: Parameters<typeof code>[0], input: unknown) => codeType.parse(input, code(of), locale)
const read = (of: Parameters<typeof code>[0], cell: string) => codeType.fromText(cell, code(of), locale)

test('the countries are those whose telephones are known', () => {
  expect([...countries].sort()).toEqual([...getCountries()].sort())
})

test('a code is taken in capitals and in small letters', () => {
  expect(['FR', ' fr '].map(input => parse('country', input))).toEqual(['FR', 'FR'])
  expect(parse('language', 'DE')).toBe('de')
  expect(parse('currency', 'eur')).toBe('EUR')
  expect(parse('time_zone', 'europe/paris')).toBe('Europe/Paris')
})

test.each([
  ['country', 'XX', 'not-a-country'],
  ['country', 'France', 'not-a-country'],
  ['language', 'İı', 'not-a-language'],
  ['country', 33, 'not-a-country'],
  ['country', '', 'not-a-country'],
  ['language', 'tlh', 'not-a-language'],
  ['currency', 'XXL', 'not-a-currency'],
  ['time_zone', 'Mars/Olympus', 'not-a-time-zone'],
  ['time_zone', '__proto__', 'not-a-time-zone'],
] as const)('%s: %j is refused', (of, input, problem) => {
  expect(() => parse(of, input)).toThrow(problem)
})

test('a cell is read in the language of who wrote it, and is written in it', () => {
  expect(read('country', 'Allemagne')).toBe('DE')
  expect(read('country', 'Germany')).toBe('DE')
  expect(read('country', ' cote d’ivoire')).toBe('CI')
  expect(read('country', 'de')).toBe('DE')
  expect(read('country', 'Atlantis')).toBe('Atlantis')
  expect(codeType.toText('DE', code('country'), locale)).toBe('Allemagne')
  expect(codeName('fr', 'language', 'fr')).toBe('Français')
})

test.each(['country', 'currency', 'language', 'time_zone'] as const)('each %s has one name, and is read by it', of => {
  for (const language of ['en', 'fr'])
    for (const { code: each, name } of codesIn(of, language))
      expect(codeType.fromText(name, code(of), { ...locale, language }), name).toBe(each)
})
