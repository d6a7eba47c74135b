import { afterAll, beforeAll, expect, it } from 'vitest'
import { parts } from '#modules/parts.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import { sealedAfter } from '../changes/read.ts'
import { seal } from '../changes/seal.ts'
import { transact } from '../database/transact.ts'
import { followEndpoints } from '../follow/endpoints.ts'
import type { Kernel } from '../kernel.ts'
import { collectWords } from '../words/words.ts'
import { noticeEndpoints } from './endpoints.ts'
import { noticeReader } from './notice-reader.ts'

let kernel: Kernel
let test: TestServer
let boss: Person
let bert: Person
let clerk: Person
let watcher: Person
beforeAll(async () => {
  kernel = await testKernel()
  test = await testServer(kernel, [...noticeEndpoints(collectWords(parts.words)), ...followEndpoints])
  boss = await test.person('Boss', [ownerRole])
  bert = await test.person('Bert', [ownerRole])
  watcher = await test.person('Wanda', [ownerRole])
  // Whom the reader tells is asked of the database.
  const everything = await make(boss, 'roles', { name: 'Owner of all', everything: true })
  for (const { id } of [boss, watcher]) await test.as(boss).patch(`/api/users/${id}`, { roles: [{ id: everything }] })
  clerk = await test.person('Clerk', [{ id: 'none', name: 'None', everything: false, grants: {}, masks: {} }])
})
afterAll(() => test.close())

/** Everything that was written until now, read by the reader; as it is read once, in one go. */
async function read() {
  const { db } = kernel.database
  const reader = noticeReader(kernel)
  while ((await seal(db, kernel.clock().toISOString())) !== 'nothing');
  const changes = await sealedAfter(db, place)
  place = changes.at(-1) ?? place
  await transact(db, tx => reader.read(tx, changes))
}
let place = { epoch: 0, pos: 0 }

const told = async (person: Person) =>
  (await test.as(person).get('/api/notifications')).body as {
    rows: { message: string; title: string | null; object: string; record_id: string | null }[]
    unread: number
  }

it('whoever is given a record by somebody else is told so, by name, and whoever may not see it has no title', async () => {
  for (const [name, owner] of [
    ['Given', bert],
    ['Kept', boss],
    ['Unseen', clerk],
  ] as const)
    await test.as(boss).post('/api/contacts', { last_name: name, owner_id: owner.id })
  await read()
  expect(await told(bert)).toMatchObject({
    unread: 1,
    rows: [{ message: 'Boss made this yours.', title: 'Given', params: { by: boss.id } }],
  })
  expect(await told(boss)).toMatchObject({ unread: 0, rows: [] })
  expect(await told(clerk)).toMatchObject({ unread: 1, rows: [{ title: null }] })
})

it('many at once are one sentence; read is read', async () => {
  const rows = [1, 2, 3].map(at => ({ last_name: `Many ${at}`, owner_id: bert.id }))
  await test.as(boss).post('/api/contacts', rows)
  await read()
  const { rows: found, unread } = await told(bert)
  expect(unread).toBe(2)
  expect(found[0]).toMatchObject({
    message: 'Boss made 3 records yours.',
    object: 'contact',
    record_id: null,
    title: null,
  })
  await test.as(bert).post('/api/notifications/read', {})
  expect((await told(bert)).unread).toBe(0)
  expect((await told(clerk)).unread).toBe(1)
})

const following = async (person: Person, id: string) =>
  (await test.as(person).get(`/api/contacts/${id}/following`)).body as { rows: { title: string }[]; following: boolean }
const messages = async (person: Person) => {
  const { rows } = await told(person)
  await test.as(person).post('/api/notifications/read', {})
  return rows.filter(row => (row as { read_at?: unknown }).read_at === null).map(({ message }) => message)
}
const make = async (person: Person, plural: string, body: object) =>
  (await test.as(person).post(`/api/${plural}`, body)).body.id as string
const about = (id: string) => [{ object: 'contact', id }]

it('an owner follows by themselves, whoever writes about it from then on, anybody who wants to; each can leave', async () => {
  const id = await make(boss, 'contacts', { last_name: 'Followed' })
  expect(await following(boss, id)).toMatchObject({ rows: [{ title: 'Boss' }], following: true })
  expect(await following(bert, id)).toMatchObject({ following: false })
  await make(bert, 'notes', { body: '<p>Hello</p>', about: about(id) })
  await test.as(watcher).put(`/api/contacts/${id}/following`, {})
  expect((await following(boss, id)).rows.map(({ title }) => title)).toEqual(['Boss', 'Bert', 'Wanda'])
  await test.as(boss).delete(`/api/contacts/${id}/following`)
  await test.as(bert).delete(`/api/contacts/${id}/following`)
  await make(bert, 'notes', { body: '<p>Once more</p>', about: about(id) })
  expect((await following(bert, id)).rows.map(({ title }) => title)).toEqual(['Wanda'])
  expect(await test.as(clerk).put(`/api/contacts/${id}/following`, {})).toMatchObject({ status: 404 })
})

it('followers are told what others do, in words, once for the same; nobody of their own doing', async () => {
  const id = await make(boss, 'contacts', { last_name: 'Story' })
  await test.as(watcher).put(`/api/contacts/${id}/following`, {})
  await read()
  await messages(watcher)
  await messages(boss)
  for (const position of ['One', 'Two']) await test.as(boss).patch(`/api/contacts/${id}`, { position })
  await read()
  await test.as(boss).patch(`/api/contacts/${id}`, { position: 'Three' })
  await make(boss, 'notes', { body: '<p>Hello</p>', about: about(id) })
  const task = await make(watcher, 'tasks', { title: 'Mine', about: about(id) })
  await test.as(boss).post(`/api/tasks/${task}/finish`)
  await test.as(boss).delete(`/api/contacts/${id}`)
  await read()
  expect((await messages(watcher)).sort()).toEqual([
    'Boss changed this.',
    'Boss finished this.',
    'Boss removed this.',
    'Boss wrote about this: Note.',
  ])
  expect(await messages(boss)).toEqual(['Wanda wrote about this: Task.'])
})

it('nobody is told of what they may not see any more, nor of a field that is hidden from them', async () => {
  const grants = { contact: { read: 'own' as const }, note: { read: 'own' as const } }
  const role = {
    id: 'own',
    name: 'Own',
    everything: false,
    grants,
    masks: { contact: { position: 'hidden' as const } },
  }
  const made = await make(boss, 'roles', { name: 'Narrow' })
  for (const object of ['contact', 'note'])
    await make(boss, 'role_grants', { role: made, object, verb: 'read', scope: 'own' })
  await make(boss, 'role_masks', { role: made, object: 'contact', field: 'position', level: 'hidden' })
  const narrow = await test.person('Nora', [role])
  await test.as(boss).patch(`/api/users/${narrow.id}`, { roles: [{ id: made }] })
  const id = await make(boss, 'contacts', { last_name: 'Passing', owner_id: narrow.id })
  await test.as(narrow).put(`/api/contacts/${id}/following`, {})
  await read()
  await messages(narrow)
  await test.as(boss).patch(`/api/contacts/${id}`, { position: 'Unseen' })
  await read()
  expect(await messages(narrow)).toEqual([])
  await test.as(boss).patch(`/api/contacts/${id}`, { first_name: 'Seen' })
  await read()
  expect(await messages(narrow)).toEqual(['Boss changed this.'])
  await test.as(boss).patch(`/api/contacts/${id}`, { owner_id: boss.id })
  await make(boss, 'notes', { body: '<p>Not for Nora</p>', about: about(id) })
  await read()
  expect(await messages(narrow)).toEqual([])
})

it('what is done to many together is one sentence', async () => {
  const ids = []
  for (const at of [1, 2, 3, 4, 5]) ids.push(await make(watcher, 'contacts', { last_name: `Bulk ${at}` }))
  await read()
  await test.as(boss).patch('/api/contacts', { ids, patch: { position: 'Bulk' } })
  await read()
  expect(await messages(watcher)).toEqual(['Boss did something with 5 records that you follow.'])
})
