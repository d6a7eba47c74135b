// Fields added while Rapport runs: at once like any other, whatever their type, and nobody waits for them.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '#kernel/server/database/open.ts'
import { openStore } from '#kernel/server/files/open-store.ts'
import { openKernel } from '#kernel/server/open-kernel.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import { testEngine, urlOf } from '../database.ts'
import { makeRecord } from '../factories.ts'
import { everyType } from './every-type.ts'
import { type Caller, idsOf, openWorld, seesAll, type World, withWhere } from './world.ts'

let world: World
let owner: Caller
beforeAll(async () => {
  world = await openWorld(everyType)
  owner = world.owner
})
afterAll(() => world.close())

const add = (name: string, type: string, more: object = {}) =>
  owner.post('/api/custom_fields', { object: 'thing', name, label: name, type, ...more })
const added = async (name: string, type: string, more: object = {}) => {
  const reply = await add(name, type, more)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return { url: `/api/custom_fields/${reply.body.id}`, batch: String(reply.headers.batch) }
}
const thing = async (values: object = {}) => {
  const reply = await owner.post('/api/things', { name: 'Thing', fee: { amount: '1', currency: 'USD' }, ...values })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}
const columns = async () =>
  (
    await sql<{
      name: string
    }>`select attname as name from pg_attribute where attrelid = 'things'::regclass and attnum > 0 and not attisdropped`.execute(
      world.kernel.database.db,
    )
  ).rows.map(({ name }) => name)

const options = 'a: First\nb: Second: half\n\n  c  '
const types: Readonly<
  Record<
    string,
    {
      readonly more?: object
      readonly values: readonly [unknown, unknown]
      readonly wrong: unknown
      readonly filter: object
    }
  >
> = {
  text: { values: ['Ådne', 'zoe'], wrong: 5, filter: { is: 'adne' } },
  long_text: { values: ['one\ntwo', 'three'], wrong: {}, filter: { contains: 'ONE' } },
  email: { values: ['a@example.test', 'b@example.test'], wrong: 'nobody', filter: { starts: 'a@' } },
  phone: { values: ['+33612345678', '+33612345679'], wrong: 'call me', filter: { is: '+33612345678' } },
  url: { values: ['https://a.test/', 'https://b.test/'], wrong: 'javascript:alert(1)', filter: { contains: 'a.test' } },
  number: { more: { decimals: 2 }, values: [1.25, 10], wrong: '1', filter: { lt: 2 } },
  percent: { values: [12.5, 99], wrong: 101, filter: { lte: 12.5 } },
  money: {
    values: [
      { amount: '1.50', currency: 'USD' },
      { amount: '20.00', currency: 'USD' },
    ],
    wrong: { amount: 'x', currency: 'USD' },
    filter: { lt: { amount: '2', currency: 'USD' } },
  },
  date: { values: ['2026-01-01', '2026-12-31'], wrong: '2026-02-30', filter: { lt: '2026-06-01' } },
  moment: {
    values: ['2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    wrong: 'noon',
    filter: { lt: '2026-06-01T00:00:00Z' },
  },
  flag: { values: [true, false], wrong: 'yes', filter: { is: true } },
  choice: { more: { options }, values: ['a', 'c'], wrong: 'd', filter: { in: ['a', 'b'] } },
  choices: { more: { options }, values: [['a', 'b'], ['c']], wrong: ['d'], filter: { all: ['a', 'b'] } },
}

describe.each(Object.entries(types))(
  'a field of the type %s',
  (type, { more, values: [one, other], wrong, filter }) => {
    const name = `c_of_${type}`

    it('is at once written, read, filtered, sorted, listed and summed', async () => {
      const before = await thing()
      await added(name, type, more)
      const [first, second] = [await thing({ [name]: one }), await thing({ [name]: other })]
      const ids = { id: { in: [before, first, second] } }
      expect((await owner.get(`/api/things/${first}`)).body[name]).toEqual(one)
      expect((await owner.get(`/api/things/${before}`)).body[name]).toEqual(
        type === 'flag' ? false : type === 'choices' ? [] : null,
      )
      expect(idsOf((await owner.get(`/api/things${withWhere({ all: [ids, { [name]: filter }] })}`)).body.rows)).toEqual(
        [first],
      )
      expect(
        (await owner.post('/api/things', { name: 'x', fee: { amount: '1', currency: 'USD' }, [name]: wrong })).body
          .fields,
      ).toMatchObject([{ field: name }])
      const sorted = async (sort: string) =>
        idsOf((await owner.get(`/api/things${withWhere(ids, `&sort=${sort}&columns=${name}`)}`)).body.rows)
      if (!['long_text', 'choices'].includes(type)) {
        expect(await sorted(`-${name}`)).toEqual(type === 'flag' ? [first, second, before] : [second, first, before])
        expect((await sorted(name)).at(-1)).toBe(type === 'flag' ? first : before)
      }
      if (['number', 'money'].includes(type))
        expect(
          (await owner.get(`/api/things/totals${withWhere(ids, `&sum=${name}`)}`)).body.rows[0].sums[name],
        ).toBeTruthy()
      if (['choice', 'flag', 'date'].includes(type))
        expect(
          (await owner.get(`/api/things/totals${withWhere(ids, `&group=${name}`)}`)).body.rows.length,
        ).toBeGreaterThan(1)
      const changed = await owner.patch(`/api/things/${first}`, { [name]: other })
      expect(changed.body[name]).toEqual(other)
      await owner.post(`/api/batches/${changed.headers.batch}/undo`)
      expect((await owner.get(`/api/things/${first}`)).body[name]).toEqual(one)
    })

    it('is masked like any other', async () => {
      const caller = world.as([seesAll({ thing: { [name]: 'hidden' } })])
      expect(Object.keys((await caller.get('/api/things?limit=1')).body.rows[0])).not.toContain(name)
      expect(await caller.get(`/api/things${withWhere({ [name]: filter })}`)).toMatchObject({ status: 422 })
    })
  },
)

it('a link leads to a record, and is emptied when that goes for good', async () => {
  await added('c_friend', 'ref', { target: 'part' })
  const part = await makeRecord(world.kernel, world.kernel.models.get('part'), { name: 'Cog' })
  const id = await thing({ c_friend: part.id })
  expect(idsOf((await owner.get(`/api/things${withWhere({ 'c_friend.name': 'cog' })}`)).body.rows)).toEqual([id])
  expect((await owner.get(`/api/things/${id}?include=c_friend`)).body.included.part[part.id].title).toBe('Cog')
  expect(await owner.patch(`/api/things/${id}`, { c_friend: world.me })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'c_friend', code: 'ref-missing' }] },
  })
  await owner.delete(`/api/parts/${part.id}`)
  expect(await owner.post(`/api/parts/${part.id}/purge`)).toMatchObject({ status: 204 })
  expect((await owner.get(`/api/things/${id}`)).body).toMatchObject({ c_friend: null })
})

it('a required one is asked of what is written from now on, and pages go through what was there before', async () => {
  const before = [await thing(), await thing(), await thing()]
  const { url } = await added('c_needed', 'number', { required: true })
  expect(await owner.post('/api/things', { name: 'x', fee: { amount: '1', currency: 'USD' } })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'c_needed', code: 'required' }] },
  })
  const after = await thing({ c_needed: 1 })
  for (const sort of ['c_needed', '-c_needed']) {
    const seen: string[] = []
    let next = ''
    do {
      const { body } = await owner.get(
        `/api/things${withWhere({ id: { in: [...before, after] } }, `&sort=${sort}&limit=1${next}`)}`,
      )
      seen.push(...idsOf(body.rows))
      next = body.next ? `&after=${body.next}` : ''
    } while (next)
    expect(seen).toHaveLength(4)
    expect(seen[0]).toBe(after)
  }
  await owner.patch(url, { required: false })
})

it.each([
  ['name', 'c_"; drop table things; --'],
  ['name', "c_'"],
  ['name', 'c_A'],
  ['name', 'colour'],
  ['name', 'c_'],
  ['name', 'c_1'],
  ['name', `c_${'x'.repeat(47)}`],
  ['name', 'c_é'],
  ['name', 'c_a b'],
  ['name', '__proto__'],
  ['name', 'C_x'],
  ['name', 'c_\u0000'],
  ['object', 'nonsense'],
  ['object', 'constructor'],
  ['object', '__proto__'],
  ['type', 'rich_text'],
  ['type', 'constructor'],
  ['decimals', 10],
  ['decimals', 1.5],
  ['decimals', -1],
])('%s %j is refused, and nothing is added', async (field, value) => {
  const before = await columns()
  const reply = await owner.post('/api/custom_fields', {
    object: 'thing',
    name: 'c_fine',
    label: 'Fine',
    type: 'number',
    [field]: value,
  })
  expect(reply.status, JSON.stringify(reply.body)).toBe(422)
  expect(await columns()).toEqual(before)
})

it.each([
  ['choice', { options: '' }],
  ['choices', {}],
  ['choice', { options: "it's: bad" }],
  ['choice', { options: `${'k'.repeat(65)}: long` }],
  ['ref', {}],
  ['ref', { target: 'nonsense' }],
  ['ref', { target: '__proto__' }],
])('%s with %j is refused', async (type, more) => {
  expect(await add('c_incomplete', type, more)).toMatchObject({ status: 422 })
})

it('hostile labels, helps and options are only words', async () => {
  const words = '<script>alert(1)</script> \u202E \'"; drop table things; --'
  await added('c_words', 'choice', {
    label: words.slice(0, 80),
    help: words,
    options: `__proto__: ${words}\nconstructor: b`,
  })
  const id = await thing({ c_words: '__proto__' })
  expect((await owner.get(`/api/things/${id}`)).body.c_words).toBe('__proto__')
  expect((await owner.get(`/api/things${withWhere({ c_words: 'constructor' })}`)).body.rows).toEqual([])
})

it('takes no name twice, nor that of a column beside it, nor of one in the trash', async () => {
  const { url } = await added('c_twice', 'money')
  for (const name of ['c_twice', 'c_twice_currency', 'c_twice_base'])
    expect(await add(name, 'text'), name).toMatchObject({ status: 422, body: { fields: [{ code: 'custom.taken' }] } })
  await owner.delete(url)
  expect(await add('c_twice', 'text')).toMatchObject({ status: 422 })
  const before = await columns()
  const both = [
    { object: 'thing', name: 'c_both', label: 'a', type: 'text' },
    { object: 'thing', name: 'c_both', label: 'b', type: 'text' },
  ]
  expect(await owner.post('/api/custom_fields', both)).toMatchObject({ status: 422 })
  expect(
    await owner.post('/api/custom_fields', [both[0], { ...both[1], name: 'c_wrong', type: 'choice' }]),
  ).toMatchObject({ status: 422 })
  expect(await columns()).toEqual(before)
})

it('is fixed in what its column rests on', async () => {
  const { url } = await added('c_fixed', 'number', { decimals: 2 })
  for (const patch of [{ name: 'c_other' }, { type: 'text' }, { object: 'part' }, { decimals: 3 }, { target: 'user' }])
    expect(await owner.patch(url, patch), JSON.stringify(patch)).toMatchObject({
      status: 422,
      body: { fields: [{ code: 'custom.fixed' }] },
    })
  expect(await owner.patch(url, { label: 'Other', help: 'x', place: 3, mask: 'financial' })).toMatchObject({
    status: 200,
  })
})

it('is hidden, put in the trash and brought back with its values; only for good does its column go', async () => {
  const { url } = await added('c_life', 'money')
  const price = { amount: '5.00', currency: 'USD' }
  const id = await thing({ c_life: price })
  const shown = async () => (await owner.get(`/api/things/${id}`)).body.c_life
  for (const [away, back] of [
    [() => owner.patch(url, { hidden: true }), () => owner.patch(url, { hidden: false })],
    [() => owner.delete(url), () => owner.post(`${url}/restore`)],
  ] as const) {
    expect((await away()).status).toBeLessThan(300)
    expect(await shown()).toBeUndefined()
    expect(await owner.get(`/api/things?sort=c_life`)).toMatchObject({ status: 422 })
    expect(await owner.patch(`/api/things/${id}`, { c_life: null })).toMatchObject({ status: 422 })
    expect((await back()).status).toBe(200)
    expect(await shown()).toEqual(price)
  }
  expect(await owner.post(`${url}/purge`)).toMatchObject({ status: 404 })
  await owner.delete(url)
  expect(await columns()).toContain('c_life_currency')
  expect(await owner.post(`${url}/purge`)).toMatchObject({ status: 204 })
  expect((await columns()).filter(name => name.startsWith('c_life'))).toEqual([])
  expect(await shown()).toBeUndefined()
  await added('c_life', 'text')
  expect(await shown()).toBeNull()
})

it('is taken back like anything else', async () => {
  const { batch } = await added('c_undone', 'text')
  expect((await owner.post(`/api/batches/${batch}/undo`)).body).toMatchObject({ undone: 1, kept: [] })
  expect(await owner.get('/api/things?sort=c_undone')).toMatchObject({ status: 422 })
})

it('is known to every other process', async () => {
  const database =
    testEngine === 'postgres'
      ? await openDatabase({ url: await urlOf(world.kernel.database), folder: '' })
      : world.kernel.database
  const other = await openKernel({
    ...everyType,
    database,
    queue: { send: async () => {} },
    secrets: openSecrets('a key for nothing but these tests'),
    store: openStore({ filesUrl: null, dataDir: '/nowhere' }),
  })
  const { url } = await added('c_elsewhere', 'text')
  await vi.waitFor(() => expect(Object.keys(other.models.get('thing').fields)).toContain('c_elsewhere'), {
    timeout: 5000,
    interval: 10,
  })
  await owner.patch(url, { hidden: true })
  await vi.waitFor(() => expect(Object.keys(other.models.get('thing').fields)).not.toContain('c_elsewhere'), {
    timeout: 5000,
    interval: 10,
  })
  await other.close()
  if (database !== world.kernel.database) await database.close()
})

it('comes in no greater number than an object can bear', async () => {
  const field = (at: number) => ({ object: 'part', name: `c_many_${at}`, label: 'x', type: 'number' })
  expect(
    await owner.post(
      '/api/custom_fields',
      Array.from({ length: 251 }, (_, at) => field(at)),
    ),
  ).toMatchObject({ status: 409, body: { code: 'custom.too-many' } })
  expect(
    await owner.post(
      '/api/custom_fields',
      Array.from({ length: 250 }, (_, at) => field(at)),
    ),
  ).toMatchObject({ status: 201 })
  expect(await owner.post('/api/custom_fields', field(250))).toMatchObject({
    status: 409,
    body: { code: 'custom.too-many' },
  })
  const part = await makeRecord(world.kernel, world.kernel.models.get('part'))
  expect(
    (
      await owner.patch(
        `/api/parts/${part.id}`,
        Object.fromEntries(Array.from({ length: 250 }, (_, at) => [`c_many_${at}`, at])),
      )
    ).body,
  ).toMatchObject({ c_many_249: 249 })
})

describe.skipIf(testEngine !== 'postgres')('on a server', () => {
  it('the same name is given to one of two who ask at once', async () => {
    const replies = await Promise.all(Array.from({ length: 4 }, () => add('c_race', 'text')))
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422])
  })

  it('is added behind somebody who reads for four seconds, and no other reader waits', async () => {
    const [slow, others] = [
      await openDatabase({ url: await urlOf(world.kernel.database), folder: '' }),
      await openDatabase({ url: await urlOf(world.kernel.database), folder: '' }),
    ]
    let reading = true
    const long = slow.db.transaction().execute(async tx => {
      await sql`select count(*) from things`.execute(tx)
      await sql`select pg_sleep(4)`.execute(tx)
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
    await added('c_patient', 'text')
    expect(reading).toBe(false)
    await Promise.all([long, readers])
    await Promise.all([slow.close(), others.close()])
    expect(waits.length).toBeGreaterThan(50)
    expect(Math.max(...waits)).toBeLessThan(500)
  }, 30_000)
})
