import { setTimeout as after } from 'node:timers/promises'
import { CompiledQuery, sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testEngine, urlOf } from '../../../tests/database.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { systemActor } from '../access/actor.ts'
import { openContext } from '../actions/open-context.ts'
import type { Database, Tx } from '../database/database.ts'
import { openDatabase } from '../database/open.ts'
import { transact } from '../database/transact.ts'
import { settled } from '../database/transaction.ts'
import type { Kernel } from '../kernel.ts'
import { addReader, type Change, readerStates, readOn, sealedAfter, sealedNow } from './read.ts'
import { recordChanges } from './record.ts'
import { seal } from './seal.ts'
import { changeFunctions } from './tables.ts'

const now = '2026-11-21T10:00:00.000Z'
let kernel: Kernel
let more: Database[] = []

beforeAll(async () => {
  kernel = await testKernel()
})
beforeEach(async () => {
  await sql`truncate changes, seals, readers`.execute(kernel.database.db)
  await addReader(kernel.database.db, 'test', 'beginning', now)
})
afterEach(async () => {
  await Promise.all(more.map(database => database.close()))
  more = []
})
afterAll(() => kernel.database.close())

/** Another server over the same database. */
async function another() {
  const opened = await openDatabase({ url: await urlOf(kernel.database), folder: '' })
  more.push(opened)
  return opened
}

const write = (tx: Tx, ...names: string[]) =>
  recordChanges(
    openContext(kernel, tx, { actor: systemActor(kernel.locale), source: 'job' }),
    'thing',
    ['updated'],
    names.map(name => ({ id: kernel.newId(), version: 1, before: null, after: { name } })),
  )

const writeNow = (...names: string[]) => transact(kernel.database.db, tx => write(tx, ...names))

/** Has written, and stays open until it is told how to end. */
async function openWriter(database: Database, ...names: string[]) {
  const written = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const ended = transact(database.db, async tx => {
    await write(tx, ...names)
    await settled(tx)
    written.resolve()
    await end.promise
  })
  ended.catch(written.reject)
  await written.promise
  return {
    async commit() {
      end.resolve()
      await ended
    },
    async rollback() {
      end.reject(new Error('rolled back'))
      await ended.catch(() => {})
    },
  }
}

const nameOf = ({ after }: Change) => String(after?.name)
async function readAll(database = kernel.database) {
  const names: string[] = []
  for (;;) {
    const reading = await readOn(
      database.db,
      'test',
      now,
      async (_, changes) => void names.push(...changes.map(nameOf)),
    )
    if (reading === 'busy' || reading.count === 0) return names
  }
}

/** Until a session of this database waits for a lock. */
async function untilWaiting(on: Database, text: string) {
  for (;;) {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like ${`%${text}%`}`.execute(on.db)
    if (rows[0]) return rows[0].pid
    await after(5)
  }
}

test('what is written is read once it is sealed, in order, once', async () => {
  await writeNow('a', 'b')
  await writeNow('c')
  expect(await readAll()).toEqual([])
  expect(await seal(kernel.database.db, now)).toBeGreaterThan(0)
  expect(await readAll()).toEqual(['a', 'b', 'c'])
  expect(await readAll()).toEqual([])
  expect(await seal(kernel.database.db, now)).toBe('nothing')
})

test('a reader that fails reads the same again, and what it wrote is gone', async () => {
  await writeNow('a')
  await seal(kernel.database.db, now)
  const failing = readOn(kernel.database.db, 'test', now, async tx => {
    await addReader(tx, 'trace', 'beginning', now)
    throw new Error('broke')
  })
  await expect(failing).rejects.toThrow('broke')
  expect((await readerStates(kernel.database.db, ['test', 'trace'], now)).map(({ name }) => name)).toEqual(['test'])
  expect(await readAll()).toEqual(['a'])
})

test('a new reader starts at the beginning or now, and goes on where it was', async () => {
  const { db } = kernel.database
  await writeNow('a')
  await seal(db, now)
  await addReader(db, 'late', 'now', now)
  await addReader(db, 'test', 'now', now)
  const behind = async () =>
    Object.fromEntries((await readerStates(db, ['late', 'test'], now)).map(({ name, behind }) => [name, behind > 0]))
  expect(await behind()).toEqual({ late: false, test: true })
  await readAll()
  expect(await behind()).toEqual({ late: false, test: false })
  const place = await sealedNow(db)
  await writeNow('b')
  await seal(db, now)
  expect(await behind()).toEqual({ late: true, test: true })
  expect((await sealedAfter(db, place)).map(nameOf)).toEqual(['b'])
})

test('each seal continues the chain of the one before', async () => {
  const { db } = kernel.database
  await writeNow('a')
  await seal(db, now)
  await writeNow('b', 'c')
  await seal(db, now)
  const { rows } = await sql<{ fits: boolean; rows: number }>`
    select s.rows, s.chain = sha256(coalesce(lag(s.chain) over (order by s.epoch), ''::bytea) || (
      select string_agg(convert_to(concat_ws('|', epoch, pos, at, object, record_id, version, array_to_string(events, ','), actor_id, source, batch), 'UTF8') || digest, ''::bytea order by epoch, pos)
      from changes where changes.epoch <= s.epoch and changes.epoch > coalesce((select max(epoch) from seals b where b.epoch < s.epoch), 0))) as fits
    from seals s order by s.epoch`.execute(db)
  expect(rows).toEqual([
    { rows: 1, fits: true },
    { rows: 2, fits: true },
  ])
})

describe.runIf(testEngine === 'postgres')('with many connections', () => {
  test('who commits later is not skipped', async () => {
    const early = await openWriter(kernel.database, 'early')
    await writeNow('late')
    const sealing = seal(kernel.database.db, now)
    await untilWaiting(kernel.database, 'change_seal')
    expect(await readAll()).toEqual([])
    await early.commit()
    await sealing
    expect(await readAll()).toEqual(['early', 'late'])
  })

  test('a writer that stays open holds up neither writers nor, once it gave up, anything', async () => {
    const long = await openWriter(kernel.database, 'long')
    await writeNow('first')
    const sealing = seal(kernel.database.db, now)
    await untilWaiting(kernel.database, 'change_seal')
    await writeNow('beside')
    await long.rollback()
    await sealing
    await seal(kernel.database.db, now)
    expect(await readAll()).toEqual(['first', 'beside'])
  })

  test('a writer that holds the closed epoch writes on in the next one', async () => {
    const written = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const writing = transact(kernel.database.db, async tx => {
      await write(tx, 'before')
      await settled(tx)
      written.resolve()
      await goOn.promise
      await write(tx, 'after')
    })
    await written.promise
    await writeNow('beside')
    const sealing = seal(kernel.database.db, now)
    await untilWaiting(kernel.database, 'change_seal')
    goOn.resolve()
    await writing
    const first = await sealing
    expect(await readAll()).toEqual(['before', 'beside'])
    expect(await seal(kernel.database.db, now)).toBeGreaterThan(Number(first))
    expect(await readAll()).toEqual(['after'])
  })

  test('a writer that is overtaken between asking for the epoch and holding it asks again', async () => {
    const second = await another()
    const gate = 4242
    const gated = changeFunctions.replace(
      '    if pg_try',
      `    perform pg_advisory_xact_lock_shared(${gate});\n    if pg_try`,
    )
    expect(gated).not.toBe(changeFunctions)
    await sql.raw(gated).execute(second.db)
    const free = Promise.withResolvers<void>()
    const holding = await holdLock(second, `select pg_advisory_xact_lock(${gate})`, free.promise)
    const overtaken = writeNow('overtaken')
    await untilWaiting(second, 'change_enter')
    await sql.raw(changeFunctions).execute(second.db)
    for (const name of ['quick', 'quicker']) {
      await transact(second.db, tx => write(tx, name))
      await seal(second.db, now)
      expect(await readAll()).toEqual([name])
    }
    free.resolve()
    await Promise.all([holding.ended, overtaken])
    await seal(second.db, now)
    expect(await readAll()).toEqual(['overtaken'])
  })

  test('what was undone to a savepoint leaves no gap for others', async () => {
    const undone = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const writing = transact(kernel.database.db, async tx => {
      await sql`savepoint here`.execute(tx)
      await write(tx, 'undone')
      await sql`rollback to savepoint here`.execute(tx)
      undone.resolve()
      await goOn.promise
      await write(tx, 'kept')
    })
    await undone.promise
    await writeNow('beside')
    expect(await seal(kernel.database.db, now)).toBeGreaterThan(0)
    goOn.resolve()
    await writing
    await seal(kernel.database.db, now)
    expect(await readAll()).toEqual(['beside', 'kept'])
  })

  test('of two servers one seals, the other hears that it is busy', async () => {
    const second = await another()
    const writer = await openWriter(kernel.database, 'a')
    await writeNow('b')
    const sealing = seal(kernel.database.db, now)
    await untilWaiting(second, 'change_seal')
    expect(await seal(second.db, now)).toBe('busy')
    await writer.commit()
    expect(await sealing).toBeGreaterThan(0)
    expect(await seal(second.db, now)).toBe('nothing')
    expect(await readAll(second)).toEqual(['a', 'b'])
  })

  test.each([
    ['while it waits for a writer', undefined],
    ['before it looks', 'lock table changes in access exclusive mode'],
    ['before it writes the seal', 'lock table seals in share mode'],
  ])('a sealer that is killed %s leaves everything to the next', async (_, lock) => {
    const second = await another()
    const writer = lock === undefined ? await openWriter(second, 'open') : undefined
    await writeNow('a', 'b')
    const free = Promise.withResolvers<void>()
    const holding = lock ? await holdLock(second, lock, free.promise) : undefined
    const sealing = seal(kernel.database.db, now)
    const killed = expect(sealing).rejects.toThrow()
    const pid = await untilWaiting(second, 'change_seal')
    await sql`select pg_terminate_backend(${pid})`.execute(second.db)
    await killed
    free.resolve()
    await holding?.ended
    await writer?.commit()
    expect(await readAll()).toEqual([])
    await writeNow('c')
    // The one that was killed may take a moment to be gone.
    while ((await seal(second.db, now)) === 'busy') await after(5)
    expect(await readAll()).toEqual(lock ? ['a', 'b', 'c'] : ['open', 'a', 'b', 'c'])
    expect(await readAll()).toEqual([])
  })

  test('a reader that dies in the middle is followed by another, at the same place', async () => {
    const second = await another()
    await writeNow('a')
    await seal(kernel.database.db, now)
    const reading = readOn(kernel.database.db, 'test', now, async tx => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await terminate(rows[0]?.pid)
      await sql`select 1`.execute(tx)
    })
    await expect(reading).rejects.toThrow()
    expect(await readAll(second)).toEqual(['a'])
  })

  test('two readers of one name never read at once', async () => {
    const second = await another()
    await writeNow('a')
    await seal(kernel.database.db, now)
    const inside = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    const reading = readOn(kernel.database.db, 'test', now, async () => {
      inside.resolve()
      await end.promise
    })
    await inside.promise
    expect(await readOn(second.db, 'test', now, async () => {})).toBe('busy')
    end.resolve()
    expect(await reading).toMatchObject({ count: 1 })
    expect(await readOn(second.db, 'test', now, async () => {})).toMatchObject({ count: 0 })
  })

  test('a long writer in a neighbouring database holds nothing back', async () => {
    const neighbour = new pg.Client({ connectionString: process.env.DATABASE_URL_TEST })
    await neighbour.connect()
    await neighbour.query('begin; select txid_current()')
    await writeNow('a')
    await seal(kernel.database.db, now)
    expect(await readAll()).toEqual(['a'])
    await neighbour.query('rollback')
    await neighbour.end()
  })

  test('under a storm of writers, sealers and readers that come and go, each change is read once, in its order', {
    timeout: 60_000,
  }, async () => {
    const servers = [kernel.database, await another(), await another()]
    const committed: string[] = []
    const read: string[] = []
    let writing = true
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let at = 0; at < 60; at++) {
        const { db } = servers[(writer + at) % 3] as Database
        const names = Array.from(
          { length: 1 + (at % 3) },
          (_, part) => `${writer}/${String(at).padStart(3, '0')}/${part}`,
        )
        const kept = transact(db, async tx => {
          for (const name of names) {
            await write(tx, name)
            if (Math.random() < 0.3) await after(Math.random() * 8)
          }
          if (at % 7 === 6) throw new Error('rolled back')
        })
        await kept.then(
          () => committed.push(...names),
          () => {},
        )
      }
    })
    const sealers = servers.map(async ({ db }) => {
      while (writing) {
        await seal(db, now).catch(() => {})
        await after(Math.random() * 5)
      }
    })
    const readers = servers.map(async ({ db }) => {
      while (writing) {
        await readOn(db, 'test', now, async (tx, changes) => {
          if (Math.random() < 0.2) throw new Error('died')
          if (Math.random() < 0.05) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
          read.push(...changes.map(nameOf))
        }).catch(() => {})
        await after(Math.random() * 5)
      }
    })
    const killer = (async () => {
      while (writing) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'active' and query like '%change_seal%' and pid <> pg_backend_pid()`
          .execute(kernel.database.db)
          .catch(() => {})
        await after(40)
      }
    })()
    await Promise.all(writers)
    writing = false
    await Promise.all([...sealers, ...readers, killer])
    while ((await seal(kernel.database.db, now)) !== 'nothing');
    read.push(...(await readAll()))
    expect(read.toSorted()).toEqual(committed.toSorted())
    for (let writer = 0; writer < 8; writer++) {
      const own = read.filter(name => name.startsWith(`${writer}/`))
      expect(own).toEqual(own.toSorted())
    }
  })
})

async function holdLock(database: Database, text: string, free: Promise<void>) {
  const held = Promise.withResolvers<void>()
  const ended = transact(database.db, async tx => {
    await tx.executeQuery(CompiledQuery.raw(text))
    held.resolve()
    await free
  })
  await held.promise
  return { ended }
}

async function terminate(pid: number | undefined) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL_TEST })
  await client.connect()
  await client.query('select pg_terminate_backend($1)', [pid])
  await client.end()
}
