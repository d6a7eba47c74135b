import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import { tag } from '../../objects/index.ts'
import { addReader } from '../changes/read.ts'
import { seal } from '../changes/seal.ts'
import type { Kernel } from '../kernel.ts'
import { healthEndpoints } from './health.ts'

let kernel: Kernel
let server: TestServer
const stat = { delayed: 0, retrying: 0 }
const stats = [
  { ...stat, job: 'mail.send', waiting: 2, running: 1, failed: 1, oldest: 4 },
  { ...stat, job: 'file.sweep', waiting: 1, running: 0, failed: 0, oldest: 9 },
]

beforeAll(async () => {
  kernel = await testKernel()
  const readers = [{ name: 'reactions' }, { name: 'notices' }]
  const running = { queue: { stats: async () => stats }, readers, dataDir: tmpdir(), sendsMail: false }
  server = await testServer(kernel, healthEndpoints(running))
})
afterAll(() => server.close())

test('tells what runs, on what, and what waits', async () => {
  const owner = server.as(await server.person('Ada', [ownerRole]))
  const { status, body } = await owner.get('/api/health')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    node: process.versions.node,
    mail: 'kept',
    database: { kind: kernel.database.kind, version: expect.stringMatching(/^\d+/), size_bytes: expect.any(Number) },
    jobs: { waiting: 3, running: 1, failed: 1, oldest_seconds: 9 },
    readers: expect.any(Array),
  })
  expect(body.disk.free_bytes).toBeGreaterThan(0)
  expect(body.disk.total_bytes).toBeGreaterThanOrEqual(body.disk.free_bytes)
})

test('a reader of an earlier version is behind for ever, and nobody is told of it', async () => {
  const { db } = kernel.database
  const now = kernel.clock().toISOString()
  await asSystem(kernel, ctx => ctx.create(tag, [{ name: 'unread' }]))
  await seal(db, now)
  for (const name of ['notices', 'long gone']) await addReader(db, name, 'beginning', now)
  const owner = server.as(await server.person('Cleo', [ownerRole]))
  const { body } = await owner.get('/api/health')
  expect(body.readers).toEqual([{ name: 'notices', behind_seconds: expect.any(Number) }])
  expect(body.readers[0].behind_seconds).toBeGreaterThan(0)
})

test('is for those who may do everything', async () => {
  const seller = {
    id: 'r',
    name: 'Seller',
    everything: false,
    masks: {},
    grants: { '*': { '*': 'everybody' } },
  } as const
  const { status } = await server.as(await server.person('Bo', [seller])).get('/api/health')
  expect(status).toBe(403)
})
