import fc from 'fast-check'
import { expect, test } from 'vitest'
import { about, aboutType } from './about/about.ts'
import { file, fileType } from './file/file.ts'
import { ref, refType } from './ref/ref.ts'
import { refs, refsType } from './refs/refs.ts'
import { tags, tagsType } from './tags/tags.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const a = '0196f1a0-0000-7000-8000-00000000000a'
const b = '0196f1a0-0000-7000-8000-00000000000b'
const person = refs('contact', { roles: { buyer: 'Buyer', boss: 'The boss' } })
const parseRefs = (input: unknown) => refsType.parse(input, person, locale)
const subject = about(['contact', 'deal'])
const parseAbout = (input: unknown) => aboutType.parse(input, subject, locale)
const many = Array.from({ length: 501 }, () => a)

test('an id is a uuid, in small letters', () => {
  expect(refType.parse(a.toUpperCase(), ref('contact'), locale)).toBe(a)
  expect(fileType.parse(a, file(), locale)).toBe(a)
  for (const input of ['', 'x', a.slice(1), `${a}\n`, `{${a}}`, 5, null, { id: a }, [a]]) {
    expect(() => refType.parse(input, ref('contact'), locale)).toThrow('not-an-id')
    expect(() => fileType.parse(input, file(), locale)).toThrow('not-an-id')
  }
})

test('tags are ids, each once', () => {
  expect(tagsType.parse([b, a, b.toUpperCase()], tags(), locale)).toEqual([b, a])
  expect(() => tagsType.parse(a, tags(), locale)).toThrow('not-a-list')
  expect(() => tagsType.parse(['x'], tags(), locale)).toThrow('not-an-id')
  expect(() => tagsType.parse(many, tags(), locale)).toThrow('too-many')
})

test('refs are ids with or without a role, each pair once', () => {
  expect(parseRefs([a, { id: a, role: null }, { id: a }, { id: a, role: 'buyer' }, { id: a, role: 'buyer' }])).toEqual([
    { id: a, role: null },
    { id: a, role: 'buyer' },
  ])
})

test.each([
  [a, 'not-a-list'],
  [[5], 'not-a-link'],
  [[null], 'not-a-link'],
  [[[a]], 'not-a-link'],
  [[{}], 'not-an-id'],
  [[{ id: a, role: 'seller' }], 'not-a-role'],
  [[{ id: a, role: '__proto__' }], 'not-a-role'],
  [[{ id: a, role: 5 }], 'not-a-role'],
  [many, 'too-many'],
])('refs %j are refused: %s', (input, code) => {
  expect(() => parseRefs(input)).toThrow(code)
})

test('about links name the object', () => {
  expect(
    parseAbout([
      { object: 'deal', id: a },
      { object: 'contact', id: a },
      { object: 'deal', id: a },
    ]),
  ).toEqual([
    { object: 'deal', id: a },
    { object: 'contact', id: a },
  ])
})

test.each([
  [{}, 'not-a-list'],
  [[a], 'not-a-link'],
  [[{ object: 'user', id: a }], 'not-about-that'],
  [[{ object: '__proto__', id: a }], 'not-about-that'],
  [[{ object: 'deal', id: 'x' }], 'not-an-id'],
])('about %j is refused: %s', (input, code) => {
  expect(() => parseAbout(input)).toThrow(code)
})

test('what was written is read again', () => {
  const role = fc.constantFrom(null, 'buyer', 'boss')
  fc.assert(
    fc.property(
      fc.array(fc.record({ id: fc.uuid(), role })),
      fc.array(fc.record({ id: fc.uuid(), object: fc.constantFrom('contact', 'deal') })),
      (links, subjects) => {
        const value = parseRefs(links)
        expect(parseRefs(refsType.fromText(refsType.toText(value, person, locale), person, locale))).toEqual(value)
        const ids = tagsType.parse(
          value.map(link => link.id),
          tags(),
          locale,
        )
        expect(
          tagsType.parse(tagsType.fromText(tagsType.toText(ids, tags(), locale), tags(), locale), tags(), locale),
        ).toEqual(ids)
        const things = parseAbout(subjects)
        expect(parseAbout(aboutType.fromText(aboutType.toText(things, subject, locale), subject, locale))).toEqual(
          things,
        )
      },
    ),
  )
})
