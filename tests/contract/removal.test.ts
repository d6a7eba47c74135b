// What goes with what: parents and parts, circles of them, what forbids and what lets go; and the way back.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withEveryType } from './every-type.ts'
import { type Caller, changesOf, openWorld, roleOf, type World } from './world.ts'

let world: World
let owner: Caller
beforeAll(async () => {
  world = await openWorld(withEveryType)
  owner = world.owner
})
afterAll(() => world.close())

async function made(plural: string, body: object, by: Caller = owner): Promise<string> {
  const reply = await by.post(`/api/${plural}`, body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}
const thing = (more: object = {}) => made('things', { name: 'Thing', fee: { amount: '1', currency: 'USD' }, ...more })
const part = (of: string, more: object = {}) => made('parts', { thing: of, name: 'Part', ...more })
const state = async (plural: string, id: string) => {
  const { status, body } = await owner.get(`/api/${plural}/${id}`)
  return status === 404 ? 'gone' : body.deleted_at === null ? 'live' : 'trashed'
}
const states = (plural: string, ids: readonly string[]) => Promise.all(ids.map(id => state(plural, id)))

describe('parts', () => {
  it('go with their parent, come back with it, and stay where they were when they had gone before', async () => {
    const parent = await thing()
    const [early, first, second] = [await part(parent), await part(parent), await part(parent)]
    await owner.delete(`/api/parts/${early}`)
    await owner.delete(`/api/things/${parent}`)
    expect(await states('parts', [early, first, second])).toEqual(['trashed', 'trashed', 'trashed'])
    await owner.post(`/api/things/${parent}/restore`)
    expect(await states('parts', [early, first, second])).toEqual(['trashed', 'live', 'live'])
  })

  it('do not come back alone while their parent is in the trash', async () => {
    const parent = await thing()
    const child = await part(parent)
    await owner.delete(`/api/things/${parent}`)
    expect(await owner.post(`/api/parts/${child}/restore`)).toMatchObject({
      status: 409,
      body: { code: 'restore.parent-in-trash' },
    })
    expect(await owner.post('/api/parts/restore', { ids: [child] })).toMatchObject({ status: 409 })
  })

  it('go for good with it', async () => {
    const parent = await thing()
    const child = await part(parent)
    await owner.delete(`/api/things/${parent}`)
    expect(await owner.post(`/api/things/${parent}/purge`)).toMatchObject({ status: 204 })
    expect(await states('parts', [child])).toEqual(['gone'])
    expect((await changesOf(world, child)).at(-1)).toMatchObject({ events: ['purged'] })
  })

  it('come back when a removal is undone by somebody who sees them only through their parent', async () => {
    const caller = world.as([roleOf({ thing: { '*': 'own' }, part: { '*': 'own' } })])
    const parent = await made('things', { name: 'Mine', fee: { amount: '1', currency: 'USD' } }, caller)
    const child = await made('parts', { thing: parent, name: 'Mine' }, caller)
    const removed = await caller.delete(`/api/things/${parent}`)
    expect((await caller.post(`/api/batches/${removed.headers.batch}/undo`)).body).toMatchObject({ kept: [] })
    expect([await state('things', parent), await state('parts', child)]).toEqual(['live', 'live'])
  })

  it('are not slipped under a parent that one may not edit', async () => {
    const caller = world.as([roleOf({ thing: { read: 'everybody', edit: 'own' }, part: { '*': 'own' } })])
    const [mine, foreign] = [await thing({ owner_id: world.me }), await thing({ owner_id: world.stranger })]
    const child = await part(mine)
    expect(await caller.patch(`/api/parts/${child}`, { thing: foreign })).toMatchObject({
      status: 403,
      body: { code: 'outside-scope' },
    })
    expect(await caller.post('/api/parts', { thing: foreign, name: 'x' })).toMatchObject({ status: 403 })
    expect((await owner.get(`/api/parts/${child}`)).body).toMatchObject({ thing: mine, version: 1 })
    expect(await caller.patch(`/api/parts/${child}`, { thing: mine, name: 'y' })).toMatchObject({ status: 200 })
  })
})

describe('a circle', () => {
  const circle = async (length: number) => {
    const ids: string[] = []
    for (let at = 0; at < length; at++) ids.push(await thing(at ? { parent: ids[at - 1] } : {}))
    await owner.patch(`/api/things/${ids[0]}`, { parent: ids.at(-1) })
    return ids
  }
  it.each([1, 2, 5])('of %i goes, comes back and goes for good without end', async length => {
    const ids = await circle(length)
    const all = (what: string) => ids.map(() => what)
    expect(await owner.delete(`/api/things/${ids[0]}`)).toMatchObject({ status: 204 })
    expect(await states('things', ids)).toEqual(all('trashed'))
    expect(await owner.post(`/api/things/${ids[0]}/restore`)).toMatchObject({ status: 200 })
    expect(await states('things', ids)).toEqual(all('live'))
    await owner.delete(`/api/things/${ids[0]}`)
    expect(await owner.post(`/api/things/${ids[0]}/purge`)).toMatchObject({ status: 204 })
    expect(await states('things', ids)).toEqual(all('gone'))
  })
})

describe('what points to what goes', () => {
  it('forbids it, lets go of it, or keeps the link until it is gone for good', async () => {
    const pipeline = await made('pipelines', { name: 'Removal' })
    const stage = await made('stages', { name: 'New', pipeline })
    const [company, contact, tag] = [
      await made('companies', { name: 'Gone' }),
      await made('contacts', { last_name: 'Gone' }),
      await made('tags', { name: 'gone' }),
    ]
    const deal = await made('deals', {
      title: 'Deal',
      stage,
      company,
      contact,
      tags: [tag],
      people: [{ id: contact, role: 'pays' }],
    })
    const pointing = async () => {
      const { company: to, contact: person, tags, people } = (await owner.get(`/api/deals/${deal}`)).body
      return [to, person, tags, people.length]
    }
    for (const url of [`/api/contacts/${contact}`, `/api/stages/${stage}`, `/api/pipelines/${pipeline}`])
      expect(await owner.delete(url), url).toMatchObject({ status: 409, body: { code: 'in-use' } })
    for (const url of [`/api/companies/${company}`, `/api/tags/${tag}`])
      expect(await owner.delete(url), url).toMatchObject({ status: 204 })
    expect(await pointing()).toEqual([company, contact, [tag], 1])
    // What it pointed to before may stay; what is new must be there.
    expect(await owner.patch(`/api/deals/${deal}`, { title: 'Renamed', company, tags: [tag] })).toMatchObject({
      status: 200,
    })
    expect(await owner.post('/api/deals', { title: 'Other', stage, company })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'company', code: 'ref-missing' }] },
    })
    for (const url of [`/api/companies/${company}`, `/api/tags/${tag}`])
      expect(await owner.post(`${url}/purge`), url).toMatchObject({ status: 204 })
    expect(await pointing()).toEqual([null, contact, [], 1])
    expect((await changesOf(world, deal)).at(-1)).toMatchObject({
      events: ['updated'],
      before: { company },
      after: { company: null },
    })
    await owner.delete(`/api/deals/${deal}`)
    expect(await owner.delete(`/api/contacts/${contact}`)).toMatchObject({ status: 204 })
    // The deal in the trash still has it.
    expect(await owner.post(`/api/contacts/${contact}/purge`)).toMatchObject({ status: 409, body: { code: 'in-use' } })
  })
})

describe('undo', () => {
  it('of one record leaves the others of its batch as they are', async () => {
    const [one, other] = [await thing(), await thing()]
    const changed = await owner.patch('/api/things', { ids: [one, other], patch: { name: 'Both' } })
    expect(await owner.post(`/api/batches/${changed.headers.batch}/undo`, { record: one })).toMatchObject({
      status: 200,
      body: { undone: 1, kept: [] },
    })
    const nameOf = async (id: string) => (await owner.get(`/api/things/${id}`)).body.name
    expect([await nameOf(one), await nameOf(other)]).toEqual(['Thing', 'Both'])
  })
})

describe('links', () => {
  it('lead to the same record in two roles, and are found by each', async () => {
    const friend = await thing()
    const id = await thing({
      friends: [
        { id: friend, role: 'near' },
        { id: friend, role: 'far' },
        { id: friend, role: 'far' },
      ],
    })
    expect((await owner.get(`/api/things/${id}`)).body.friends).toEqual([
      { id: friend, role: 'near' },
      { id: friend, role: 'far' },
    ])
    const found = async (friends: object) =>
      (await owner.post('/api/things/query', { where: { id, friends } })).body.rows.length
    expect([
      await found({ in: [friend] }),
      await found({ in: [{ id: friend, role: 'far' }] }),
      await found({
        all: [
          { id: friend, role: 'far' },
          { id: friend, role: 'near' },
        ],
      }),
    ]).toEqual([1, 1, 1])
    const changed = await owner.patch(`/api/things/${id}`, { friends: [friend] })
    expect(await found({ in: [{ id: friend, role: 'far' }] })).toBe(0)
    await owner.post(`/api/batches/${changed.headers.batch}/undo`)
    expect(await found({ in: [{ id: friend, role: 'far' }] })).toBe(1)
  })

  it('name the object that they lead to: the id of another is not taken for it', async () => {
    const other = await thing()
    const child = await part(other)
    expect(
      await owner.post('/api/things', {
        name: 'x',
        fee: { amount: '1', currency: 'USD' },
        about: [
          { object: 'thing', id: child },
          { object: 'part', id: child },
        ],
      }),
    ).toMatchObject({ status: 422, body: { fields: [{ field: 'about', code: 'ref-missing' }] } })
    expect(
      await owner.post('/api/things', {
        name: 'x',
        fee: { amount: '1', currency: 'USD' },
        about: [{ object: 'part', id: child }],
      }),
    ).toMatchObject({ status: 201 })
  })

  it('lead only to what whoever makes them sees, in the input of actions too', async () => {
    const [mine, foreign] = [await thing({ owner_id: world.me }), await thing({ owner_id: world.stranger })]
    const caller = world.as([roleOf({ thing: { '*': 'own' } })])
    for (const input of [
      { parent: foreign },
      { friends: [foreign] },
      { about: [{ object: 'thing', id: foreign }] },
      { keeper: world.stranger },
      { owner_id: world.stranger },
    ])
      expect(await caller.patch(`/api/things/${mine}`, input), JSON.stringify(input)).toMatchObject({
        status: 422,
        body: { fields: [{ code: 'ref-missing' }] },
      })
    const pipeline = await made('pipelines', { name: 'Reasons' })
    const deal = await made('deals', { title: 'Deal', stage: await made('stages', { name: 'New', pipeline }) })
    const reason = await made('lost_reasons', { name: 'Gone' })
    await owner.delete(`/api/lost_reasons/${reason}`)
    expect(await owner.post(`/api/deals/${deal}/lose`, { reason })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'reason', code: 'ref-missing' }] },
    })
    expect((await owner.get(`/api/deals/${deal}`)).body.status).toBe('open')
  })
})

describe('one’s own record', () => {
  it('may be handed over, and is then no longer there', async () => {
    const caller = world.as([roleOf({ thing: { '*': 'own' }, user: { read: 'everybody' } })])
    const id = await thing({ owner_id: world.me })
    const reply = await caller.patch(`/api/things/${id}`, { owner_id: world.mate })
    expect(reply).toMatchObject({ status: 200, body: { id } })
    expect(Object.keys(reply.body)).toEqual(['id'])
    expect(await caller.get(`/api/things/${id}`)).toMatchObject({ status: 404 })
    expect(
      await caller.post('/api/things', { name: 'x', fee: { amount: '1', currency: 'USD' }, owner_id: world.mate }),
    ).toMatchObject({ status: 403, body: { code: 'outside-scope' } })
    expect(
      await caller.post('/api/things', { name: 'x', fee: { amount: '1', currency: 'USD' }, owner_id: null }),
    ).toMatchObject({ status: 403 })
  })
})
