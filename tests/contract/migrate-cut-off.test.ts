// Migrations that race, are killed, or meet somebody who reads for long.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { equipFields } from '#kernel/fields/equip.ts'
import type { AnyObject } from '#kernel/schema/object.ts'
import type { Database } from '#kernel/server/database/database.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import { allTables, sqlFunctions } from '#kernel/server/schema.ts'
import { migrate, schemaPlan } from '#kernel/server/tables/migrate.ts'
import { buildModels } from '#kernel/server/tables/model.ts'
import { testDatabase, testEngine, urlOf } from '../database.ts'
import { withEveryType } from './every-type.ts'
import { olderObjects } from './older.ts'
import { shapeOf } from './shape.ts'

equipFields()

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const newer = withEveryType.objects
const older = olderObjects(newer)
const tablesOf = (objects: readonly AnyObject[]) => allTables(buildModels(objects), [])
const migrateTo = (database: Database, objects: readonly AnyObject[]) =>
  migrate({ database, tables: tablesOf(objects), functions: sqlFunctions, folder: 'db/migrations', now: new Date() })

/** Where a process of its own finds the database: a folder, or a server's. */
interface Place {
  readonly env: Readonly<Record<string, string>>
  open(): Promise<Database>
}

async function newPlace(): Promise<Place> {
  return testEngine === 'postgres' ? placeOnServer() : placeInFolder()
}

async function placeOnServer(): Promise<Place> {
  const database = await testDatabase({ hash: 'empty', prepare: async () => {} })
  closing.push(() => database.close())
  const url = await urlOf(database)
  return { env: { TARGET_URL: url }, open: () => openDatabase({ url, folder: '', report: () => {} }) }
}

function placeInFolder(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-cut-off-'))
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  return { env: { TARGET_FOLDER: folder }, open: () => openDatabase({ url: undefined, folder, report: () => {} }) }
}

async function within<T>(place: Place, run: (database: Database) => Promise<T>): Promise<T> {
  const database = await place.open()
  try {
    return await run(database)
  } finally {
    await database.close()
  }
}

function start({ env }: Place) {
  const child = spawn(process.execPath, ['tests/contract/migrate.child.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const opened = new Promise<void>(resolve => {
    child.stdout.on('data', (text: Buffer) => {
      said += text
      if (said.includes('open')) resolve()
    })
  })
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }))
  return { child, opened: Promise.race([opened, ended]), ended }
}

async function freshShape() {
  const place = await newPlace()
  return within(place, async database => {
    await migrateTo(database, newer)
    return shapeOf(database)
  })
}

describe('a migration', () => {
  it('that is killed at any moment is finished by the next', async () => {
    const place = await newPlace()
    await within(place, database => migrateTo(database, older))
    let killed = 0
    // From the start to well into it; how far each came is chance, that all of them together did no harm is not.
    for (const pause of [0, 20, 50, 100, 200, 350, 500]) {
      const { child, opened, ended } = start(place)
      await opened
      await new Promise(done => setTimeout(done, pause))
      child.kill('SIGKILL')
      if ((await ended).code === null) killed++
    }
    expect(killed).toBeGreaterThan(0)
    const shape = await within(place, async database => {
      const plan = await migrateTo(database, newer)
      expect(plan.reviewed).toEqual([])
      expect(await schemaPlan({ database, tables: tablesOf(newer) })).toEqual({ steps: [], reviewed: [] })
      return shapeOf(database)
    })
    expect(shape).toEqual(await freshShape())
  }, 120_000)
})

describe.skipIf(testEngine !== 'postgres')('on a server', () => {
  it('two processes that migrate at once do it once', async () => {
    const place = await newPlace()
    await within(place, database => migrateTo(database, older))
    const both = [start(place), start(place), start(place)]
    const ends = await Promise.all(both.map(({ ended }) => ended))
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(ends.filter(({ said }) => !said.includes('done 0'))).toHaveLength(1)
    expect(await within(place, shapeOf)).toEqual(await freshShape())
  }, 60_000)

  it('a migration gives way to somebody who reads for long, and holds up nobody else', async () => {
    const place = await newPlace()
    const [database, reader, others] = [await place.open(), await place.open(), await place.open()]
    closing.push(
      () => database.close(),
      () => reader.close(),
      () => others.close(),
    )
    await migrateTo(database, older)
    let reading = true
    const long = reader.db.transaction().execute(async tx => {
      await sql`select count(*) from things`.execute(tx)
      await sql`select pg_sleep(3)`.execute(tx)
      reading = false
    })
    const waits: number[] = []
    const readers = (async () => {
      while (reading) {
        const begin = performance.now()
        await sql`select 1 from things limit 1`.execute(others.db)
        waits.push(performance.now() - begin)
        await new Promise(done => setTimeout(done, 5))
      }
    })()
    await migrateTo(database, newer)
    await Promise.all([long, readers])
    expect(await schemaPlan({ database, tables: tablesOf(newer) })).toEqual({ steps: [], reviewed: [] })
    expect(waits.length).toBeGreaterThan(20)
    expect(Math.max(...waits)).toBeLessThan(1000)
  }, 60_000)
})
