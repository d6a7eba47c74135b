// A record's story: what happened to it and around it, and of that only what whoever reads it may see.

import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, openWorld, roleOf, seesAll, type World } from './world.ts'

interface Entry {
  readonly kind: string
  readonly object: string
  readonly id: string
  readonly events: readonly string[]
  readonly fields?: Readonly<Record<string, unknown>>
  readonly record?: Readonly<Record<string, unknown>>
}

let world: World
let owner: Caller
let contact: string
let mine: string
let foreign: string
let note: string
beforeAll(async () => {
  world = await openWorld()
  owner = world.owner
  contact = await made('contacts', { last_name: 'Story' })
  const stage = await made('stages', { name: 'New', pipeline: await made('pipelines', { name: 'Stories' }) })
  const deal = (owner_id: string) =>
    made('deals', { title: 'Deal', stage, contact, owner_id, value: { amount: '7', currency: 'USD' } })
  mine = await deal(world.me)
  foreign = await deal(world.stranger)
  for (const id of [mine, foreign]) await owner.post(`/api/deals/${id}/win`, {})
  note = await made('notes', {
    body: '<p>A secret</p>',
    about: [{ object: 'contact', id: contact }],
    owner_id: world.stranger,
  })
  await owner.patch(`/api/contacts/${contact}`, { position: 'Chief' })
})
afterAll(() => world.close())

async function made(plural: string, body: object): Promise<string> {
  const reply = await owner.post(`/api/${plural}`, body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}

async function story(caller: Caller, limit = 50): Promise<Entry[]> {
  const found: Entry[] = []
  let after = ''
  do {
    const { status, body } = await caller.get(`/api/contacts/${contact}/timeline?limit=${limit}${after}`)
    expect(status).toBe(200)
    found.push(...body.entries)
    after = body.next ? `&after=${body.next}` : ''
  } while (after)
  return found
}
const about = (entries: readonly Entry[]) => new Set(entries.map(({ id }) => id))

it('tells everything to whoever may see everything, whole or in pages', async () => {
  const whole = await story(owner)
  expect(about(whole)).toEqual(new Set([contact, mine, foreign, note]))
  expect(whole[0]).toMatchObject({
    kind: 'change',
    object: 'contact',
    events: ['updated'],
    fields: { position: { from: null, to: 'Chief' } },
  })
  expect(whole.filter(({ id }) => id === mine).flatMap(({ events }) => events)).toEqual(
    expect.arrayContaining(['created', 'won']),
  )
  expect(await story(owner, 1)).toEqual(whole)
})

it('tells one kind alone, and what it points to by name', async () => {
  const only = async (kind: string) => (await owner.get(`/api/contacts/${contact}/timeline?only=${kind}`)).body
  expect((await only('note')).entries.map(({ id }: Entry) => id)).toEqual([note])
  expect(new Set((await only('change')).entries.map(({ kind }: Entry) => kind))).toEqual(new Set(['change']))
  expect((await only('task')).entries).toEqual([])
  expect((await only('nothing')).entries).toEqual([])
  expect((await only('change')).included.contact[contact]).toMatchObject({ title: 'Story' })
})

it.each<[string, Parameters<typeof roleOf>, () => readonly string[]]>([
  ['own deals', [{ contact: { read: 'everybody' }, deal: { read: 'own' } }], () => [contact, mine]],
  ['no deals', [{ contact: { read: 'everybody' } }], () => [contact]],
  ['notes through the contact', [{ contact: { read: 'everybody' }, note: { read: 'own' } }], () => [contact, note]],
  [
    'deals that do not show whose they are',
    [{ '*': { read: 'everybody' } }, { deal: { contact: 'hidden' } }],
    () => [contact, note],
  ],
  [
    'notes that do not show what they are about',
    [{ '*': { read: 'everybody' } }, { note: { about: 'hidden' } }],
    () => [contact, mine, foreign],
  ],
])('of %s', async (_, role, expected) => {
  expect(about(await story(world.as([roleOf(...role)])))).toEqual(new Set(expected()))
})

it('tells what is written about those that point here, once, to whoever sees both, and counts it alike', async () => {
  const firm = await made('companies', { name: 'Around' })
  const person = await made('contacts', { last_name: 'Around', company: firm })
  const stage = await made('stages', { name: 'First', pipeline: await made('pipelines', { name: 'Around' }) })
  const deal = await made('deals', { title: 'Around', stage, contact: person, company: firm, owner_id: world.stranger })
  const about = (...to: [object: string, id: string][]) => to.map(([object, id]) => ({ object, id }))
  const ofDeal = await made('notes', { body: '<p>Of the deal</p>', about: about(['deal', deal]) })
  const ofBoth = await made('notes', { body: '<p>Of both</p>', about: about(['deal', deal], ['contact', person]) })
  const called = await made('calls', {
    subject: 'Called',
    about: about(['deal', deal]),
    happened_at: '2020-01-01T00:00:00.000Z',
  })
  const notesOf = async (caller: Caller, path: string) => {
    const { body } = await caller.get(`/api/${path}/timeline?only=note`)
    const { kinds } = (await caller.get(`/api/${path}/timeline/kinds`)).body
    expect(kinds.note ?? 0).toBe(body.entries.length)
    return new Set(body.entries.map(({ id }: Entry) => id))
  }
  for (const path of [`deals/${deal}`, `contacts/${person}`, `companies/${firm}`])
    expect(await notesOf(owner, path), path).toEqual(new Set([ofDeal, ofBoth]))
  const { body } = await owner.get(`/api/companies/${firm}/timeline`)
  expect(body.entries.at(-1)).toMatchObject({ id: called, at: '2020-01-01T00:00:00.000Z' })
  const people = { company: { read: 'everybody' }, contact: { read: 'everybody' }, note: { read: 'own' } } as const
  expect(await notesOf(world.as([roleOf(people)]), `companies/${firm}`)).toEqual(new Set([ofBoth]))
  const blind = world.as([
    roleOf({ '*': { read: 'everybody' } }, { contact: { company: 'hidden' }, deal: { company: 'hidden' } }),
  ])
  expect(await notesOf(blind, `companies/${firm}`)).toEqual(new Set())
})

it('shows no masked value, of others neither', async () => {
  const entries = await story(
    world.as([
      seesAll({
        deal: { value: 'hidden', status: 'hidden' },
        contact: { position: 'hidden', status: 'hidden' },
        note: { body: 'hidden' },
      }),
    ]),
  )
  expect(JSON.stringify(entries)).not.toMatch(/"value"|"status"|"position"|"body"|Chief|secret/)
  expect(entries.filter(({ id, events }) => id === contact && events.join() === 'updated')).toEqual([])
})

it('is nobody’s who may not see the record', async () => {
  expect(
    await world
      .as([roleOf({ contact: { read: 'nobody' }, deal: { read: 'everybody' } })])
      .get(`/api/contacts/${contact}/timeline`),
  ).toMatchObject({ status: 404 })
  expect(await owner.get(`/api/deals/${contact}/timeline`)).toMatchObject({ status: 404 })
})

it('takes no cursor that it did not give', async () => {
  const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
  for (const after of [
    'x',
    cursor('2026-02-31T00:00:00.000Z', '1'),
    cursor('2026-99-99T99:99:99Z', '1'),
    cursor('infinity', '1'),
    cursor('2026-01-01T00:00:00.000Z', "1' or true"),
    cursor(1, 2),
    cursor(),
  ])
    expect(await owner.get(`/api/contacts/${contact}/timeline?after=${after}`), after).toMatchObject({ status: 422 })
})
