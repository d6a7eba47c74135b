// Random filters over random records: what the database finds is what a plain reading of the filter finds, for whoever
// may do everything and for somebody with a scope and masks. FILTER_SEED tries others.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { typeOf } from '#kernel/fields/index.ts'
import { dayIn } from '#kernel/server/records/day.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { seeded } from '../random.ts'
import { everyType } from './every-type.ts'
import { allRows, makeThings } from './many-things.ts'
import { type Naive, naiveFilter, type Record_ } from './naive-filter.ts'
import { operandOf, randomFilter, type Source } from './random-filter.ts'
import { type Caller, idsOf, openWorld, roleOf, type World } from './world.ts'

const seed = Number(process.env.FILTER_SEED ?? 1)
const many = 250

let world: World
let rows: ReadonlyMap<string, readonly Record_[]>
beforeAll(async () => {
  world = await openWorld(everyType)
  await makeThings(world, seed)
  rows = await allRows(world)
})
afterAll(() => world.close())

interface Runner {
  readonly caller: Caller
  readonly sees: Naive['sees']
  readonly visible: Source['visible']
  readonly readable: Source['readable']
}

const everybody = (): Runner => ({ caller: world.owner, sees: () => true, visible: () => true, readable: () => true })

/** Sees own things and what is part of them, all people and tags; neither notes nor prices. */
function limited(): Runner {
  const role = roleOf(
    { thing: { read: 'own' }, part: { read: 'own' }, user: { read: 'everybody' }, tag: { read: 'everybody' } },
    { thing: { note: 'hidden', financial: 'hidden' }, user: { email: 'hidden' } },
  )
  const ownThing = (row: Record_ | undefined) => row?.owner_id === world.me
  const sees = (object: string, row: Record_) => {
    if (object === 'thing') return ownThing(row)
    return object !== 'part' || ownThing(rows.get('thing')?.find(({ id }) => id === row.thing))
  }
  const hidden = new Set(['thing.note', 'thing.price', 'user.email'])
  return {
    caller: world.as([role]),
    sees,
    visible: (model, field) => !hidden.has(`${model.name}.${field}`),
    readable: object => ['thing', 'part', 'user', 'tag'].includes(object),
  }
}

const naiveOf = ({ caller, sees }: Runner): Naive => {
  const { zone, currency } = caller.actor.locale
  return { models: world.kernel.models, rows, sees, today: dayIn(zone, new Date()), zone, currency }
}

async function compareBoth(runner: Runner, model: Model, filter: Readonly<Record<string, unknown>>) {
  const naive = naiveOf(runner)
  const expected = (rows.get(model.name) ?? []).filter(
    row => runner.sees(model.name, row) && naiveFilter(naive, filter, model, row),
  )
  const reply = await runner.caller.post(`/api/${model.object.plural}/query`, {
    where: filter,
    limit: 200,
    columns: 'id',
  })
  const said = JSON.stringify(filter)
  expect(reply.status, `${said} ${JSON.stringify(reply.body.fields ?? '')}`).toBe(200)
  expect(idsOf(reply.body.rows).sort(), said).toEqual(idsOf(expected).sort())
  return expected.length
}

it.each([
  ['whoever may do everything', everybody],
  ['somebody with a scope and masks', limited],
])('%s finds what a plain reading of the filter finds', async (_, open) => {
  const runner = open()
  const source: Source = {
    random: seeded(seed),
    models: world.kernel.models,
    rows,
    readable: runner.readable,
    visible: runner.visible,
  }
  let found = 0
  for (let at = 0; at < many; at++) {
    const model = world.kernel.models.get(source.random.pick(['thing', 'thing', 'thing', 'part', 'user', 'tag']))
    found += (await compareBoth(runner, model, randomFilter(source, model))) > 0 ? 1 : 0
  }
  // Filters that never find anything would prove nothing.
  expect(found).toBeGreaterThan(many / 4)
})

it('knows every operator of every field', async () => {
  const runner = everybody()
  const source: Source = {
    random: seeded(seed),
    models: world.kernel.models,
    rows,
    readable: runner.readable,
    visible: runner.visible,
  }
  for (const model of world.models)
    for (const [name, field] of Object.entries(model.fields))
      for (const operator of typeOf(field).operators) {
        const operand = operandOf(source, model, name, field, operator)
        if (operand !== undefined) await compareBoth(runner, model, { [name]: { [operator]: operand } })
      }
})

it('refuses every operator that a field does not have, and every field that is not there', async () => {
  const all = [
    'is',
    'not',
    'in',
    'not_in',
    'all',
    'gt',
    'gte',
    'lt',
    'lte',
    'contains',
    'starts',
    'during',
    'empty',
    'nonsense',
    '__proto__',
  ]
  for (const model of world.models)
    for (const [name, field] of Object.entries(model.fields))
      for (const operator of all.filter(one => !(typeOf(field).operators as readonly string[]).includes(one)))
        expect(
          await world.owner.post(`/api/${model.object.plural}/query`, {
            where: JSON.parse(`{"${name}":{"${operator}":[]}}`),
          }),
          `${model.name}.${name} ${operator}`,
        ).toMatchObject({ status: expect.toSatisfy((status: number) => status === 422 || status === 400) })
  for (const where of [
    { nonsense: 1 },
    { 'parent.nonsense': 1 },
    { 'name.x': 1 },
    { 'id.id': 1 },
    { deleted_at: { empty: false } },
    { version: 1 },
    { search_text: 'x' },
    { price_base: { gt: '1' } },
  ])
    expect(await world.owner.post('/api/things/query', { where }), JSON.stringify(where)).toMatchObject({ status: 422 })
})

it('asks by which link a count is meant when there are several', async () => {
  expect(await world.owner.post('/api/things/query', { where: { count: { of: 'thing', gte: 1 } } })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'count.by', code: 'filter.which-link' }] },
  })
  expect(await world.owner.post('/api/things/query', { where: { count: { of: 'part', gte: 1 } } })).toMatchObject({
    status: 200,
  })
})
