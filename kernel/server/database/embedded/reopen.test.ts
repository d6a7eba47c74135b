import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Db } from '../database.ts'
import { openDatabase } from '../open.ts'
import { transact } from '../transact.ts'
import { openEmbedded } from './open-embedded.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-embedded-'))
const endless = 'select count(*) from generate_series(1, 1000000000000)'
const reports: Error[] = []
let database: Database

const run = async (on: Db, text: string) => (await on.executeQuery(CompiledQuery.raw(text))).rows
const names = () => run(database.db, 'select name from thing order by name')
const open = () => openEmbedded({ folder, report: error => reports.push(error), statementTimeout: 1500 })

beforeAll(async () => {
  database = await open()
  await run(database.db, 'create extension pg_trgm')
  await run(database.db, 'create table thing (name text primary key)')
  await run(database.db, `insert into thing values ('kept')`)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

test('nobody else may look into the folder', () => {
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a statement that takes too long ends the thread, its transaction is undone, and others go on', async () => {
  const slow = transact(database.db, async tx => {
    await run(tx, `insert into thing values ('lost')`)
    await run(tx, endless)
  })
  const waiting = names()
  await expect(slow).rejects.toMatchObject({ code: '57014' })
  expect(await waiting).toEqual([{ name: 'kept' }])
  expect(reports.splice(0)).toMatchObject([{ code: '57014' }])
})

test('a transaction may set its own time, shorter or longer', async () => {
  const slow = (limit: string, work: string) =>
    transact(database.db, async tx => {
      await run(tx, `set local statement_timeout = ${limit}`)
      return await run(tx, work)
    })
  const started = performance.now()
  await expect(slow(`'100ms'`, endless)).rejects.toMatchObject({ code: '57014' })
  expect(performance.now() - started).toBeLessThan(1400)
  const twoSeconds = `do $$ begin while clock_timestamp() < statement_timestamp() + interval '2 s' loop end loop; end $$`
  await slow('0', twoSeconds)
  await expect(run(database.db, twoSeconds)).rejects.toMatchObject({ code: '57014' })
  expect(reports.splice(0)).toHaveLength(2)
})

test('when the thread breaks, who waits hears of it, and who listens looks again', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  const stop = await database.listen('things', resolve)
  // PGlite cannot take data in the middle of a statement, and gives up.
  await expect(run(database.db, 'copy thing from stdin')).rejects.toMatchObject({ code: '57P02' })
  expect(await names()).toEqual([{ name: 'kept' }])
  expect(await promise).toBe('')
  expect(reports.splice(0)).toMatchObject([{ code: '57P02' }])
  await stop()
})

test('a channel is heard again after the thread was opened again', async () => {
  const heard: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = await database.listen('things', payload => {
    heard.push(payload)
    if (payload === 'new') resolve()
  })
  await expect(run(database.db, 'copy thing from stdin')).rejects.toThrow()
  await run(database.db, `notify things, 'new'`)
  await promise
  expect(heard).toEqual(['', 'new'])
  reports.length = 0
  await stop()
})

test('VACUUM and CHECKPOINT are ordinary statements', async () => {
  await run(database.db, 'vacuum analyze thing')
  await run(database.db, 'checkpoint')
})

test('the folder is refused to a second one and opens again after the first', async () => {
  database.announce('http://127.0.0.1:3000')
  await expect(openDatabase({ folder })).rejects.toMatchObject({
    code: 'database.in-use',
    params: { pid: process.pid, url: 'http://127.0.0.1:3000' },
  })
  await database.close()
  database = await open()
  expect(await names()).toEqual([{ name: 'kept' }])
})

test('a dump opens as a new database, and writers need not wait for its reader', async () => {
  const stream = await database.dump?.()
  if (!stream) throw new Error('The embedded database has a dump')
  await run(database.db, `insert into thing values ('after the dump')`)
  const archive = new Uint8Array(Buffer.concat(await stream.toArray()))
  const copyFolder = join(folder, 'elsewhere')
  const copy = await openDatabase({ folder: copyFolder, archive })
  expect(await run(copy.db, 'select name, similarity(name, name) as same from thing')).toEqual([
    { name: 'kept', same: 1 },
  ])
  await copy.close()
  expect(readdirSync(folder).filter(entry => entry.startsWith('copy-'))).toEqual([])
})

test('one whose making was interrupted is made anew', async () => {
  const half = join(folder, 'half')
  const first = await openDatabase({ folder: half })
  await first.close()
  // As a kill in the middle leaves it: all under the unfinished name, some of it missing.
  renameSync(join(half, 'pgdata'), join(half, 'pgdata.new'))
  rmSync(join(half, 'pgdata.new', 'base'), { recursive: true })
  const again = await openDatabase({ folder: half })
  expect(await run(again.db, 'select 1 as one')).toEqual([{ one: 1 }])
  await again.close()
})
