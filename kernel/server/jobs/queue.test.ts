import { type CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { testEngine } from '../../../tests/database.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { defineJob, type Job, type JobCtx, type JobOptions } from '../actions/behaviours.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import { timeZone } from '../settings/company.ts'
import { writeSetting } from '../settings/settings.ts'
import { type JobQueue, openQueue } from './queue.ts'
import type { Pace } from './queue-plan.ts'

type Data = Readonly<Record<string, unknown>>
type Run = (ctx: JobCtx, data: Data) => Promise<void>

let kernel: Kernel
let count = 0

beforeAll(async () => {
  kernel = await testKernel()
  await sql`create table done (job text, what text, at timestamptz default clock_timestamp())`.execute(
    kernel.database.db,
  )
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

/** Too seldom for a test: what is not told is not found. */
const seldom: Partial<Pace> = { look: 60, cron: 1 }

/** A queue with one job of its own, working; `ran` gathers what it was given. */
async function working(options: JobOptions, run: Run = async () => {}, pace = seldom) {
  const ran: Data[] = []
  const errors: unknown[] = []
  const name = `test.job-${++count}`
  const hearers = new Set<() => void>()
  const tell = () => {
    for (const hear of hearers) hear()
  }
  const job: Job = defineJob(name, options, async (ctx, data) => {
    ran.push(data)
    try {
      await run(ctx, data)
    } finally {
      setImmediate(tell)
    }
  })
  const report = (error: unknown) => {
    errors.push(error)
    tell()
  }
  const queue = await openQueue(kernel.database, [job], { pace, report })
  onTestFinished(() => queue.stop(0))
  const until = async (met: () => boolean) => {
    while (!met()) await new Promise<void>(resolve => void hearers.add(resolve))
  }
  const send = (what: unknown, more: { key?: string; after?: string } = {}) =>
    queue.send(kernel.database.db, name, [{ what }], more)
  const whats = () => ran.map(({ what }) => what)
  return { name, job, queue, ran, whats, errors, until, send, start: () => queue.start(kernel) }
}

const stateOf = async (queue: JobQueue, name: string) => (await queue.stats()).find(({ job }) => job === name)

/** Until the queue has settled what its handler answered. */
async function untilState(
  queue: JobQueue,
  name: string,
  want: Partial<NonNullable<Awaited<ReturnType<typeof stateOf>>>>,
) {
  for (;;) {
    const state = await stateOf(queue, name)
    if (state && Object.entries(want).every(([key, value]) => state[key as keyof typeof state] === value)) return state
    await new Promise(next => setTimeout(next, 20))
  }
}

test('a job is run with what it was sent, as the system', async () => {
  const { start, send, until, ran } = await working({}, async ctx => {
    expect(ctx).toMatchObject({ actor: { kind: 'system' }, source: 'job' })
    await ctx.transaction(async inner => {
      expect(inner.batch).toBe(ctx.batch)
      await sql`select 1 from settings`.execute(inner.db)
    })
  })
  await start()
  await send('a')
  await until(() => ran.length === 1)
  expect(ran).toEqual([{ what: 'a' }])
})

test('what is sent in a transaction is there when it is committed, and only then', async () => {
  const { start, until, queue, name, whats } = await working({})
  await start()
  const undone = transact(kernel.database.db, async tx => {
    await queue.send(tx, name, [{ what: 'undone' }])
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await transact(kernel.database.db, tx => queue.send(tx, name, [{ what: 'kept' }]))
  await until(() => whats().length > 0)
  expect(whats()).toEqual(['kept'])
})

test('sending is one statement', async () => {
  const { queue, name } = await working({})
  const statements: string[] = []
  await transact(kernel.database.db, async tx => {
    const watched = new Proxy(tx, {
      get(target, key) {
        if (key === 'executeQuery')
          return (query: CompiledQuery) => {
            statements.push(query.sql)
            return target.executeQuery(query)
          }
        return Reflect.get(target, key)
      },
    })
    await queue.send(watched, name, [{ what: 1 }, { what: 2 }])
  })
  expect(statements).toHaveLength(1)
  expect(await stateOf(queue, name)).toMatchObject({ waiting: 2 })
})

test('many short jobs are taken in batches, and one that fails does not fail the others', async () => {
  const { start, queue, name, until, ran } = await working({ batch: 20, retries: 0 }, async (_, { what }) => {
    if (what === 7) throw new Error('seven')
  })
  await queue.send(
    kernel.database.db,
    name,
    Array.from({ length: 50 }, (_, what) => ({ what })),
  )
  await start()
  await until(() => ran.length === 50)
  await untilState(queue, name, { failed: 1, waiting: 0, running: 0 })
  expect(await queue.failures()).toMatchObject([{ job: name, data: { what: 7 }, error: 'seven' }])
  await queue.discardFailure((await queue.failures())[0]?.id ?? '')
})

test('a job that fails is tried again, and at last is there to be seen, tried again or discarded', async () => {
  let broken = true
  const { start, send, queue, name, until, ran, errors } = await working({ retries: 1, retryDelay: 0 }, async () => {
    if (broken) throw new Error('broken')
  })
  await start()
  await send('a')
  await untilState(queue, name, { failed: 1 })
  expect(ran).toHaveLength(2)
  expect(errors).toHaveLength(2)
  const [failure] = await queue.failures()
  expect(failure).toMatchObject({ job: name, state: 'failed', attempts: 2, error: 'broken', data: { what: 'a' } })
  broken = false
  expect(await queue.retryFailure(failure?.id ?? '')).toBe(name)
  await until(() => ran.length === 3)
  await untilState(queue, name, { failed: 0, running: 0 })
  expect(await queue.failures()).toEqual([])
  expect(await queue.retryFailure(failure?.id ?? '')).toBeUndefined()
  expect(await queue.discardFailure(failure?.id ?? '')).toBeUndefined()
})

test.runIf(testEngine === 'postgres')('of several servers, one goes on with what a killed one left', async () => {
  const { job, name, queue, send, ran, until } = await working({ concurrency: 4 })
  await send('left')
  await send('held')
  await sql`update pgboss.job_common set state = 'active', started_on = now(),
    heartbeat_on = now() - case when data->>'what' = 'left' then interval '1 hour' else interval '0' end
    where name = ${name}`.execute(kernel.database.db)
  for (let at = 0; at < 3; at++) {
    const server = await openQueue(kernel.database, [job], { pace: { look: 0.1 } })
    onTestFinished(() => server.stop(0))
    await server.start(kernel)
  }
  await until(() => ran.length > 0)
  await untilState(queue, name, { running: 1, retrying: 0, waiting: 0 })
  expect(ran).toEqual([{ what: 'left' }])
})

test('a delayed job starts when it is due', async () => {
  const { start, send, until, whats, queue, name } = await working({})
  await start()
  await send('tomorrow', { after: new Date(Date.now() + 86_400_000).toISOString() })
  await send('soon', { after: new Date(Date.now() + 700).toISOString() })
  expect(await stateOf(queue, name)).toMatchObject({ delayed: 2, waiting: 0 })
  await until(() => whats().length === 1)
  expect(whats()).toEqual(['soon'])
  expect(await stateOf(queue, name)).toMatchObject({ delayed: 1 })
})

test('jobs of a key run one after the other in the order in which they were sent, beside those of others', async () => {
  const running = new Map<unknown, number>()
  const { start, send, until, ran, queue, name } = await working(
    { ordered: true, concurrency: 4 },
    async (ctx, { what }) => {
      const [key] = String(what)
      expect(running.get(key) ?? 0).toBe(0)
      running.set(key, 1)
      await ctx.transaction(({ db }) => sql`select pg_sleep(0.005)`.execute(db))
      running.set(key, 0)
    },
  )
  for (let at = 0; at < 5; at++) for (const key of ['a', 'b']) await send(`${key}${at}`, { key })
  await queue.send(kernel.database.db, name, [{ what: 'c0' }, { what: 'c1' }, { what: 'c2' }], { key: 'c' })
  await start()
  await until(() => ran.length === 13)
  for (const key of ['a', 'b', 'c']) {
    const own = ran.map(({ what }) => String(what)).filter(what => what.startsWith(key))
    expect(own).toEqual(own.toSorted())
  }
})

test.runIf(testEngine === 'postgres')(
  'the order is that of sending, not that in which the transactions began',
  async () => {
    const { start, until, whats, queue, name } = await working({ ordered: true })
    const begun = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const early = transact(kernel.database.db, async tx => {
      await sql`select now()`.execute(tx)
      begun.resolve()
      await goOn.promise
      await queue.send(tx, name, [{ what: 'second' }], { key: 'a' })
    })
    await begun.promise
    await queue.send(kernel.database.db, name, [{ what: 'first' }], { key: 'a' })
    goOn.resolve()
    await early
    await start()
    await until(() => whats().length === 2)
    expect(whats()).toEqual(['first', 'second'])
  },
)

test('a failed job of a key lets nothing overtake it: what follows waits until somebody decides', async () => {
  let broken = true
  const { start, send, until, whats, queue, name } = await working(
    { ordered: true, retries: 1, retryDelay: 0, concurrency: 2 },
    async (_, { what }) => {
      if (what === 'a1' && broken) throw new Error('broken')
    },
  )
  await send('a1', { key: 'a' })
  await send('a2', { key: 'a' })
  await send('b1', { key: 'b' })
  await start()
  await untilState(queue, name, { failed: 1, waiting: 1, running: 0 })
  expect(whats().toSorted()).toEqual(['a1', 'a1', 'b1'])
  broken = false
  const [failure] = await queue.failures()
  expect(failure).toMatchObject({ key: 'a' })
  await queue.retryFailure(failure?.id ?? '')
  await until(() => whats().includes('a2'))
  expect(whats().slice(-2)).toEqual(['a1', 'a2'])
})

test('a failed job of a key that is discarded frees what follows', async () => {
  const { start, send, until, whats, queue, name } = await working(
    { ordered: true, retries: 0 },
    async (_, { what }) => {
      if (what === 'a1') throw new Error('broken')
    },
  )
  await send('a1', { key: 'a' })
  await send('a2', { key: 'a' })
  await start()
  await untilState(queue, name, { failed: 1, waiting: 1 })
  await queue.discardFailure((await queue.failures())[0]?.id ?? '')
  await until(() => whats().includes('a2'))
  expect(whats()).toEqual(['a1', 'a2'])
})

test('a key is for ordered jobs, and for them it is needed; a job must be known', async () => {
  const plain = await working({})
  await expect(plain.send('a', { key: 'a' })).rejects.toThrow('not ordered')
  const ordered = await working({ ordered: true })
  await expect(ordered.send('a')).rejects.toThrow('is ordered')
  await expect(plain.queue.send(kernel.database.db, 'nobody.knows', [{}])).rejects.toThrow('No job is called')
})

test('what is written by the last transaction is written once, though the job runs twice', async () => {
  const held = Promise.withResolvers<void>()
  const { start, send, until, ran, queue, name, errors } = await working(
    { retries: 3, retryDelay: 0, concurrency: 2 },
    async (ctx, { what }) => {
      // Somebody else takes the job over in the middle of the first attempt.
      const first = ran.length === 1
      if (first) {
        await sql`update pgboss.job_common set state = 'retry', start_after = now() where name = ${name} and state = 'active'`.execute(
          kernel.database.db,
        )
        held.resolve()
        await until(() => ran.length === 2)
      }
      await ctx.finish(({ db }) => sql`insert into done (job, what) values (${name}, ${what})`.execute(db))
    },
    { look: 0.2 },
  )
  await start()
  await send('once')
  await held.promise
  await until(() => errors.length === 1)
  await untilState(queue, name, { running: 0, retrying: 0, waiting: 0, failed: 0 })
  const { rows } = await sql`select what from done where job = ${name}`.execute(kernel.database.db)
  expect(rows).toEqual([{ what: 'once' }])
  expect(String(errors[0])).toContain('taken the job over')
})

test('stopping waits for what runs', async () => {
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const { start, send, queue, name } = await working({}, async () => {
    begun.resolve()
    await end.promise
  })
  await start()
  await send('a')
  await send('b')
  await begun.promise
  const stopping = queue.stop()
  end.resolve()
  await stopping
  expect(await stateOf(queue, name)).toMatchObject({ running: 0, waiting: 1, failed: 0 })
})

test('what does not end in time hears of it and is given back, without an attempt lost', async () => {
  const begun = Promise.withResolvers<void>()
  const { start, send, queue, name, errors } = await working({ retries: 0 }, async ({ signal }) => {
    begun.resolve()
    await new Promise(resolve => signal.addEventListener('abort', resolve))
    signal.throwIfAborted()
  })
  await start()
  await send('a')
  await begun.promise
  await queue.stop(10)
  expect(await stateOf(queue, name)).toMatchObject({ running: 0, waiting: 1, failed: 0 })
  expect(errors).toEqual([])
})

test('a job of the calendar runs when it is due, in the zone of the company or its own', async () => {
  const { queue, start, until, ran, name } = await working({ cron: '* * * * *' }, undefined, { look: 0.5, cron: 1 })
  const fixed = await working({ cron: '0 5 * * *', zone: 'Asia/Tokyo' })
  await start()
  await fixed.start()
  const zones = async () => {
    const { rows } = await sql<{ name: string; timezone: string }>`select name, timezone from pgboss.schedule`.execute(
      kernel.database.db,
    )
    return Object.fromEntries(rows.map(row => [row.name, row.timezone]))
  }
  expect(await zones()).toMatchObject({ [name]: 'UTC', [fixed.name]: 'Asia/Tokyo' })
  await until(() => ran.length === 1)
  await transact(kernel.database.db, db =>
    writeSetting(
      { db, actor: { id: null, locale: kernel.locale }, now: new Date().toISOString() },
      timeZone,
      'Europe/Paris',
    ),
  )
  while ((await zones())[name] !== 'Europe/Paris') await new Promise(next => setTimeout(next, 20))
  expect(await zones()).toMatchObject({ [fixed.name]: 'Asia/Tokyo' })
  await queue.stop()
})

test('a job whose declaration changes keeps what was waiting', async () => {
  const { name, queue } = await working({})
  await queue.send(kernel.database.db, name, [{ what: 'old' }])
  const ran: unknown[] = []
  const both = Promise.withResolvers<void>()
  const ordered = defineJob(name, { ordered: true }, async (_, { what }) => {
    if (ran.push(what) === 2) both.resolve()
  })
  const later = await openQueue(kernel.database, [ordered], { pace: seldom })
  onTestFinished(() => later.stop(0))
  await later.send(kernel.database.db, name, [{ what: 'new' }], { key: 'a' })
  await later.start(kernel)
  await both.promise
  expect(ran.toSorted()).toEqual(['new', 'old'])
})

describe.runIf(testEngine === 'postgres')('on several servers', () => {
  test('what one sends the other hears of at once', async () => {
    const { job, start, until, ran, name } = await working({})
    await start()
    const sender = await openQueue(kernel.database, [job])
    const sent = performance.now()
    await sender.send(kernel.database.db, name, [{ what: 'a' }])
    await until(() => ran.length === 1)
    expect(performance.now() - sent).toBeLessThan(400)
    await sender.stop()
  })
})
