import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { deal } from '#modules/sales/deal.ts'
import { roleOf } from '../../../tests/contract/world.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import { stopAfter } from '../../../tests/stop-after.ts'
import { role, user } from '../../objects/index.ts'
import type { Actor } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'
import { collectWords } from '../words/words.ts'
import { beginBulk, beginUndo } from './begin.ts'
import { bulkEndpoints } from './endpoints.ts'
import { runBulk } from './run.ts'
import { getRun } from './state.ts'

let kernel: Kernel
let served: TestServer
let maya: Actor & { readonly id: string }
const many = 1203

beforeAll(async () => {
  kernel = await testKernel()
  served = await testServer(kernel, bulkEndpoints(collectWords()))
  maya = await served.person('Maya', [ownerRole])
  await asSystem(kernel, async ctx => {
    const [owners] = await ctx.create(role, [{ name: 'Owners', everything: true }])
    const roles = [{ id: owners?.id ?? '', role: null }]
    await ctx.update(user, await ctx.byIds(user, [maya.id]), { roles })
  })
})
afterAll(() => served.close())

let ids: string[]
beforeEach(async () => {
  await sql`truncate contacts, deals, changes, bulk_runs cascade`.execute(kernel.database.db)
  ids = await asSystem(kernel, async ctx => {
    const drafts = Array.from({ length: many }, (_, at) => ({ first_name: 'Ada', last_name: `L${at}` }))
    return (await ctx.create(contact, drafts)).map(({ id }) => id)
  })
})

const doer = (actor: Actor = maya) => ({ kernel, actor, source: 'page' as const })
const everyone = { where: { first_name: 'Ada' } }
const toCustomer = { object: 'contact', verb: 'edit', input: { status: 'customer' }, records: everyone }

async function run(id: string, signal = new AbortController().signal) {
  await runBulk({ kernel, signal }, id)
  return getRun(kernel.database.db, id)
}
async function count(condition: ReturnType<typeof sql>) {
  const { rows } = await sql<{ n: number }>`select count(*) as n from contacts where ${condition}`.execute(
    kernel.database.db,
  )
  return rows[0]?.n
}
const customers = () => count(sql`status = 'customer' and deleted_at is null`)

test('all that was found is changed under one batch, and taken back as a whole', async () => {
  const { id, total, batch } = await beginBulk(doer(), toCustomer)
  expect(total).toBe(many)
  expect(await run(id)).toMatchObject({ status: 'done', done: many, changed: many, refused: 0, reasons: [] })
  expect(await customers()).toBe(many)
  const back = await beginUndo(doer(), batch)
  expect(await run(back.id)).toMatchObject({ status: 'done', total: many, done: many, changed: many, refused: 0 })
  expect(await customers()).toBe(0)
  const again = await beginUndo(doer(), back.batch)
  expect(await run(again.id)).toMatchObject({ changed: many })
  expect(await customers()).toBe(many)
})

test('one door takes back a long batch by a run, and a short one at once', async () => {
  const caller = served.as(maya)
  const undo = (batch: string) => caller.post(`/api/batches/${batch}/undo`)
  const long = await beginBulk(doer(), toCustomer)
  await run(long.id)
  const back = await undo(long.batch)
  expect(back).toMatchObject({ status: 202, body: { undone: 0, kept: [], run: expect.any(String) } })
  expect(await customers()).toBe(many)
  expect(await run(back.body.run)).toMatchObject({ status: 'done', changed: many, batch: back.body.batch })
  expect(await customers()).toBe(0)
  const short = await beginBulk(doer(), { ...toCustomer, records: { ids: ids.slice(0, 500) } })
  await run(short.id)
  expect(await undo(short.batch)).toMatchObject({ status: 200, body: { undone: 500, kept: [], run: null } })
  expect(await customers()).toBe(0)
  const stranger = await served.person('Rob', [])
  for (const { batch } of [long, short])
    expect(await served.as(stranger).post(`/api/batches/${batch}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'undo.not-yours' },
    })
})

test('who matches only later is not meant, and who is so already is not changed', async () => {
  await asSystem(kernel, async ctx =>
    ctx.update(contact, await ctx.byIds(contact, ids.slice(0, 3)), { status: 'customer' }),
  )
  const { id } = await beginBulk(doer(), toCustomer)
  await make(kernel, contact, { first_name: 'Ada', last_name: 'Late', status: 'lead' })
  expect(await run(id)).toMatchObject({ done: many, changed: many - 3, refused: 0 })
  expect(await count(sql`status = 'lead'`)).toBe(1)
})

test('those that refuse stay as they are and are named, all others go on', async () => {
  for (const at of [7, 800]) await make(kernel, deal, { contact: ids[at] as string })
  const { id } = await beginBulk(doer(), { object: 'contact', verb: 'delete', input: {}, records: everyone })
  const done = await run(id)
  expect(done).toMatchObject({ status: 'done', done: many, changed: many - 2, refused: 2 })
  expect(done.reasons).toMatchObject([{ code: 'in-use', count: 2, ids: [ids[7], ids[800]] }])
  expect(await count(sql`deleted_at is null`)).toBe(2)
  expect(await run((await beginUndo(doer(), done.batch)).id)).toMatchObject({ changed: many - 2, refused: 0 })
  expect(await count(sql`deleted_at is null`)).toBe(many)
})

test('an action goes over many, too: what is won already is refused, and all others are won', async () => {
  const first = await make(kernel, deal, { title: 'Vans 0' })
  const titles = Array.from({ length: 40 }, (_, at) => ({ title: `Vans ${at + 1}`, stage: first.stage }))
  const deals = await asSystem(kernel, ctx => ctx.create(deal, titles))
  await asSystem(kernel, ctx => ctx.do(deal, 'win', [deals[3]?.id ?? '', deals[30]?.id ?? ''], {}))
  const records = { where: { title: { starts: 'Vans' } } }
  const { id, batch } = await beginBulk(doer(), { object: 'deal', verb: 'win', input: {}, records })
  expect(await run(id)).toMatchObject({ status: 'done', done: 41, changed: 39, refused: 2 })
  const back = await run((await beginUndo(doer(), batch)).id)
  expect(back).toMatchObject({ changed: 39, refused: 0 })
  const { rows } = await sql<{ n: number }>`select count(*) as n from deals where status = 'won'`.execute(
    kernel.database.db,
  )
  expect(rows[0]?.n).toBe(2)
})

test('cut off anywhere, it goes on behind what is done', async () => {
  const { id, batch } = await beginBulk(doer(), toCustomer)
  await expect(run(id, stopAfter(2))).rejects.toThrow('stops')
  expect(await getRun(kernel.database.db, id)).toMatchObject({ status: 'running', done: 1000 })
  expect(await customers()).toBe(1000)
  expect(await run(id)).toMatchObject({ status: 'done', done: many, changed: many })
  const back = await beginUndo(doer(), batch)
  await expect(run(back.id, stopAfter(3))).rejects.toThrow('stops')
  expect(await customers()).toBeGreaterThan(0)
  expect(await run(back.id)).toMatchObject({ status: 'done', done: many, changed: many, refused: 0 })
  expect(await customers()).toBe(0)
})

test('stopped by hand it says how far it came, and that much is taken back', async () => {
  const { id, batch } = await beginBulk(doer(), toCustomer)
  await expect(run(id, stopAfter(1))).rejects.toThrow('stops')
  const caller = served.as(maya)
  expect((await caller.post(`/api/bulk/${id}/cancel`)).body).toMatchObject({ status: 'cancelled', changed: 500 })
  expect(await run(id)).toMatchObject({ status: 'cancelled', done: 500 })
  expect((await caller.post(`/api/bulk/${id}/cancel`)).body).toMatchObject({ code: 'bulk.not-now' })
  expect(await run((await beginUndo(doer(), batch)).id)).toMatchObject({ changed: 500 })
})

test('nobody changes what they may not, and they are told of how many', async () => {
  const roles = [roleOf({ contact: { read: 'everybody', edit: 'own' } })]
  const noor = await served.person('Noor', roles)
  await asSystem(kernel, async ctx =>
    ctx.update(contact, await ctx.byIds(contact, ids.slice(0, 5)), { owner_id: noor.id }),
  )
  const { body } = await served.as(noor).post('/api/bulk', toCustomer)
  expect(body).toMatchObject({ total: many, refused: many - 5, status: 'running' })
  expect(body.reasons).toMatchObject([{ message: 'You do not have the right to do this.', count: many - 5 }])
  expect(await getRun(kernel.database.db, body.id)).toMatchObject({ done: many - 5 })
  // It runs with the rights that she has by then, and only hers are there to be changed.
  const wish = { ...toCustomer, verb: 'delete', input: {} }
  expect(await served.as(noor).post('/api/bulk', wish)).toMatchObject({ status: 403 })
  const stranger = await served.person('Sam', [])
  expect(await served.as(stranger).get(`/api/bulk/${body.id}`)).toMatchObject({ status: 404 })
})

test('what is wrong with the wish itself is said at once', async () => {
  const caller = served.as(maya)
  expect(await caller.post('/api/bulk', { ...toCustomer, input: { status: 'king' } })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'status' }] },
  })
  expect(await caller.post('/api/bulk', { ...toCustomer, verb: 'fly' })).toMatchObject({ status: 404 })
  expect(await caller.post('/api/bulk', { ...toCustomer, records: {} })).toMatchObject({ status: 422 })
  expect((await caller.get('/api/bulk')).body.rows).toEqual([])
})
