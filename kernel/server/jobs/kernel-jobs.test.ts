import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testEngine } from '../../../tests/database.ts'
import { testKernel } from '../../../tests/kernel.ts'
import type { Kernel } from '../kernel.ts'
import { kernelJobs } from './kernel-jobs.ts'
import { openQueue } from './queue.ts'
import { planOf } from './queue-plan.ts'

let kernel: Kernel
let now = new Date()

beforeAll(async () => {
  const base = await testKernel()
  kernel = Object.create(base, { clock: { value: () => now } })
  await openQueue(kernel.database, kernelJobs)
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

async function run(name: string) {
  const job = kernelJobs.find(known => known.name === name)
  if (!job) throw new Error(`No job ${name}`)
  await planOf(job).run(kernel, {
    id: kernel.newId(),
    data: {},
    attempt: 0,
    signal: new AbortController().signal,
    finish: async () => {},
  })
}
const countOf = async (table: string) =>
  (await sql<{ count: number }>`select count(*) from ${sql.raw(table)}`.execute(kernel.database.db)).rows[0]?.count

test('keys of requests are forgotten after a day, however many', async () => {
  await sql`insert into idempotency_keys (actor_id, route, key, body_hash, created_at)
    select gen_random_uuid(), 'r', 'k' || n, 'h', now() - interval '25 hours' from generate_series(1, 12000) n`.execute(
    kernel.database.db,
  )
  await sql`insert into idempotency_keys (actor_id, route, key, body_hash, created_at)
    values (gen_random_uuid(), 'r', 'young', 'h', now() - interval '23 hours')`.execute(kernel.database.db)
  await run('kernel.forget-idempotency-keys')
  expect(await countOf('idempotency_keys')).toBe(1)
})

test('finished jobs are forgotten after an hour, failed ones are not', async () => {
  const add = (state: string, age: string) =>
    sql`insert into pgboss.job_common (name, state, completed_on)
    values ('kernel.sweep-files', ${state}::pgboss.job_state, now() - ${age}::interval)`.execute(kernel.database.db)
  await add('completed', '2 hours')
  await add('completed', '10 minutes')
  await add('failed', '2 hours')
  await run('kernel.forget-finished-jobs')
  const { rows } = await sql<{
    state: string
  }>`select state::text from pgboss.job_common where name = 'kernel.sweep-files' order by 1`.execute(kernel.database.db)
  expect(rows.map(({ state }) => state)).toEqual(['completed', 'failed'])
})

test('months are made ahead, also when changes of that month are there already', async () => {
  const { db } = kernel.database
  const later = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 5, 10))
  const write = (at: Date) =>
    sql`insert into changes (epoch, at, object, record_id, version, events, source, batch, digest)
    values (1, ${at.toISOString()}, 'thing', gen_random_uuid(), 1, '{created}', 'job', gen_random_uuid(), '\\x00')`.execute(
      db,
    )
  await write(later)
  await write(new Date(later.getTime() + 86_400_000))
  await write(new Date(Date.UTC(2090, 0, 1)))
  expect(await countOf('changes_rest')).toBe(3)
  now = later
  await run('kernel.make-partitions')
  await run('kernel.make-partitions')
  expect(await countOf('changes_rest')).toBe(1)
  expect(await countOf(`changes_${later.toISOString().slice(0, 7).replace('-', '_')}`)).toBe(2)
  expect(await countOf('changes')).toBe(3)
  await write(later)
  expect(await countOf('changes_rest')).toBe(1)
  const { rows } = await sql<{ indexes: number }>`select count(*) as indexes from pg_indexes
    where tablename like 'changes_20%' group by tablename`.execute(db)
  expect(new Set(rows.map(({ indexes }) => indexes)).size).toBe(1)
})

test.runIf(testEngine === 'embedded')('the embedded database is tidied where it needs it', async () => {
  const { db } = kernel.database
  await sql`create table untidy (n int)`.execute(db)
  await sql`insert into untidy select n from generate_series(1, 3000) n`.execute(db)
  await sql`delete from untidy where n > 10`.execute(db)
  const pages = async () =>
    (await sql<{ size: number }>`select pg_relation_size('untidy') as size`.execute(db)).rows[0]?.size ?? 0
  const before = await pages()
  await run('kernel.tidy-embedded-database')
  expect(await pages()).toBeLessThan(before)
})

test('content of files that nobody names is swept when it is a day old', async () => {
  const { store } = kernel
  const { sha256 } = await store.put(Readable.from([Buffer.from('nobody names me')]), { maxBytes: 100 })
  now = new Date()
  await run('kernel.sweep-files')
  expect(await store.has(sha256)).toBe(true)
  now = new Date(Date.now() + 25 * 3_600_000)
  await run('kernel.sweep-files')
  expect(await store.has(sha256)).toBe(false)
})
