import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { parts } from '#modules/parts.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { tag } from '../../objects/index.ts'
import { on } from '../actions/behaviours.ts'
import { readOn } from '../changes/read.ts'
import { startReaders } from '../changes/readers.ts'
import { seal } from '../changes/seal.ts'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { type JobQueue, openQueue } from './queue.ts'
import { reactionQueue, reactionReader } from './reactions.ts'

let react: (ctx: Context, ids: readonly string[]) => Promise<void> = async () => {}
let base: Kernel
let count = 0

beforeAll(async () => {
  const created = on(tag, 'created', 'look', (ctx, ids) => react(ctx, ids))
  const updated = on(tag, 'updated', 'look', (ctx, ids) => react(ctx, ids))
  base = await testKernel({ ...parts, behaviours: [...parts.behaviours, created, updated] })
})
beforeEach(async () => {
  await openQueue(base.database, [])
  await sql`truncate changes, seals, readers, pgboss.job_common`.execute(base.database.db)
})
afterAll(async () => {
  await base.close()
  await base.database.close()
})

async function server() {
  const errors: string[] = []
  const queue = await openQueue(base.database, [], {
    pace: { look: 0.2 },
    report: error => void errors.push(String(error)),
  })
  let wake = () => {}
  const kernel: Kernel = Object.create(base, { queue: { value: queue }, wake: { value: () => wake() } })
  const start = async () => {
    const readers = await startReaders(kernel, [reactionReader(kernel)])
    wake = readers.wake
    await queue.start(kernel)
    onTestFinished(async () => {
      await queue.stop(0)
      await readers.stop()
    })
  }
  return { kernel, queue, errors, start }
}

const make = (kernel: Kernel, number: number) =>
  asSystem(kernel, ctx =>
    ctx.create(
      tag,
      Array.from({ length: number }, () => ({ name: `tag ${++count}` })),
    ),
  )

const waitingOf = async (queue: JobQueue) => (await queue.stats()).find(({ job }) => job === reactionQueue)

test('a reaction runs after the commit, as the system, over all records at once, and may write', async () => {
  const { kernel, start } = await server()
  const ran = Promise.withResolvers<[Context, readonly string[]]>()
  react = async (ctx, ids) => {
    if (ctx.batch === 'x') return
    const rows = await ctx.byIds(tag, ids)
    ran.resolve([ctx, rows.map(({ id }) => id)])
  }
  await start()
  const made = await make(kernel, 30)
  const [ctx, ids] = await ran.promise
  expect(ctx).toMatchObject({ source: 'reaction', actor: { kind: 'system' } })
  expect(ids.toSorted()).toEqual(made.map(({ id }) => id).toSorted())
})

test('what a reaction writes is its own batch, and is reacted to in turn', async () => {
  const { kernel, start } = await server()
  const updated = Promise.withResolvers<void>()
  react = async (ctx, ids) => {
    const rows = await ctx.byIds(tag, ids)
    const grey = rows.filter(row => row.color === 'grey')
    await ctx.update(tag, grey, { color: 'red' })
    if (grey.length === 0) updated.resolve()
  }
  await start()
  await make(kernel, 3)
  await updated.promise
  const { rows } = await sql<{ source: string; batches: number; rows: number }>`
    select source, count(distinct batch) as batches, count(*) as rows from changes group by source order by source`.execute(
    base.database.db,
  )
  expect(rows).toEqual([
    { source: 'command', batches: 1, rows: 3 },
    { source: 'reaction', batches: 1, rows: 3 },
  ])
})

test('an event that befell a record twice before it was read is reacted to twice', async () => {
  const { kernel, queue } = await server()
  const [first] = await make(kernel, 1)
  if (!first) throw new Error('not made')
  for (const color of ['blue', 'red'] as const)
    await asSystem(kernel, async ctx => ctx.update(tag, await ctx.byIds(tag, [first.id]), { color }))
  await seal(kernel.database.db, new Date().toISOString())
  const { name, read } = reactionReader(kernel)
  await sql`insert into readers (name, epoch, pos, updated_at) values (${name}, 0, 0, now())`.execute(
    kernel.database.db,
  )
  await readOn(kernel.database.db, name, new Date().toISOString(), read)
  const { rows } = await sql<{
    data: unknown
  }>`select data from pgboss.job_common where name = ${reactionQueue} order by id`.execute(base.database.db)
  expect(rows.map(({ data }) => data)).toEqual([
    { reaction: 'tag.created.look', ids: [first.id] },
    { reaction: 'tag.updated.look', ids: [first.id] },
    { reaction: 'tag.updated.look', ids: [first.id] },
  ])
  expect(await waitingOf(queue)).toMatchObject({ waiting: 3 })
})

test('one record that cannot be reacted to does not keep the others from it, and is there to be seen', {
  timeout: 60_000,
}, async () => {
  const { kernel, queue, start, errors } = await server()
  const done = new Set<string>()
  const nine = Promise.withResolvers<void>()
  const made = await make(kernel, 10)
  const bad = made[6]?.id ?? ''
  react = async (_, ids) => {
    if (ids.includes(bad)) throw new Error('cannot')
    for (const id of ids) done.add(id)
    if (done.size === 9) nine.resolve()
  }
  await start()
  const hurry = setInterval(
    () =>
      void sql`update pgboss.job_common set start_after = now() where state = 'retry' and start_after > now()`
        .execute(base.database.db)
        .catch(() => {}),
    50,
  )
  onTestFinished(() => clearInterval(hurry))
  await nine.promise
  while ((await waitingOf(queue))?.failed !== 1) await new Promise(next => setTimeout(next, 20))
  expect(await queue.failures()).toMatchObject([
    { job: 'tag.created.look', state: 'failed', error: 'cannot', data: { ids: [bad] } },
  ])
  expect(done.has(bad)).toBe(false)
  expect(errors).toContain('Error: cannot')
})
