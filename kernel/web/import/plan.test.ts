import { expect, test } from 'vitest'
import type { Plan } from './imports.ts'
import { changeColumn, inMode, putInto, telling, usable } from './plan.ts'

const plan: Plan = {
  mode: 'upsert',
  by: 'email',
  columns: [
    { column: 0, field: 'first_name' },
    { column: 1, field: 'email' },
    { column: 3, field: 'company', match: 'title', missing: 'error' },
  ],
  blank: 'keep',
  dates: 'day',
}

test('a field takes one column: the one that had it gives it up', () => {
  expect(putInto(plan, 2, { field: 'first_name', label: 'First name' }).columns.map(({ column }) => column)).toEqual([
    1, 2, 3,
  ])
})

test('a field that points somewhere begins with its first way to be found', () => {
  expect(putInto(plan, 0, { field: 'owner', label: 'Owner', matches: ['title', 'id'] }).columns[0]).toEqual({
    column: 0,
    field: 'owner',
    match: 'title',
    missing: 'error',
  })
})

test('without its column there is nothing to be found by', () => {
  expect(putInto(plan, 1, undefined).by).toBeNull()
  expect(putInto(plan, 0, undefined).by).toBe('email')
})

test('a mode has a key or none', () => {
  expect(inMode(plan, 'create', ['id', 'email']).by).toBeNull()
  expect(inMode({ ...plan, mode: 'create', by: null }, 'update', ['id', 'email']).by).toBe('email')
  expect(usable(plan, ['id', 'email'])).toEqual(['email'])
})

test('one column changes and the others stay', () => {
  expect(changeColumn(plan, 3, { missing: 'create' }).columns).toEqual([
    ...plan.columns.slice(0, 2),
    { column: 3, field: 'company', match: 'title', missing: 'create' },
  ])
})

test('samples are told once, and empty ones not at all', () => {
  expect(telling({ column: 0, header: 'a', samples: ['', 'b', ' b ', 'c', 'd', 'e'] })).toEqual(['b', 'c', 'd'])
})
