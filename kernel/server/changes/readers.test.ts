import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { testEngine } from '../../../tests/database.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { tag } from '../../objects/index.ts'
import { transact } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import { liveTail } from './live-tail.ts'
import type { Change } from './read.ts'
import { type ReaderOptions, startReaders, tellSealers } from './readers.ts'

let base: Kernel
let count = 0

beforeAll(async () => {
  base = await testKernel()
})
beforeEach(() => sql`truncate changes, seals, readers`.execute(base.database.db))
afterAll(async () => {
  await base.close()
  await base.database.close()
})

/** Only ever woken: what waits for a poll fails the test. */
const never: ReaderOptions = { pace: { lively: 600_000, quiet: 600_000 } }

/** One process that reads; `ids` are those of the records it read of. */
async function reading(
  options: ReaderOptions = never,
  read: (changes: readonly Change[]) => Promise<void> = async () => {},
) {
  const ids: string[] = []
  const hearers = new Set<() => void>()
  const reader = {
    name: 'test',
    async read(_: unknown, changes: readonly Change[]) {
      await read(changes)
      ids.push(...changes.map(change => change.record_id))
      setImmediate(() => {
        for (const hear of hearers) hear()
      })
    },
  }
  const readers = await startReaders(base, [reader], options)
  onTestFinished(() => readers.stop())
  const kernel: Kernel = Object.create(base, { wake: { value: readers.wake } })
  const until = async (met: () => boolean) => {
    while (!met()) await new Promise<void>(resolve => void hearers.add(resolve))
  }
  return { kernel, ids, until, readers }
}

const make = async (kernel: Kernel, number = 1) => {
  const drafts = Array.from({ length: number }, () => ({ name: `tag ${++count}` }))
  return (await asSystem(kernel, ctx => ctx.create(tag, drafts))).map(({ id }) => id)
}

test('a change is read when it is committed: nothing waits for a poll', async () => {
  const { kernel, ids, until } = await reading()
  const made: string[] = []
  for (let at = 1; at <= 20; at++) {
    made.push(...(await make(kernel)))
    await until(() => ids.length === at)
  }
  expect(ids).toEqual(made)
})

test('what was written while nobody read is read at the start, and the next one goes on after it', async () => {
  const before = await make(base, 3)
  const first = await reading()
  await first.until(() => first.ids.length === 3)
  await first.readers.stop()
  const after = await make(base, 2)
  const second = await reading()
  await second.until(() => second.ids.length === 2)
  expect(first.ids).toEqual(before)
  expect(second.ids).toEqual(after)
})

test('more than a batch is read without another wake', async () => {
  const { kernel, ids, until } = await reading()
  const made = await make(kernel, 1200)
  await until(() => ids.length === 1200)
  expect(ids).toEqual(made)
})

test('a reader that fails is reported and tries again', async () => {
  const failures: unknown[] = []
  let broken = true
  const options: ReaderOptions = { ...never, report: (error, facts) => void failures.push([String(error), facts]) }
  const { kernel, ids, until } = await reading(options, async () => {
    if (!broken) return
    broken = false
    throw new Error('broken')
  })
  const made = await make(kernel)
  await until(() => ids.length === 1)
  expect(ids).toEqual(made)
  expect(failures).toEqual([['Error: broken', { reader: 'test' }]])
})

test('a process that only writes says so, or is found by a look', async () => {
  const told = await reading()
  const first = await make(base)
  await tellSealers(base)
  await told.until(() => told.ids.length === 1)
  await told.readers.stop()
  const looking = await reading({ pace: { lively: 20, quiet: 20 } })
  const second = await make(base)
  await looking.until(() => looking.ids.length === 1)
  expect([...told.ids, ...looking.ids]).toEqual([...first, ...second])
})

test('a tail hears what is sealed from now on, in order, and nothing from before', async () => {
  const { kernel, ids, until } = await reading()
  await make(kernel, 2)
  await until(() => ids.length === 2)
  const heard: string[] = []
  const all = Promise.withResolvers<void>()
  const stop = await liveTail(kernel, changes => {
    heard.push(...changes.map(({ record_id }) => record_id))
    if (heard.length >= 700) all.resolve()
  })
  onTestFinished(stop)
  const made = [...(await make(kernel)), ...(await make(kernel, 698)), ...(await make(kernel))]
  await all.promise
  expect(heard).toEqual(made)
})

test('a tail passes over what nobody listens to, and misses nothing of what comes then', async () => {
  const { kernel, ids, until } = await reading()
  let listening = false
  const heard: string[] = []
  const all = Promise.withResolvers<void>()
  const hear = (changes: readonly { readonly record_id: string }[]) => {
    heard.push(...changes.map(({ record_id }) => record_id))
    if (heard.includes(made[2] ?? '')) all.resolve()
  }
  const stop = await liveTail(kernel, hear, undefined, () => listening)
  onTestFinished(stop)
  await make(kernel, 600)
  await until(() => ids.length === 600)
  expect(heard).toEqual([])
  listening = true
  const made = await make(kernel, 3)
  await all.promise
  expect(heard.slice(-3)).toEqual(made)
})

test('a tail that somebody fails to hear goes on', async () => {
  const { kernel } = await reading()
  const reports: unknown[] = []
  const heard = Promise.withResolvers<void>()
  let times = 0
  const stop = await liveTail(
    kernel,
    () => {
      if (++times === 1) throw new Error('deaf')
      heard.resolve()
    },
    error => void reports.push(String(error)),
  )
  onTestFinished(stop)
  await make(kernel)
  while (times === 0) await new Promise(setImmediate)
  await make(kernel)
  await heard.promise
  expect(reports).toEqual(['Error: deaf'])
})

describe.runIf(testEngine === 'postgres')('on several servers', () => {
  test('each change is read once, whichever server wrote it, and no wake is lost', async () => {
    const servers = [await reading(), await reading(), await reading()]
    const ids = () => servers.flatMap(server => server.ids)
    const made: string[] = []
    for (let at = 0; at < 30; at++) {
      const written = await Promise.all(servers.map(({ kernel }) => make(kernel)))
      made.push(...written.flat())
      while (ids().length < made.length) await new Promise(setImmediate)
    }
    expect(ids().toSorted()).toEqual(made.toSorted())
  })

  test('who finds another sealing asks again, in case that one saw too little', async () => {
    const server = await reading()
    const free = Promise.withResolvers<void>()
    const locked = Promise.withResolvers<void>()
    const sealing = transact(base.database.db, async tx => {
      await sql`select pg_advisory_xact_lock(1918988290)`.execute(tx)
      locked.resolve()
      await free.promise
    })
    await locked.promise
    const made = await make(server.kernel)
    await new Promise(next => setTimeout(next, 30))
    free.resolve()
    await sealing
    await server.until(() => server.ids.length === 1)
    expect(server.ids).toEqual(made)
  })

  test('when the server that reads is gone, another takes over', async () => {
    const pace = { lively: 20, quiet: 20 }
    const first = await reading({ pace })
    await make(first.kernel)
    await first.until(() => first.ids.length === 1)
    const second = await reading({ pace })
    await first.readers.stop()
    const [id] = await make(second.kernel)
    await second.until(() => second.ids.length === 1)
    expect(second.ids).toEqual([id])
  })
})
