import { expect, test } from 'vitest'
import type { Field } from '../schema/field.ts'
import type { Operator } from '../schema/field-type.ts'
import {
  choice,
  choices,
  date,
  email,
  flag,
  moment,
  money,
  number,
  operandOf,
  phone,
  ref,
  refs,
  text,
} from './index.ts'

const locale = { language: 'en', zone: 'UTC', country: 'GB', currency: 'EUR' }
const a = '0196f1a0-0000-7000-8000-00000000000a'
const colour = choice({ red: 'Red', blue: 'Blue' })

test.each<[Field, Operator, unknown, unknown]>([
  [text({ min: 3, max: 5 }), 'is', ' a ', 'a'],
  [text(), 'in', ['a', 'b'], ['a', 'b']],
  [text(), 'contains', 'e\u0301 ', 'é '],
  [email(), 'contains', '@Example', '@example'],
  [phone(), 'contains', '06 12', '612'],
  [number({ max: 10 }), 'gt', 100, 100],
  [money({ min: 0 }), 'gt', -5, { amount: '-5.00', currency: 'EUR' }],
  [money(), 'gte', '12.5', { amount: '12.50', currency: 'EUR' }],
  [money(), 'lt', { amount: '1', currency: 'USD' }, { amount: '1.00', currency: 'USD' }],
  [flag(), 'is', true, true],
  [date(), 'during', 'this_week', 'this_week'],
  [moment(), 'during', { last: '30 days' }, { last: '30 days' }],
  [date(), 'empty', false, false],
  [colour, 'in', ['red'], ['red']],
  [choices({ red: 'Red' }), 'all', ['red', 'red'], ['red', 'red']],
  [ref('contact'), 'not_in', [a], [a]],
  [
    refs('contact'),
    'in',
    [a, { id: a }],
    [
      { id: a, role: null },
      { id: a, role: null },
    ],
  ],
])('%j %s %j is taken as %j', (field, operator, input, operand) => {
  expect(operandOf(field, operator, input, locale)).toEqual(operand)
})

test.each<[Field, Operator, unknown, string]>([
  [text(), 'gt', 'a', 'operator-not-possible'],
  [flag(), 'empty', true, 'operator-not-possible'],
  [text(), 'is', null, 'required'],
  [text(), 'is', undefined, 'required'],
  [text(), 'is', ['a'], 'not-text'],
  [text(), 'in', 'a', 'not-a-list'],
  [text(), 'in', [null], 'not-text'],
  [text(), 'in', Array.from({ length: 1001 }, () => 'a'), 'too-many'],
  [text(), 'contains', '', 'too-short'],
  [text(), 'contains', '  ', 'too-short'],
  [text(), 'contains', 'a'.repeat(201), 'too-long'],
  [text(), 'contains', 'a\0', 'nul-character'],
  [text(), 'starts', 5, 'not-text'],
  [phone(), 'contains', 'abc', 'too-short'],
  [date(), 'empty', 'yes', 'not-yes-or-no'],
  [date(), 'gt', 'today', 'not-a-date'],
  [date(), 'during', 'someday', 'not-a-period'],
  [number(), 'gt', '5', 'not-a-number'],
  [colour, 'is', 'constructor', 'not-a-choice'],
  [choices({ red: 'Red' }), 'in', ['blue'], 'not-a-choice'],
])('%j %s %j is refused: %s', (field, operator, input, code) => {
  expect(() => operandOf(field, operator, input, locale)).toThrow(code)
})

test('a thousand values fit, of links too', () => {
  const thousand = Array.from({ length: 1000 }, () => a)
  expect(operandOf(refs('contact'), 'in', thousand, locale)).toHaveLength(1000)
})
