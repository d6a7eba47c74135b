import { expect, test } from 'vitest'
import { Refused } from '../schema/refused.ts'
import { choice, choices, date, flag, longText, number, parseFields, refs, tags, text } from './index.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const fields = {
  title: text({ required: true, min: 2 }),
  size: number({ max: 10 }),
  status: choice({ open: 'Open', won: 'Won' }, { default: 'open', readonly: true }),
  active: flag({ default: true }),
  colours: choices({ red: 'Red' }),
  people: refs('contact', { required: true }),
  tags: tags(),
  created_on: date({ required: true, readonly: true }),
}
const a = '0196f1a0-0000-7000-8000-00000000000a'

const parse = (input: unknown, partial = false) => parseFields(fields, input, locale, { partial })
const problems = (input: unknown, partial = false) => {
  try {
    parse(input, partial)
  } catch (error) {
    if (error instanceof Refused) return error.problems.map(problem => `${problem.field}: ${problem.code}`)
  }
  return []
}

test('what is left out gets its default, or is empty', () => {
  expect(parse({ title: 'Boat', people: [a] })).toEqual({
    title: 'Boat',
    size: null,
    status: 'open',
    active: true,
    colours: [],
    people: [{ id: a, role: null }],
    tags: [],
  })
})

test('of a part, what is left out stays as it is', () => {
  expect(parse({ size: 3 }, true)).toEqual({ size: 3 })
  expect(parse({}, true)).toEqual({})
  expect(parse({ title: undefined }, true)).toEqual({})
})

test('null and blank text clear', () => {
  expect(parse({ size: null, active: null, colours: null, tags: null }, true)).toEqual({
    size: null,
    active: false,
    colours: [],
    tags: [],
  })
  expect(parseFields({ note: longText({ min: 5 }) }, { note: ' \n ' }, locale, { partial: true })).toEqual({
    note: null,
  })
})

test('all problems are told at once', () => {
  const hostile = JSON.parse(
    '{"title": " ", "size": "5", "status": "won", "colours": ["__proto__"], "nope": 1, "__proto__": {}, "constructor": 1}',
  )
  expect(problems(hostile)).toEqual([
    'nope: unknown-field',
    '__proto__: unknown-field',
    'constructor: unknown-field',
    'title: required',
    'size: not-a-number',
    'status: readonly',
    'colours: not-a-choice',
    'people: required',
  ])
})

test('what is required cannot be cleared', () => {
  expect(problems({ title: null, people: [], created_on: null }, true)).toEqual([
    'title: required',
    'people: required',
    'created_on: readonly',
  ])
})

test('parameters go with the problem', () => {
  expect(() => parse({ size: 11 }, true)).toThrow(
    expect.objectContaining({ kind: 'invalid', problems: [{ field: 'size', code: 'too-large', params: { max: 10 } }] }),
  )
})

test.each([[null], [undefined], ['{}'], [[]], [5]])('%j is no object', input => {
  expect(problems(input)).toEqual([': not-an-object'])
})
