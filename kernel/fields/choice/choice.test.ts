import { expect, test } from 'vitest'
import { choice, choiceType } from './choice.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const field = choice({ open: 'Open', won: 'Won', lost: 'Lost for good' })

test('the keys are taken and nothing else', () => {
  expect(choiceType.parse('won', field, locale)).toBe('won')
  for (const input of ['Won', '', '__proto__', 'constructor', 'toString', 1, ['won'], { toString: 'won' }])
    expect(() => choiceType.parse(input, field, locale)).toThrow('not-a-choice')
})

test('cells have labels, which are read again', () => {
  const read = (cell: string) => choiceType.fromText(cell, field, locale)
  expect([' won ', 'LOST FOR GOOD', 'lost'].map(read)).toEqual(['won', 'lost', 'lost'])
  expect(read('__proto__')).toBe('__proto__')
  for (const key of ['open', 'won', 'lost']) expect(read(choiceType.toText(key, field, locale))).toBe(key)
})

test('keys are quoted in the check', () => {
  expect(choiceType.columns(choice({ "it's": 'It' }, { default: "it's", required: true }), 'a"b')).toEqual({
    'a"b': {
      type: 'text',
      null: false,
      default: "'it''s'::text",
      check: `"a""b" = any (array['it''s'::text]::text[])`,
    },
  })
})
