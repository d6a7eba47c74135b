import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { parts } from '#modules/parts.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import { defineJob } from '../actions/behaviours.ts'
import { jobEndpoints } from '../jobs/endpoints.ts'
import { type JobQueue, openQueue } from '../jobs/queue.ts'
import type { Kernel } from '../kernel.ts'
import { outboxEndpoints } from './endpoints.ts'

let kernel: Kernel
let served: TestServer
let queue: JobQueue
let isAway = true
const sent: unknown[] = []
const letter = defineJob('test.letter', { retries: 0, mails: true }, async (_, { email }) => {
  if (isAway) throw new Error('mail.unreachable')
  sent.push(email)
})
const other = defineJob('test.other', { retries: 0 }, async () => {
  throw new Error('no mail at all')
})

beforeAll(async () => {
  kernel = await testKernel({ ...parts, behaviours: [...parts.behaviours, letter, other] })
  queue = await openQueue(kernel.database, [letter, other], { pace: { look: 0.1 } })
  served = await testServer(kernel, [...outboxEndpoints(queue), ...jobEndpoints(queue)])
})
afterAll(() => served.close())

test('mail that did not go is told with its recipient, sent again, and that is in the audit', async () => {
  const maya = await served.person('Maya', [ownerRole])
  const caller = served.as(maya)
  await queue.send(kernel.database.db, 'test.letter', [{ email: 'ada@engine.example' }])
  await queue.send(kernel.database.db, 'test.other', [{}])
  await queue.start(kernel)
  onTestFinished(() => queue.stop(0))
  const failed = async () => (await caller.get('/api/outbox/failed')).body.rows
  await expect.poll(async () => (await queue.failures()).length, { timeout: 10_000 }).toBe(2)
  const [mail, ...more] = await failed()
  expect([mail, more]).toMatchObject([
    { job: 'test.letter', state: 'failed', error: 'mail.unreachable', recipient: 'ada@engine.example' },
    [],
  ])

  const nobody = served.as(await served.person('Bo', [{ ...ownerRole, everything: false }]))
  expect((await nobody.get('/api/outbox/failed')).status).toBe(403)
  expect((await nobody.post(`/api/jobs/failures/${mail.id}/retry`)).status).toBe(403)
  isAway = false
  expect((await caller.post(`/api/jobs/failures/${mail.id}/retry`)).status).toBe(204)
  await expect.poll(() => sent, { timeout: 10_000 }).toEqual(['ada@engine.example'])
  expect(await failed()).toEqual([])
  expect((await caller.post(`/api/jobs/failures/${mail.id}/retry`)).status).toBe(404)
  const { rows } =
    await sql`select object, record_id, events, actor_id, after from changes where object = 'job'`.execute(
      kernel.database.db,
    )
  expect(rows).toEqual([
    { object: 'job', record_id: mail.id, events: ['tried_again'], actor_id: maya.id, after: { job: 'test.letter' } },
  ])
})
