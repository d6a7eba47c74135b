import { expect, test } from 'vitest'
import type { DescribedObject } from '../../schema/described.ts'
import { readListSearch } from './list-search.ts'
import { layoutOf, readState, writeState } from './list-state.ts'

const field = (name: string) => ({ name, label: name, type: 'text' })
const object = {
  title: ['name'],
  list: ['name', 'email', 'city'],
  fields: ['name', 'email', 'city', 'score', 'status'].map(field),
} as unknown as DescribedObject
const base = layoutOf(object)
const read = (search: Record<string, unknown>) => readState(readListSearch(search), base, object)

test('begins with what is declared, the record itself first', () => {
  expect(read({}).columns.map(({ name }) => name)).toEqual(['id', 'email', 'city'])
  expect(writeState(read({}), base)).toEqual({})
})

test('comes back from the address as it went', () => {
  const state = {
    view: 'warm',
    q: 'ada',
    where: { status: 'open' },
    sort: ['status', '-score'],
    columns: [{ name: 'id', width: 240 }, { name: 'score', width: 80, pinned: true as const }, { name: 'email' }],
    group: 'status',
  }
  const written = writeState(state, base)
  expect(written).toMatchObject({ sort: 'status,-score', columns: 'id.240,score.80.pinned,email' })
  expect(read({ ...written })).toEqual(state)
})

test('keeps only what differs from the view, and can empty what the view has', () => {
  const view = { ...base, sort: ['email'], where: { status: 'open' }, group: 'status' }
  const emptied = { ...readState({}, view, object), sort: [], where: undefined, group: undefined }
  expect(writeState(readState({}, view, object), view)).toEqual({})
  expect(readState(writeState(emptied, view), view, object)).toEqual(emptied)
})

test('leaves out fields that are not there, and makes nothing of nonsense', () => {
  expect(read({ columns: 'email,gone.100,score', sort: '-gone,email' })).toMatchObject({
    columns: [{ name: 'id' }, { name: 'email' }, { name: 'score' }],
    sort: ['email'],
  })
  expect(read({ where: 'status', columns: 7, q: 12 })).toMatchObject({ where: undefined, q: '12' })
})
