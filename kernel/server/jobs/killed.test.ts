import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { type Place, placeOf, runUntilKilled, untilIdle } from '../../../tests/killed.ts'
import { tag } from '../../objects/index.ts'
import { defineJob } from '../actions/behaviours.ts'
import { moments, openServer } from './killed.child.ts'
import { openQueue } from './queue.ts'

const program = fileURLToPath(new URL('./killed.child.ts', import.meta.url))

test('a server that is killed at one moment after the other: everything is done, and once', {
  timeout: 60_000,
}, async () => {
  const place = await prepare()
  for (const moment of moments) await runUntilKilled(program, [JSON.stringify(place), moment], 1)
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
  return placeOf(kernel.database)
}
