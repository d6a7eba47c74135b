import { afterAll, beforeAll, expect, it } from 'vitest'
import { parts } from '#modules/parts.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import { sealedAfter } from '../changes/read.ts'
import { startReaders } from '../changes/readers.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import { collectWords } from '../words/words.ts'
import { assignmentReader } from './assignments.ts'
import { noticeEndpoints } from './endpoints.ts'

let kernel: Kernel
let test: TestServer
let boss: Person
let bert: Person
let clerk: Person
beforeAll(async () => {
  kernel = await testKernel()
  test = await testServer(kernel, noticeEndpoints(collectWords(parts.words)))
  boss = await test.person('Boss', [ownerRole])
  bert = await test.person('Bert', [ownerRole])
  clerk = await test.person('Clerk', [{ id: 'none', name: 'None', everything: false, grants: {}, masks: {} }])
})
afterAll(() => test.close())

/** Everything that was written until now, read by the reader; as it is read once, in one go. */
async function read() {
  const readers = await startReaders(kernel, [])
  readers.wake()
  const reader = assignmentReader(kernel)
  await expect.poll(() => unsealed()).toBe(0)
  await readers.stop()
  const changes = await sealedAfter(kernel.database.db, place)
  const last = changes.at(-1)
  if (last) place = last
  await transact(kernel.database.db, tx => reader.read(tx, changes))
}
let place = { epoch: 0, pos: 0 }
let written = 0
const unsealed = async () =>
  written - (await sealedAfter(kernel.database.db, { epoch: 0, pos: 0 })).filter(isContact).length
const isContact = ({ object }: { readonly object: string }) => object === 'contact'

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
  written += 3
  await read()
  expect(await told(bert)).toMatchObject({ unread: 1, rows: [{ message: 'Boss made this yours.', title: 'Given' }] })
  expect(await told(boss)).toMatchObject({ unread: 0, rows: [] })
  expect(await told(clerk)).toMatchObject({ unread: 1, rows: [{ title: null }] })
})

it('many at once are one sentence; read is read', async () => {
  const rows = [1, 2, 3].map(at => ({ last_name: `Many ${at}`, owner_id: bert.id }))
  await test.as(boss).post('/api/contacts', rows)
  written += 3
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
