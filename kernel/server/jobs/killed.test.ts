import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { tag } from '../../objects/index.ts'
import { defineJob } from '../actions/behaviours.ts'
import { openDatabase } from '../database/open.ts'
import type { Kernel } from '../kernel.ts'
import { type Moment, moments, openServer, type Place } from './killed.child.ts'
import { openQueue } from './queue.ts'

const program = fileURLToPath(new URL('./killed.child.ts', import.meta.url))

test('a server that is killed at one moment after the other: everything is done, and once', {
  timeout: 60_000,
}, async () => {
  const place = await prepare()
  for (const moment of moments) await runUntilKilled(place, moment)
  const server = await openServer(place, undefined, () => {})
  onTestFinished(server.close)
  await untilIdle(server.queue)
  const { rows } = await sql<{ what: string }>`select what from done`.execute(server.db)
  const { rows: tags } = await sql<{ id: string }>`select id from tags`.execute(server.db)
  expect(tags).toHaveLength(3)
  expect(rows.map(({ what }) => what).toSorted()).toEqual(['first', 'last', ...tags.map(({ id }) => id)].toSorted())
  expect(await server.queue.failures()).toEqual([])
})

/** A database with work to do, acknowledged before any server runs. */
async function prepare(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const kernel = await testKernel()
  onTestFinished(async () => {
    await kernel.close()
    await kernel.database.close()
  })
  const { db } = kernel.database
  await sql`create table done (what text)`.execute(db)
  const steps = defineJob('test.steps', { retries: 50, retryDelay: 0 }, async () => {})
  const queue = await openQueue(kernel.database, [steps], { pace: { lease: 2 } })
  await queue.send(db, 'test.steps', [{}])
  await asSystem(kernel, ctx =>
    ctx.create(
      tag,
      ['a', 'b', 'c'].map(name => ({ name })),
    ),
  )
  return kernel.database.dump ? copyTo(join(folder, 'database'), kernel) : { url: await urlOf(kernel), folder }
}

async function copyTo(folder: string, { database: { dump } }: Kernel): Promise<Place> {
  const archive = dump && (await buffer(await dump()))
  const copy = await openDatabase({ folder, ...(archive ? { archive } : {}) })
  await copy.close()
  return { folder }
}

async function urlOf({ database: { db } }: Kernel) {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(process.env.DATABASE_URL_TEST ?? '')
  url.pathname = `/${rows[0]?.name}`
  return url.href
}

async function runUntilKilled(place: Place, moment: Moment) {
  const child = spawn(process.execPath, [program, JSON.stringify(place), moment], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  child.stdout.once('data', () => child.kill('SIGKILL'))
  const [, signal] = await closed
  expect(signal).toBe('SIGKILL')
}

async function untilIdle({ stats }: Awaited<ReturnType<typeof openQueue>>) {
  const open = async () =>
    (await stats()).reduce(
      (sum, { waiting, delayed, running, retrying }) => sum + waiting + delayed + running + retrying,
      0,
    )
  while ((await open()) > 0) await new Promise(next => setTimeout(next, 50))
}
