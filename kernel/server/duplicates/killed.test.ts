import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { type Place, placeOf, runUntilKilled, untilIdle } from '../../../tests/killed.ts'
import { labelled } from '../../../tests/labelled.ts'
import { systemActor } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'
import { openServer } from './killed.child.ts'
import { beginMergeAll } from './merge-all.ts'
import { getRun } from './runs.ts'
import { beginScan } from './scan.ts'

const program = fileURLToPath(new URL('./killed.child.ts', import.meta.url))

test('a server that is killed while it compares and merges: both go on, and nothing is merged twice or lost', {
  timeout: 180_000,
}, async () => {
  const place = await prepare()
  const scan = await onServer(place, ({ kernel }) => beginScan(kernel, asApi(kernel), model(kernel)))
  await killAt(place, [3, 2], scan.id)
  const pairs = await onServer(place, async server => {
    expect(await ended(server, scan.id)).toMatchObject({ status: 'done', done: scan.total })
    return pairsOf(server.kernel)
  })
  expect(pairs.length).toBeGreaterThan(100)

  const merge = await onServer(place, async server => {
    const { kernel } = server
    const again = await beginScan(kernel, asApi(kernel), model(kernel))
    await ended(server, again.id)
    expect(await pairsOf(kernel)).toEqual(pairs)
    await server.queue.stop()
    return beginMergeAll(kernel, asApi(kernel), model(kernel), null)
  })
  await killAt(place, [30, 31, 32], merge.id)
  await onServer(place, async server => {
    const { status, found } = await ended(server, merge.id)
    expect(status).toBe('done')
    expect(await whatBecame(server.kernel)).toEqual({
      records: scan.total,
      trashed: found,
      deletions: found,
      aliases: found,
      lost: 0,
    })
    expect(await server.queue.failures()).toEqual([])
  })
})

const asApi = ({ locale }: Kernel) => ({ actor: systemActor(locale), source: 'api' as const })
const model = ({ models }: Kernel) => models.get('contact')
type Server = Awaited<ReturnType<typeof openServer>>

/** People, many of them written down twice, and nobody who has compared them yet. */
async function prepare(): Promise<Place> {
  const kernel = await testKernel()
  onTestFinished(async () => {
    await kernel.close()
    await kernel.database.close()
  })
  const drafts = labelled(1400, 7).map(({ first_name, last_name, phone }) => ({ first_name, last_name, phone }))
  await asSystem(kernel, ctx => ctx.create(contact, drafts))
  return placeOf(kernel.database)
}

async function onServer<T>(place: Place, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await openServer(place)
  try {
    return await work(server)
  } finally {
    await server.close()
  }
}

/** Each begins where the one before it was killed. */
async function killAt(place: Place, commits: readonly number[], run: string) {
  let last = 0
  for (const count of commits) {
    await runUntilKilled(program, [JSON.stringify(place)], count)
    const { status, done, total } = await onServer(place, ({ kernel }) => getRun(kernel.database.db, run))
    expect(status).toBe('running')
    expect(done).toBeGreaterThan(last)
    expect(done).toBeLessThan(total)
    last = done
  }
}

async function ended({ kernel, queue }: Server, run: string) {
  await queue.start(kernel)
  await untilIdle(queue)
  return getRun(kernel.database.db, run)
}

async function pairsOf({ database }: Kernel) {
  const { rows } = await sql`select a, b, score from alike_pairs order by a, b`.execute(database.db)
  return rows
}

async function whatBecame({ database }: Kernel) {
  const { rows } = await sql<Record<string, number>>`with recursive now (id, leads) as (
      select id, id from contacts
      union select now.id, aliases.new_id from now join aliases on aliases.old_id = now.leads)
    select (select count(*) from contacts) as records,
      (select count(*) from contacts where deleted_at is not null) as trashed,
      (select count(*) from changes where object = 'contact' and 'deleted' = any(events)) as deletions,
      (select count(*) from aliases) as aliases,
      (select count(*) from contacts as c where not exists (select from now join contacts as t on t.id = now.leads
        where now.id = c.id and t.deleted_at is null)) as lost`.execute(database.db)
  return rows[0]
}
