// Every sortable field in both directions, alone and beside another; totals by every group; what a page says of itself.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typeOf } from '#kernel/fields/index.ts'
import type { Field } from '#kernel/schema/field.ts'
import { canBeGrouped, canBeSummed } from '#kernel/server/records/totals.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { seeded } from '../random.ts'
import { everyType } from './every-type.ts'
import { allRows, makeThings } from './many-things.ts'
import type { Record_ } from './naive-filter.ts'
import { type Caller, idsOf, openWorld, roleOf, seesAll, type World } from './world.ts'

let world: World
let rows: ReadonlyMap<string, readonly Record_[]>
beforeAll(async () => {
  world = await openWorld(everyType)
  await makeThings(world, 3)
  rows = await allRows(world)
})
afterAll(() => world.close())

const sortableFields = (model: Model) =>
  Object.entries(model.fields)
    .filter(([, field]) => typeOf(field).sortable)
    .map(([name]) => name)

/** All pages, one after the other. */
async function walk(
  caller: Caller,
  model: Model,
  sort: string | undefined,
  limit: number,
  more: object = {},
): Promise<Record_[]> {
  const found: Record_[] = []
  let after: string | null | undefined
  do {
    const reply = await caller.post(`/api/${model.object.plural}/query`, {
      limit,
      ...(sort === undefined ? {} : { sort }),
      ...(after ? { after } : {}),
      ...more,
    })
    expect(reply.status, JSON.stringify([sort, reply.body])).toBe(200)
    found.push(...reply.body.rows)
    after = reply.body.next
  } while (after && found.length < 500)
  return found
}

interface Key {
  readonly name: string
  readonly descending: boolean
}
const keysOf = (sort: string): Key[] =>
  sort.split(',').map(part => ({ name: part.replace('-', ''), descending: part.startsWith('-') }))

/** Empty comes last, whatever the direction; between equals the id decides, in the direction of the first key. */
function compare(model: Model, keys: readonly Key[], a: Record_, b: Record_): number {
  for (const { name, descending } of keys) {
    const [one, other] = [
      comparable(model.fields[name] as Field, a[name]),
      comparable(model.fields[name] as Field, b[name]),
    ]
    if (one === null || other === null) {
      if (one !== other) return one === null ? 1 : -1
      continue
    }
    const order = typeOf(model.fields[name] as Field).compare(one as never, other as never)
    if (order !== 0) return descending ? -order : order
  }
  return (a.id < b.id ? -1 : 1) * (keys[0]?.descending ? -1 : 1)
}

/** An amount in a currency without a rate cannot be compared. */
const comparable = (field: Field, value: unknown) =>
  field.type === 'money' && (value as { currency?: string } | null)?.currency !== 'USD' ? null : (value ?? null)

async function requireSorted(model: Model, sort: string) {
  const expected = [...(rows.get(model.name) ?? [])].sort((a, b) => compare(model, keysOf(sort), a, b))
  const whole = await walk(world.owner, model, sort, 200)
  expect(idsOf(whole), sort).toEqual(idsOf(expected))
  expect(idsOf(await walk(world.owner, model, sort, 7)), `${sort} in pages`).toEqual(idsOf(expected))
}

describe.each(['thing', 'part', 'user', 'tag'])('the order of %s', name => {
  const model = () => world.kernel.models.get(name)

  it('is that of each field, in both directions, whole and in pages', async () => {
    for (const field of sortableFields(model()))
      for (const sort of [field, `-${field}`]) await requireSorted(model(), sort)
  })

  it('is that of several fields', async () => {
    const random = seeded(5)
    const fields = sortableFields(model())
    for (let at = 0; at < 25; at++)
      await requireSorted(
        model(),
        Array.from({ length: random.whole(2, 4) }, () => (random.yes() ? '-' : '') + random.pick(fields)).join(','),
      )
  })

  it('is not that of a field which has none', async () => {
    for (const field of [
      ...Object.keys(model().fields).filter(field => !sortableFields(model()).includes(field)),
      'nonsense',
      'id',
      'version',
      'deleted_at',
    ])
      expect(await world.owner.get(`/api/${model().object.plural}?sort=${field}`), field).toMatchObject({ status: 422 })
  })
})

it('is that of time when nothing is said, also for who may not see the time', async () => {
  const model = world.kernel.models.get('thing')
  const blind = world.as([seesAll({ thing: { created_at: 'hidden' } })])
  const found = await walk(blind, model, undefined, 7)
  expect(idsOf(found)).toEqual(
    idsOf(rows.get('thing') ?? [])
      .sort()
      .reverse(),
  )
  expect(await blind.get('/api/things?sort=created_at')).toMatchObject({ status: 422 })
  expect(idsOf(await walk(world.owner, model, undefined, 7))).toEqual(
    idsOf(await walk(world.owner, model, '-created_at', 200)),
  )
})

it('pages through values as long as they may be', async () => {
  const model = world.kernel.models.get('thing')
  const site = `https://example.test/${'x'.repeat(2000)}`
  for (const end of ['a', 'b', 'c'])
    await world.owner.post('/api/things', {
      name: '\u{1F600}'.repeat(250) + end,
      note: '東'.repeat(255),
      site: site + end,
      fee: { amount: '1', currency: 'USD' },
    })
  for (const sort of ['site', 'name,note,site', '-note,-name,-site'])
    expect(await walk(world.owner, model, sort, 1, { where: { note: '東'.repeat(255) } })).toHaveLength(3)
})

describe('a cursor', () => {
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  const id = '01890000-0000-7000-8000-000000000000'
  it.each([
    ['created_at', ['never']],
    ['created_at', ['2026-02-31T00:00:00.000Z']],
    ['created_at', [null]],
    ['day', ['2026-02-30']],
    ['day', ['infinity']],
    ['amount', ['NaN']],
    ['amount', ['1e999']],
    ['yes', ['maybe']],
    ['name', ['a\0b']],
    ['name', [7]],
    ['name', []],
    ['name', ['a', 'b']],
    ['price', [{ amount: '1' }]],
    ['share', ['']],
    ['at', ['now']],
  ])('of %s with %j is refused', async (sort, values) => {
    expect(await world.owner.get(`/api/things?sort=${sort}&after=${cursor(sort, values, id)}`)).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'after', code: 'cursor.invalid' }] },
    })
  })
  it.each([
    ['x'],
    [cursor()],
    [cursor('name', ['a'], 'x')],
    [cursor('name', ['a'], '------------------------------------')],
    [cursor('-name', ['a'], id)],
    ['%00'],
  ])('%s is refused', async after => {
    expect(await world.owner.get(`/api/things?sort=name&after=${after}`)).toMatchObject({ status: 422 })
  })
  it('may name a record that is not there', async () => {
    expect(await world.owner.get(`/api/things?sort=name&after=${cursor('name', ['a\ud800'], id)}`)).toMatchObject({
      status: 200,
    })
  })
})

describe('totals', () => {
  const model = () => world.kernel.models.get('thing')
  const shown = (value: unknown) => (value === undefined ? null : value)

  it('count by every group, and sum every number', async () => {
    const things = rows.get('thing') ?? []
    const groups = Object.entries(model().fields)
      .filter(([, field]) => canBeGrouped(field))
      .map(([name]) => name)
    const sums = Object.entries(model().fields)
      .filter(([, field]) => canBeSummed(field))
      .map(([name]) => name)
    for (const group of groups) {
      const reply = await world.owner.post('/api/things/totals', {
        group,
        sum: sums,
        where: { note: { not: '東'.repeat(255) } },
        search: '',
      })
      expect(reply.status).toBe(200)
      const expected = Map.groupBy(things, row => shown(row[group]))
      for (const { group: key, count, sums: found } of reply.body.rows.filter(
        ({ group: key }: { group: unknown }) => key !== null,
      )) {
        const own = expected.get(key) ?? []
        expect(count, `${group} ${key}`).toBe(own.length)
        for (const name of sums.filter(one => model().fields[one]?.type !== 'money'))
          expect(rounded(found[name]), name).toBe(rounded(sumOf(own.map(row => row[name] as number | null))))
      }
    }
  })

  it('of money never mix currencies', async () => {
    const reply = await world.owner.get('/api/things/totals?sum=price')
    const of = (currency: string) =>
      sumOf(
        (rows.get('thing') ?? [])
          .map(row => row.price as { amount: string; currency: string } | null)
          .map(price => (price?.currency === currency ? Number(price.amount) : null)),
      )
    const [total] = reply.body.rows
    for (const { amount, currency } of total.sums.price) expect(Number(amount)).toBeCloseTo(of(currency) ?? 0, 2)
    expect(total.sums.price.map(({ currency }: { currency: string }) => currency)).toEqual(['EUR', 'USD'])
  })

  it.each([
    ['group=name'],
    ['group=nonsense'],
    ['group=colours'],
    ['sum=name'],
    ['sum=created_at'],
    ['sum=price,nonsense'],
    ['nonsense=1'],
    ['where={'],
    [`sum=${'amount,'.repeat(11)}amount`],
  ])('refuse %s', async query => {
    expect(await world.owner.get(`/api/things/totals?${query}`)).toMatchObject({ status: 422 })
  })

  it('refuse a search that is no text', async () => {
    expect(await world.owner.post('/api/things/totals', { search: 5 })).toMatchObject({ status: 422 })
  })
})

const rounded = (value: number | null | undefined) => (value == null ? null : Math.round(value * 1000) / 1000)

const sumOf = (values: readonly (number | null)[]) => {
  const there = values.filter(value => value !== null)
  return there.length ? there.reduce((sum, value) => sum + value, 0) : null
}

it('counts no further than it says, and answers the same by address and by body', async () => {
  const where = { name: { contains: 'a' } }
  const query = `?where=${encodeURIComponent(JSON.stringify(where))}&sort=name,-day&limit=5&count=true&include=parent,keeper,friends,labels,about&columns=name,parent,keeper,friends,labels,about`
  const [byAddress, byBody] = [
    await world.owner.get(`/api/things${query}`),
    await world.owner.post('/api/things/query', {
      where,
      sort: 'name,-day',
      limit: 5,
      count: true,
      include: ['parent', 'keeper', 'friends', 'labels', 'about'],
      columns: ['name', 'parent', 'keeper', 'friends', 'labels', 'about'],
    }),
  ]
  expect(byAddress.body).toEqual(byBody.body)
  expect(byAddress.body.count).toBe(
    (await walk(world.owner, world.kernel.models.get('thing'), 'name', 200, { where })).length,
  )
  expect(Object.keys(byAddress.body.rows[0]).sort()).toEqual([
    'about',
    'friends',
    'id',
    'keeper',
    'labels',
    'name',
    'parent',
    'version',
  ])
})

it('includes the names of what the reader may see, and of nothing else', async () => {
  const mine = world.as([roleOf({ thing: { read: 'own' } })])
  const reply = await mine.get('/api/things?limit=200&include=parent,keeper,labels,friends')
  const owned = new Set(
    (await world.owner.post('/api/things/query', { where: { owner_id: world.me }, limit: 200 })).body.rows.map(
      ({ id }: Record_) => id,
    ),
  )
  const trashed = new Set(
    (
      await world.owner.post('/api/things/query', { where: { owner_id: world.me }, limit: 200, trashed: true })
    ).body.rows.map(({ id }: Record_) => id),
  )
  expect(Object.keys(reply.body.included)).toEqual(['thing'])
  for (const id of Object.keys(reply.body.included.thing)) expect(owned.has(id) || trashed.has(id)).toBe(true)
})
