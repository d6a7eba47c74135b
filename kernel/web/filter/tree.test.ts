import { expect, test } from 'vitest'
import type { Field } from '../../schema/field.ts'
import { addTerm, depthOf, removeTerm, replaceTerm, termOf } from './edits.ts'
import { type Condition, type Fields, type Group, readFilter, type Term, writeFilter } from './tree.ts'

const types: Readonly<Record<string, Field>> = {
  status: { type: 'choice', options: { open: 'Open', won: 'Won' } },
  title: { type: 'text' },
  value: { type: 'money' },
  owner_id: { type: 'ref', to: 'user' },
  'company.industry': { type: 'text' },
}
const fields: Fields = () => path => types[path]
const read = (where: unknown) => readFilter(where, fields)
const again = (where: unknown) => writeFilter(read(where))

const written: readonly (readonly [where: unknown, written?: unknown])[] = [
  [{ status: 'open' }, { status: { in: ['open'] } }],
  [{ title: 'Fleet', status: { in: ['open', 'won'] } }],
  [{ value: { gte: 1000, lt: '20000' } }, { all: [{ value: { gte: 1000 } }, { value: { lt: '20000' } }] }],
  [{ value: { amount: '10', currency: 'EUR' } }],
  [{ any: [{ owner_id: { in: ['@me'] } }, { not: { title: { empty: true } } }] }],
  [{ title: null }, { title: { empty: true } }],
  [{ title: { not: null } }, { title: { empty: false } }],
  [{ not: { any: [{ title: 'a' }, { title: 'b' }] } }],
  [{ title: { contains: 'x' }, any: [{ 'company.industry': 'print' }, { status: { not_in: ['won'] } }] }],
  [{ all: [{ all: [{ title: 'a' }] }, { value: { gt: 1 } }] }, { title: 'a', value: { gt: 1 } }],
  [{ count: { of: 'task', by: 'about', where: { title: 'x' }, within: { last: '30 days' }, at: 'due_on', gte: 2 } }],
  [{ not: { count: { of: 'task', is: 0 } } }],
]
test.each(written)('%j is read and written', (where, written = where) => {
  expect(again(where)).toEqual(written)
  expect(again(written)).toEqual(written)
})

test.each([undefined, null, {}, [], 'status', { all: 'x' }, { count: 1 }, { any: [] }])(
  '%j asks nothing and breaks nothing',
  where => {
    expect(again(where)).toBeUndefined()
  },
)

test('two conditions of one field do not overwrite each other', () => {
  expect(again({ all: [{ title: 'a' }, { title: { contains: 'b' } }, { status: { in: ['won'] } }] })).toEqual({
    all: [{ title: 'a' }, { title: { contains: 'b' } }, { status: { in: ['won'] } }],
  })
})

test('what is not finished is not asked, and stays in the tree', () => {
  const root = read({ title: 'a' })
  const field = { ...types.value, name: 'value', label: 'Value' } as never
  const added = addTerm(
    root,
    root.key,
    termOf({ kind: 'field', key: 'value', path: 'value', field, label: 'Value', group: '' }),
  )
  expect(added.terms).toHaveLength(2)
  expect(writeFilter(added)).toEqual({ title: 'a' })
})

test('a term is changed and removed wherever it stands', () => {
  const root = read({ title: 'a', any: [{ status: 'open' }, { count: { of: 'task', where: { title: 'x' }, gte: 1 } }] })
  const find = (terms: readonly Term[], path: string): Condition | undefined =>
    terms
      .map(term => (term.kind === 'condition' ? term : find(term.kind === 'count' ? [term.where] : term.terms, path)))
      .find(found => found?.path === path)
  const inner = find((root.terms[1] as Group).terms.slice(1), 'title') as Condition
  const changed = replaceTerm(root, { ...inner, operand: 'y' })
  expect(writeFilter(changed)).toEqual({
    title: 'a',
    any: [{ status: { in: ['open'] } }, { count: { of: 'task', where: { title: 'y' }, gte: 1 } }],
  })
  expect(writeFilter(removeTerm(changed, inner.key))).toEqual({
    title: 'a',
    any: [{ status: { in: ['open'] } }, { count: { of: 'task', gte: 1 } }],
  })
  expect([depthOf(root), depthOf(read({}))]).toEqual([4, 1])
})
