// For every object, from its declaration alone: each verb over REST, what is written down about it, and its undoing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSame } from '#kernel/server/records/same.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { fullValues, needs, type Values } from '../factories.ts'
import { withEveryType } from './every-type.ts'
import { triedObjects } from './tried.ts'
import { type Caller, changesOf, idsOf, inputOf, openWorld, type World, withWhere, writableFields } from './world.ts'

let world: World
let owner: Caller
beforeAll(async () => {
  world = await openWorld(withEveryType)
  owner = world.owner
})
afterAll(() => world.close())

/** What cannot be changed once it is there. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  custom_field: ['object', 'name', 'type', 'target', 'decimals'],
}

const lives = (model: Model) => `/api/${model.object.plural}`
const least = async (model: Model) => inputOf(model, await needs(world.kernel, model))
const full = async (model: Model) => inputOf(model, await fullValues(world.kernel, model))

async function created(model: Model, input?: Values) {
  const reply = await owner.post(lives(model), input ?? (await least(model)))
  expect(reply.body).toMatchObject({ id: expect.any(String), version: 1 })
  return {
    url: `${lives(model)}/${reply.body.id}`,
    id: String(reply.body.id),
    row: reply.body,
    batch: String(reply.headers.batch),
  }
}

const undo = async (batch: unknown) => {
  const reply = await owner.post(`/api/batches/${batch}/undo`)
  expect(reply).toMatchObject({ status: 200, body: { kept: [] } })
  return String(reply.body.batch)
}

describe.each(triedObjects)('%s', name => {
  const model = () => world.kernel.models.get(name)

  it('is created with everything that was given, read back, and written down', async () => {
    const input = await full(model())
    const reply = await owner.post(lives(model()), input)
    expect(reply).toMatchObject({
      status: 201,
      headers: { etag: '"1"', batch: expect.any(String) },
      body: { ...input, version: 1, created_by: world.me },
    })
    if (model().object.owned) expect(reply.body.owner_id).toBe(world.me)
    const got = await owner.get(`${lives(model())}/${reply.body.id}`)
    expect(got).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { ...reply.body, deleted_at: null } })
    expect(Object.keys(got.body).sort()).toEqual(['id', 'version', 'deleted_at', ...Object.keys(model().fields)].sort())
    expect(
      (await owner.get(got.body.id === undefined ? '' : `${lives(model())}/${got.body.id}`, { 'if-none-match': '"1"' }))
        .status,
    ).toBe(304)
    const [change, ...more] = await changesOf(world, reply.body.id)
    expect(more).toEqual([])
    expect(change).toMatchObject({
      object: name,
      version: 1,
      events: ['created'],
      actor_id: world.me,
      source: 'api',
      batch: reply.headers.batch,
      before: null,
    })
    for (const [field, value] of Object.entries(input))
      if (!isNothing(value)) expect(change?.after).toMatchObject({ [field]: value })
  })

  it('changes field by field: before and after are written down, and each change is taken back', async () => {
    const { url, id } = await created(model())
    for (const [field] of writableFields(model()).filter(([field]) => !fixed[name]?.includes(field))) {
      const before = (await owner.get(url)).body
      const value = (await full(model()))[field]
      const reply = await owner.patch(url, { [field]: value })
      expect(reply, field).toMatchObject({ status: 200, body: { [field]: value } })
      if (isSame(before[field], value)) continue
      const changes = await changesOf(world, id)
      expect(changes.at(-1), field).toMatchObject({
        version: reply.body.version,
        events: ['updated'],
        before: { [field]: before[field] },
        after: { [field]: value },
        batch: reply.headers.batch,
      })
      const again = await undo(reply.headers.batch)
      expect((await owner.get(url)).body, field).toMatchObject({ [field]: before[field] })
      await owner.post(`/api/batches/${again}/undo`)
      expect((await owner.get(url)).body, field).toMatchObject({ [field]: value })
    }
  })

  it('is not written when nothing changes, nor when the version is stale', async () => {
    const { url, id, row } = await created(model())
    const same = inputOf(model(), row)
    for (const input of [{}, same])
      expect(await owner.patch(url, input), JSON.stringify(input)).toMatchObject({ status: 200, body: { version: 1 } })
    expect(await owner.patch(url, same, { 'if-match': '"2"' })).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    })
    expect(await owner.patch(url, same, { 'if-match': '"1"' })).toMatchObject({ status: 200 })
    expect(await owner.patch(url, same, { 'if-match': '*' })).toMatchObject({ status: 200 })
    expect(await owner.patch(url, same, { 'if-match': 'one' })).toMatchObject({ status: 422 })
    expect(await changesOf(world, id)).toHaveLength(1)
  })

  it('is replaced: what is left out is as in a new one', async () => {
    const { url, id } = await created(model(), await full(model()))
    const kept = (await owner.get(url)).body
    const input = await least(model())
    for (const field of fixed[name] ?? []) input[field] = kept[field]
    const reply = await owner.put(url, input)
    expect(reply).toMatchObject({ status: 200, body: input })
    const fresh = await created(model())
    for (const [field] of writableFields(model()))
      if (!(field in input)) expect(reply.body[field], field).toEqual(fresh.row[field])
    expect((await changesOf(world, id)).at(-1)).toMatchObject({ events: ['updated'] })
  })

  it('goes to the trash, comes back, and goes for good', async () => {
    const { url, id } = await created(model())
    const listed = async (more: string) => idsOf((await owner.get(lives(model()) + withWhere({ id }, more))).body.rows)
    expect(await owner.post(`${url}/restore`)).toMatchObject({ status: 404 })
    expect(await owner.post(`${url}/purge`)).toMatchObject({ status: 404 })
    expect(await listed('')).toEqual([id])
    expect(await owner.delete(url)).toMatchObject({ status: 204 })
    expect([await listed(''), await listed('&trashed=true')]).toEqual([[], [id]])
    expect((await owner.get(url)).body).toMatchObject({ version: 2, deleted_at: expect.any(String) })
    for (const again of [owner.delete(url), owner.patch(url, {}), owner.put(url, {})])
      expect(await again).toMatchObject({
        status: expect.toSatisfy((status: number) => status === 404 || status === 422),
      })
    expect(await owner.post(`${url}/restore`)).toMatchObject({ status: 200, body: { version: 3 } })
    await owner.delete(url)
    expect(await owner.post(`${url}/purge`)).toMatchObject({ status: 204 })
    expect(await owner.get(url)).toMatchObject({ status: 404 })
    expect(await listed('&trashed=true')).toEqual([])
    expect((await changesOf(world, id)).map(({ events, version }) => [...events, version])).toEqual([
      ['created', 1],
      ['deleted', 2],
      ['restored', 3],
      ['deleted', 4],
      ['purged', 5],
    ])
  })

  it('is undone: a creation, a removal, a return', async () => {
    const { url, batch } = await created(model())
    const state = async () => ((await owner.get(url)).body.deleted_at === null ? 'live' : 'trashed')
    const redo = await undo(batch)
    expect(await state()).toBe('trashed')
    await undo(redo)
    expect(await state()).toBe('live')
    const removed = await owner.delete(url)
    await undo(removed.headers.batch)
    expect(await state()).toBe('live')
    await owner.delete(url)
    const returned = await owner.post(`${url}/restore`)
    await undo(returned.headers.batch)
    expect(await state()).toBe('trashed')
  })

  it('takes many at once, and nothing when one of them is wrong', async () => {
    const inputs = [await least(model()), await least(model()), await least(model())]
    const before = (await owner.get(`${lives(model())}/totals`)).body.rows[0]?.count ?? 0
    const wrong = await owner.post(lives(model()), [inputs[0], { ...inputs[1], nonsense: 1 }, inputs[2]])
    expect(wrong).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'nonsense', code: 'unknown-field', index: 1 }] },
    })
    expect((await owner.get(`${lives(model())}/totals`)).body.rows[0]?.count ?? 0).toBe(before)
    const reply = await owner.post(lives(model()), inputs)
    expect(reply).toMatchObject({ status: 201, body: { rows: inputs } })
    const ids = idsOf(reply.body.rows)
    expect(await owner.patch(lives(model()), { ids, patch: {} })).toMatchObject({
      status: 200,
      body: { count: 3, ids },
    })
    expect(await owner.patch(lives(model()), { edits: ids.map(id => ({ id, version: 1 })) })).toMatchObject({
      status: 200,
      body: { count: 3 },
    })
    expect(await owner.patch(lives(model()), { edits: [{ id: ids[0] }, { id: ids[0] }] })).toMatchObject({
      status: 422,
    })
    expect(await owner.patch(lives(model()), { edits: [{ id: ids[0], version: '1' }] })).toMatchObject({ status: 422 })
    expect(await owner.delete(lives(model()), { where: { id: { in: ids } }, search: 5 })).toMatchObject({ status: 422 })
    expect(await owner.delete(lives(model()), { ids: [ids[0], world.kernel.newId()] })).toMatchObject({ status: 404 })
    const removed = await owner.delete(lives(model()), { where: { id: { in: ids } } })
    expect(removed.body).toEqual({ count: 3, ids })
    expect(await owner.post(`${lives(model())}/restore`, { where: { id: { in: ids } } })).toMatchObject({
      status: 200,
      body: { count: 3 },
    })
    expect(await owner.post(`/api/batches/${removed.headers.batch}/undo`)).toMatchObject({
      status: 200,
      body: { kept: [] },
    })
  })

  it('does once what carries the same key', async () => {
    const input = await least(model())
    const key = { 'idempotency-key': `${name}-1` }
    const [first, again] = [await owner.post(lives(model()), input, key), await owner.post(lives(model()), input, key)]
    expect(first.status).toBe(201)
    expect(again).toMatchObject({
      status: 201,
      body: first.body,
      headers: { 'idempotent-replay': 'true', batch: first.headers.batch },
    })
    expect(await owner.post(lives(model()), { ...input, nonsense: 1 }, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency.other-body' },
    })
    expect(await owner.post(lives(model()), input, { 'idempotency-key': 'no good' })).toMatchObject({ status: 422 })
    const refused = { 'idempotency-key': `${name}-2` }
    expect(await owner.post(lives(model()), { nonsense: 1 }, refused)).toMatchObject({ status: 422 })
    expect(await owner.post(lives(model()), await least(model()), refused)).toMatchObject({ status: 201 })
  })
})

const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
