import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { user } from '#kernel/objects/index.ts'
import type { Id } from '#kernel/schema/field.ts'
import type { InnerPatch } from '#kernel/schema/object.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { undoBatch } from '#kernel/server/changes/undo.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { Context } from '#kernel/server/records/context.ts'
import type { Reading } from '#kernel/server/records/list.ts'
import { roleOf } from '../../../tests/contract/world.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { ownerRole, testServer } from '../../../tests/server.ts'
import { deal } from '../deal.ts'
import { lostReason, pipeline, stage } from '../pipeline.ts'
import { pipelineEndpoints } from './endpoints.ts'
import { pipelineChanges } from './pipeline-changes.ts'
import { stageTimes, velocityOf } from './pipeline-speed.ts'

let kernel: Kernel
let sales: string
let first: string
let second: string
let third: string
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

beforeEach(async () => {
  const { id } = await make(kernel, pipeline)
  sales = id
  const made = []
  for (const [place, probability] of [10, 40, 80].entries())
    made.push(await make(kernel, stage, { pipeline: id, place, probability }))
  ;[first = '', second = '', third = ''] = made.map(row => row.id)
})

const day = (date: string): Kernel =>
  Object.create(kernel, { clock: { value: () => new Date(`${date}T12:00:00Z`) } }) as Kernel
const on = <T>(date: string, run: (ctx: Context) => Promise<T>, batch = kernel.newId()) =>
  inContext(day(date), { actor: systemActor(kernel.locale), source: 'command', batch }, run)
const dollars = (amount: number) => ({ amount: `${amount}.00`, currency: 'USD' })
const open = async (date: string, title: string, value: number, owner_id: Id<'user'> | null = null) => {
  const [row] = await on(date, ctx =>
    ctx.create(deal, [{ title, stage: first, value: dollars(value), close_date: '2026-06-30', owner_id }]),
  )
  return row?.id ?? ''
}
const change = (date: string, id: string, patch: InnerPatch<typeof deal>, batch?: string) =>
  on(date, async ctx => ctx.update(deal, await ctx.byIds(deal, [id]), patch), batch)
const reading = (actor = systemActor(kernel.locale)): Reading => ({
  db: kernel.database.db,
  models: kernel.models,
  actor,
  today: '2026-05-31',
})
const told = async (id: string) => {
  const { rows } = await sql<{ events: string[]; undone: boolean }>`select events, undone_at is not null as undone
    from deal_history where deal_id = ${id}::uuid order by seq`.execute(kernel.database.db)
  return rows.map(({ events, undone }) => `${events.join(' ')}${undone ? ' undone' : ''}`)
}
const may = { from: '2026-05-01', to: '2026-05-31' }

it('keeps every move with what the deal was worth and how likely it was then', async () => {
  const id = await open('2026-05-01', 'Fleet', 1000)
  await change('2026-05-03', id, { stage: second, value: dollars(1500) })
  await asSystem(kernel, async ctx =>
    ctx.update(stage, await ctx.byIds(stage, [second]), { probability: 55, place: 9 }),
  )
  await change('2026-05-04', id, { stage: first })
  await change('2026-05-05', id, { close_date: '2026-07-15', title: 'Fleet of cars' })
  await on('2026-05-06', ctx => ctx.do(deal, 'win', [id], {}))
  await on('2026-05-07', ctx => ctx.do(deal, 'reopen', [id], {}))
  expect(await told(id)).toEqual([
    'created',
    'moved_forward value_changed',
    'moved_back',
    'close_date_changed',
    'won',
    'reopened',
  ])
  const { rows } =
    await sql`select from_stage_id, stage_id, from_value::float8 as from_value, value::float8 as value, value_currency,
    probability::float8 as probability, at from deal_history where deal_id = ${id}::uuid order by seq limit 2 offset 1`.execute(
      kernel.database.db,
    )
  expect(rows).toEqual([
    {
      from_stage_id: first,
      stage_id: second,
      from_value: 1000,
      value: 1500,
      value_currency: 'USD',
      probability: 40,
      at: '2026-05-03T12:00:00.000Z',
    },
    expect.objectContaining({ probability: 10, from_value: 1500, value: 1500 }),
  ])
})

it('tells what changed in a week, counted by hand', async () => {
  const fleet = await open('2026-04-20', 'Fleet', 1000)
  const pilot = await open('2026-05-02', 'Pilot', 200)
  await change('2026-05-03', fleet, { stage: second })
  await change('2026-05-04', fleet, { stage: third, value: dollars(1300) })
  await change('2026-05-05', pilot, { value: { amount: '150.50', currency: 'EUR' } })
  await change('2026-05-06', fleet, { stage: second })
  await on('2026-05-07', async ctx => {
    const [reason] = await ctx.create(lostReason, [{ name: `Price ${ctx.batch}` }])
    await ctx.do(deal, 'lose', [pilot], { reason: reason?.id ?? '' })
    await ctx.do(deal, 'win', [fleet], {})
  })
  await change('2026-05-09', await open('2026-05-09', 'Later', 5), { stage: second })
  const { totals, entries, more } = await pipelineChanges(
    reading(),
    sales,
    { from: '2026-05-02', to: '2026-05-08' },
    100,
  )
  expect(more).toBe(false)
  expect(entries.map(({ deal: { title }, events }) => `${title} ${events.toSorted().join(' ')}`)).toEqual(
    expect.arrayContaining(['Fleet won', 'Pilot lost', 'Fleet moved_back', 'Fleet moved_forward value_changed']),
  )
  expect(Object.fromEntries(totals.map(({ event, deals, sums }) => [event, { deals, sums }]))).toEqual({
    created: { deals: 1, sums: [dollars(200)] },
    moved_forward: { deals: 1, sums: [dollars(2300)] },
    moved_back: { deals: 1, sums: [dollars(1300)] },
    value_changed: { deals: 2, sums: [{ amount: '150.50', currency: 'EUR' }, dollars(100)] },
    lost: { deals: 1, sums: [{ amount: '150.50', currency: 'EUR' }] },
    won: { deals: 1, sums: [dollars(1300)] },
  })
  expect(totals.find(({ event }) => event === 'lost')?.converted).toEqual({
    amount: '0.00',
    currency: 'USD',
    without_rate: 1,
  })
})

it('counts how long deals stay in a stage', async () => {
  const one = await open('2026-05-01', 'One', 1)
  const two = await open('2026-05-01', 'Two', 1)
  await change('2026-05-03', one, { stage: second })
  await change('2026-05-07', two, { stage: second })
  await change('2026-05-04', one, { value: dollars(5) })
  await on('2026-05-13', ctx => ctx.do(deal, 'win', [one], {}))
  const times = await stageTimes(reading(), sales, may, '2026-05-17T12:00:00Z')
  expect(times).toEqual([
    { stage: first, ended: 2, average_days: 4, median_days: 4, standing: 0, standing_average_days: null },
    { stage: second, ended: 1, average_days: 10, median_days: 10, standing: 1, standing_average_days: 10 },
    { stage: third, ended: 0, average_days: null, median_days: null, standing: 0, standing_average_days: null },
  ])
})

it('counts what the pipeline brings in a day', async () => {
  const won = [await open('2026-05-01', 'A', 1000), await open('2026-05-03', 'B', 500)]
  const lost = await open('2026-05-01', 'C', 9000)
  for (const title of ['D', 'E', 'F']) await open('2026-05-01', title, 1)
  await on('2026-05-11', ctx => ctx.do(deal, 'win', won, {}))
  await on('2026-05-12', async ctx => {
    const [reason] = await ctx.create(lostReason, [{ name: `Gone ${ctx.batch}` }])
    await ctx.do(deal, 'lose', [lost], { reason: reason?.id ?? '' })
  })
  // 3 open × 2/3 × 750 ÷ 9 days
  expect(await velocityOf(reading(), sales, may)).toEqual({
    open: 3,
    won: 2,
    lost: 1,
    win_rate: 66.67,
    cycle_days: 9,
    average_won: dollars(750),
    a_day: { amount: '166.67', currency: 'USD' },
  })
})

it('forgets a move that was taken back, and remembers it when that is taken back too', async () => {
  const id = await open('2026-05-01', 'Fleet', 1000)
  const batch = kernel.newId()
  await change('2026-05-03', id, { stage: second, value: dollars(7) }, batch)
  const undo = (what: string) =>
    undoBatch(day('2026-05-04'), { actor: systemActor(kernel.locale), source: 'undo' }, what)
  const undone = await undo(batch)
  expect(undone.undone).toBe(1)
  expect(await told(id)).toEqual(['created', 'moved_forward value_changed undone'])
  const [back] = await asSystem(kernel, ctx => ctx.byIds(deal, [id]))
  expect(back).toMatchObject({ stage: first, stage_since: '2026-05-01T12:00:00.000Z' })
  await undo(undone.batch)
  expect(await told(id)).toEqual(['created', 'moved_forward value_changed'])
})

it('forgets a win that was taken back, and a creation; but not what came between', async () => {
  const batch = kernel.newId()
  const [row] = await on('2026-05-01', ctx => ctx.create(deal, [{ title: 'A', stage: first }]), batch)
  const id = row?.id ?? ''
  const winning = kernel.newId()
  await on('2026-05-02', ctx => ctx.do(deal, 'win', [id], {}), winning)
  const undo = (what: string) =>
    undoBatch(day('2026-05-04'), { actor: systemActor(kernel.locale), source: 'undo' }, what)
  await undo(winning)
  expect(await told(id)).toEqual(['created', 'won undone'])
  const moving = kernel.newId()
  await change('2026-05-03', id, { stage: second }, moving)
  await change('2026-05-04', id, { value: dollars(3) })
  await undo(moving)
  expect(await told(id)).toEqual(['created', 'won undone', 'moved_forward', 'value_changed', 'moved_back'])
})

it('shows nobody the deals, or the values, that they may not see', async () => {
  const [me] = await asSystem(kernel, ctx => ctx.create(user, [{ name: 'Me', email: `${kernel.newId()}@people.test` }]))
  const mine = await open('2026-05-01', 'Mine', 10, me?.id)
  await open('2026-05-01', 'Theirs', 20)
  const actor = {
    ...systemActor(kernel.locale),
    id: me?.id ?? '',
    roles: [roleOf({ '*': { read: 'own' } }, { deal: { value: 'hidden' } })],
  }
  const { totals, entries } = await pipelineChanges(reading(actor), sales, may, 10)
  expect(totals).toEqual([{ event: 'created', deals: 1 }])
  expect(entries.map(entry => entry.deal.id)).toEqual([mine])
  expect(entries[0]).not.toHaveProperty('value')
  expect((await stageTimes(reading(actor), sales, may, '2026-05-02T12:00:00Z'))[0]?.standing).toBe(1)
  const velocity = await velocityOf(reading(actor), sales, may)
  expect(velocity).toMatchObject({ open: 1 })
  expect(velocity).not.toHaveProperty('a_day')
})

it('is answered by the API, and says what is wrong with a question', async () => {
  const { person, as, server } = await testServer(kernel, pipelineEndpoints)
  const owner = as(await person('Owner', [ownerRole]))
  const nobody = as(await person('Nobody', []))
  await open('2026-05-01', 'Fleet', 10)
  const asked = `/api/pipelines/${sales}`
  const { body } = await owner.get(`${asked}/history?from=2026-05-01&to=2026-05-02`)
  expect(body.totals).toMatchObject([{ event: 'created', deals: 1, converted: { amount: '10.00', without_rate: 0 } }])
  expect((await owner.get(`${asked}/speed`)).body).toMatchObject({ stages: [{}, {}, {}], velocity: { open: 1 } })
  expect((await owner.get(`${asked}/speed?from=2026-05-02&to=2026-05-01`)).status).toBe(422)
  expect((await owner.get('/api/pipelines/nonsense/history')).status).toBe(422)
  expect((await nobody.get(`${asked}/history`)).status).toBe(404)
  await server.close()
})
