// Several writers at once, on a server: nobody's work is lost, nothing is done twice, nobody is left waiting.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { testEngine } from '../database.ts'
import { withEveryType } from './every-type.ts'
import { type Caller, changesOf, openWorld, type Reply, type World } from './world.ts'

describe.skipIf(testEngine !== 'postgres')('on a server', () => {
  let world: World
  let owner: Caller
  beforeAll(async () => {
    world = await openWorld(withEveryType)
    owner = world.owner
  })
  afterAll(() => world.close())

  async function made(plural: string, body: object): Promise<string> {
    const reply = await owner.post(`/api/${plural}`, body)
    expect(reply.status, JSON.stringify(reply.body)).toBe(201)
    return String(reply.body.id)
  }
  const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status).sort()
  const fee = { amount: '1', currency: 'USD' }

  /** Somebody else writes, and ends only when it is asked to. */
  function holding(write: (ctx: Context) => Promise<void>) {
    let letGo = () => {}
    const gate = new Promise<void>(done => {
      letGo = done
    })
    let entered = () => {}
    const inside = new Promise<void>(done => {
      entered = done
    })
    const ended = inContext(world.kernel, { actor: systemActor(world.kernel.locale), source: 'command' }, async ctx => {
      await write(ctx)
      entered()
      await gate
    })
    return {
      inside,
      async end() {
        letGo()
        await ended
      },
    }
  }
  const somebodyWaits = () =>
    vi.waitFor(
      async () => {
        const { rows } =
          await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(
            world.kernel.database.db,
          )
        expect(rows.length).toBeGreaterThan(0)
      },
      { timeout: 5000, interval: 10 },
    )

  it('who waited for another writer sees the links that it left', async () => {
    const [one, other] = [await made('tags', { name: 'one' }), await made('tags', { name: 'other' })]
    const id = await made('things', { name: 'Links', fee, labels: [one] })
    const model = world.kernel.models.get('thing')
    const first = holding(async ctx => {
      const { loadWhere } = await import('#kernel/server/records/load.ts')
      const { updateRecords } = await import('#kernel/server/records/write.ts')
      const rows = await loadWhere(ctx, model, sql`t.id = ${id}::uuid`)
      await updateRecords(
        ctx,
        model,
        rows.map(row => ({ row, patch: { labels: [one, other] } })),
      )
    })
    await first.inside
    const second = owner.patch(`/api/things/${id}`, { labels: [one] })
    await somebodyWaits()
    await first.end()
    expect((await second).body.labels).toEqual([one])
    expect((await changesOf(world, id)).at(-1)).toMatchObject({
      version: 3,
      before: { labels: [one, other] },
      after: { labels: [one] },
    })
  })

  it('nothing is linked to what is removed at the same moment', async () => {
    for (const by of ['ref', 'link'] as const) {
      const target = await made('things', { name: 'Target', fee })
      const model = world.kernel.models.get('thing')
      const removing = holding(async ctx => {
        const { loadWhere } = await import('#kernel/server/records/load.ts')
        const { trashRecords } = await import('#kernel/server/records/remove.ts')
        await trashRecords(ctx, model, await loadWhere(ctx, model, sql`t.id = ${target}::uuid`))
      })
      await removing.inside
      const linking = owner.post('/api/things', {
        name: 'Child',
        fee,
        ...(by === 'ref' ? { parent: target } : { friends: [target] }),
      })
      await somebodyWaits()
      await removing.end()
      expect(await linking, by).toMatchObject({ status: 422, body: { fields: [{ code: 'ref-missing' }] } })
    }
  })

  it('of those who write on the same version, one succeeds', async () => {
    const id = await made('things', { name: 'Version', fee })
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        owner.patch(`/api/things/${id}`, { name: `Version ${at}` }, { 'if-match': '"1"' }),
      ),
    )
    expect(statuses(replies)).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
    expect(await changesOf(world, id)).toHaveLength(2)
  })

  it('of those who take the same unique value, one has it', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => owner.post('/api/things', { name: 'Unique', fee, email: 'unique@example.test' })),
    )
    expect(statuses(replies)).toEqual([201, ...Array.from({ length: 7 }, () => 422)])
  })

  it('one key does the work once, however often it comes at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, () =>
        owner.post('/api/things', { name: 'Key', fee }, { 'idempotency-key': 'at-once' }),
      ),
    )
    expect(new Set(statuses(replies))).toEqual(new Set([201]))
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
  })

  it('those who change many in opposite orders, with what hangs on them, do not block each other for good', async () => {
    const contacts: string[] = []
    for (let at = 0; at < 12; at++)
      contacts.push(await made('contacts', { last_name: `Many ${at}`, email: `many${at}@example.test` }))
    const emails = (
      await owner.post('/api/contact_emails/query', { where: { contact: { in: contacts } } })
    ).body.rows.map(({ id }: { id: string }) => id)
    const rounds = Array.from({ length: 6 }, (_, at) => [
      owner.patch('/api/contacts', { ids: contacts, patch: { position: `P${at}` } }),
      owner.patch('/api/contacts', { ids: [...contacts].reverse(), patch: { position: `Q${at}` } }),
      owner.patch('/api/contacts', {
        edits: contacts.map((id, of) => ({ id, email: `round${at}-${of}@example.test` })),
      }),
      owner.patch('/api/contact_emails', { ids: emails, patch: { kind: at % 2 ? 'home' : 'work' } }),
    ])
    expect(new Set(statuses(await Promise.all(rounds.flat())))).toEqual(new Set([200]))
    for (const id of contacts) {
      const { email } = (await owner.get(`/api/contacts/${id}`)).body
      const rows = (await owner.post('/api/contact_emails/query', { where: { contact: id } })).body.rows
      expect(rows).toMatchObject([{ address: email, main: true }])
    }
  }, 60_000)

  it('of those who put one list in order at once, the order of one stands, whole, and it is taken back as one', async () => {
    const pipeline = await made('pipelines', { name: 'Ordered' })
    const stages: string[] = []
    for (let place = 0; place < 6; place++) stages.push(await made('stages', { pipeline, name: `S${place}`, place }))
    const inOrder = async () => {
      const { rows } = (await owner.post('/api/stages/query', { where: { pipeline }, sort: 'place' })).body
      expect(rows.map(({ place }: { place: number }) => place)).toEqual([0, 1, 2, 3, 4, 5])
      return rows.map(({ id }: { id: string }) => id)
    }
    const put = (order: readonly string[]) =>
      owner.patch('/api/stages', { edits: order.map((id, place) => ({ id, place })) })
    const orders = stages.map((_, at) => [...stages.slice(at), ...stages.slice(0, at)].toReversed())
    for (let round = 0; round < 5; round++) {
      expect(new Set(statuses(await Promise.all(orders.map(put))))).toEqual(new Set([200]))
      expect(orders).toContainEqual(await inOrder())
    }
    const before = await inOrder()
    const { headers } = await put(stages)
    expect(await inOrder()).toEqual(stages)
    expect((await owner.post(`/api/batches/${headers.batch}/undo`)).body).toMatchObject({ kept: [] })
    expect(await inOrder()).toEqual(before)
  })

  it('parts are added to one parent by many at once', async () => {
    const contact = await made('contacts', { last_name: 'Parts' })
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        owner.post('/api/contact_emails', { contact, address: `part${at}@example.test` }),
      ),
    )
    expect(new Set(statuses(replies))).toEqual(new Set([201]))
    expect((await owner.post('/api/contact_emails/query', { where: { contact, main: true } })).body.rows).toHaveLength(
      1,
    )
  })

  it('versions count every change once', async () => {
    const id = await made('things', { name: 'Count', fee, amount: 0 })
    await Promise.all(Array.from({ length: 20 }, (_, at) => owner.patch(`/api/things/${id}`, { amount: at + 1 })))
    const changes = await changesOf(world, id)
    expect(changes.map(({ version }) => version)).toEqual(Array.from({ length: 21 }, (_, at) => at + 1))
    for (const [at, change] of changes.entries()) if (at > 1) expect(change.before).toEqual(changes[at - 1]?.after)
  })
})
