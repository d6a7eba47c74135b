import { expect, test } from 'vitest'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { boardField, boardFields, boardWhere, inColumn } from './board.ts'

const field = (name: string, more: object) => ({ name, label: name, ...more }) as DescribedField
const object = (name: string, fields: DescribedField[], board: DescribedObject['board'] = null) =>
  ({ name, fields, board }) as unknown as DescribedObject

const step = object('step', [field('name', { type: 'text' }), field('place', { type: 'number' })])
const house = object('house', [field('name', { type: 'text' })])
const order = object(
  'order',
  [
    field('house', { type: 'ref', to: 'house' }),
    field('state', { type: 'choice', options: { a: 'A' }, readonly: true }),
    field('kind', { type: 'choice', options: { b: 'B' } }),
    field('step', { type: 'ref', to: 'step' }),
  ],
  { by: 'step', where: { state: ['a', 'b'], kind: 'b' } },
)
const schema = { byName: (name: string) => [step, house, order].find(each => each.name === name) }

test('a board is by a choice, or by a ref to what stands in an order', () => {
  expect(boardFields(order, schema).map(({ name }) => name)).toEqual(['state', 'kind', 'step'])
})

test('what is asked for comes before what is declared, and that before what can be moved', () => {
  expect(boardField(order, schema, 'kind')?.name).toBe('kind')
  expect(boardField(order, schema, 'house')?.name).toBe('step')
  expect(boardField({ ...order, board: null }, schema, undefined)?.name).toBe('kind')
})

test('the declared condition holds on the declared board, and the asked one on each', () => {
  const asked = { name: 'x' }
  expect(boardWhere(order, 'step', asked)).toEqual({
    all: [{ state: { in: ['a', 'b'] } }, { kind: 'b' }, asked],
  })
  expect(boardWhere(order, 'kind', undefined)).toBe(undefined)
  expect(inColumn(undefined, 'step', null)).toEqual({ all: [{ step: null }] })
})
