import { expect, test } from 'vitest'
import type { DescribedObject } from '../../schema/described.ts'
import { isAffected } from './affected.ts'
import { type LiveChange, pauseAfter } from './stream.ts'

const object = (name: string, fields: readonly object[], steps: readonly string[] = []) =>
  ({ name, plural: `${name}s`, title: ['title'], fields, steps }) as unknown as DescribedObject
const objects = [
  object('person', [{ name: 'title' }, { name: 'firm', type: 'ref', to: 'firm' }], ['note']),
  object('firm', [{ name: 'title' }]),
  object('note', [{ name: 'about', type: 'about', to: ['person'] }]),
]
const change = (more: Partial<LiveChange> = {}): LiveChange => ({
  object: 'firm',
  id: 'f1',
  version: 2,
  events: ['updated'],
  fields: ['size'],
  actor: null,
  batch: 'b',
  ...more,
})
const is = (key: readonly unknown[], more?: Partial<LiveChange>) => isAffected(key, change(more), objects)

test('a change concerns its own record and the lists of its kind', () => {
  expect(is(['record', 'firm', 'f1'])).toBe(true)
  expect(is(['record', 'firm', 'f2'])).toBe(false)
  expect(is(['list', 'firm', {}])).toBe(true)
  expect(is(['timeline', 'firm', 'f1'])).toBe(true)
  expect(is(['search', 'abc'])).toBe(false)
})

test('a new name concerns what points there; another field does not', () => {
  expect(is(['list', 'person', {}])).toBe(false)
  expect(is(['list', 'person', {}], { fields: ['title'] })).toBe(true)
  expect(is(['record', 'person', 'p1'], { events: ['gone'], fields: [] })).toBe(true)
  expect(is(['list', 'note', {}], { fields: ['title'] })).toBe(false)
})

test('a note about somebody concerns their story', () => {
  expect(is(['timeline', 'person', 'p1'], { object: 'note', events: ['created'] })).toBe(true)
  expect(is(['timeline', 'firm', 'f1'], { object: 'note', events: ['created'] })).toBe(false)
})

test('what is planned for somebody concerns them wherever what comes next is shown', () => {
  const planned = { object: 'note', fields: ['done'] }
  expect(is(['record', 'person', 'p1'], planned)).toBe(true)
  expect(is(['list', 'person', { include: ['next_step'] }], planned)).toBe(true)
  expect(is(['list', 'person', { include: ['firm'] }], planned)).toBe(false)
  expect(is(['record', 'firm', 'f1'], planned)).toBe(false)
})

test('rights and fields concern what the page knows of everything', () => {
  expect(is(['schema'], { object: 'role_grant' })).toBe(true)
  expect(is(['schema'])).toBe(false)
})

test('waits longer after each failure, up to half a minute', () => {
  expect([0, 1, 2, 10].map(failures => pauseAfter(failures, 1))).toEqual([1000, 2000, 4000, 30_000])
  expect(pauseAfter(0, 0)).toBe(500)
})
