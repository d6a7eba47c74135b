import { afterAll, beforeAll, expect, it } from 'vitest'
import { about, choice, moment, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'
import { parts } from '#modules/parts.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { type Caller, ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import type { Role } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'

/** Unlike a task, not seen by whoever sees what it is about. */
const visit = defineObject('visit', {
  label: ['Visit', 'Visits'],
  plural: 'visits',
  icon: 'calendar',
  area: 'work',
  title: 'title',
  fields: {
    title: text({ required: true }),
    starts_at: moment({ required: true }),
    status: choice({ planned: 'Planned', over: 'Over' }, { required: true, default: 'planned' }),
    about: about(['contact']),
  },
  list: ['title'],
  step: { about: 'about', at: 'starts_at', where: { status: 'planned' } },
})

let kernel: Kernel
let test: TestServer
let owner: Caller
beforeAll(async () => {
  kernel = await testKernel({ ...parts, objects: [...parts.objects, visit] })
  test = await testServer(kernel)
  owner = test.as(await test.person('Olga', [ownerRole]))
})
afterAll(() => test.close())

const make = async (plural: string, body: object) => (await owner.post(`/api/${plural}`, body)).body
const contact = (last_name: string) => make('contacts', { last_name })
const plan = (title: string, due_date: string | null, ...about: { id: string }[]) =>
  make('tasks', { title, due_date, about: about.map(({ id }) => ({ object: 'contact', id })) })
const next = async (id: string, caller = owner) =>
  (await caller.get(`/api/contacts/${id}?include=next_step`)).body.next_step

const role = (grants: Role['grants'], masks: Role['masks'] = {}): Role => ({
  id: 'narrow',
  name: 'Narrow',
  everything: false,
  grants,
  masks,
})

it('is the earliest of what is open about a record; without a day it comes last', async () => {
  const anna = await contact('Anna')
  const other = await contact('Other')
  expect(await next(anna.id)).toBeNull()
  const someday = await plan('Someday', null, anna)
  expect(await next(anna.id)).toEqual({ object: 'task', id: someday.id, title: 'Someday', at: null })
  await plan('Later', '2026-12-24', anna)
  const soon = await plan('Soon', '2026-12-01', other, anna)
  expect(await next(anna.id)).toEqual({ object: 'task', id: soon.id, title: 'Soon', at: '2026-12-01' })
  await owner.post(`/api/tasks/${soon.id}/finish`)
  expect(await next(anna.id)).toMatchObject({ title: 'Later', at: '2026-12-24' })
})

it('comes with each row of a list, and only where it was asked for', async () => {
  const [busy, idle] = [await contact('Busy'), await contact('Idle')]
  await plan('Call', '2026-12-02', busy)
  const where = encodeURIComponent(JSON.stringify({ id: { in: [busy.id, idle.id] } }))
  const rows = async (more: string) =>
    (await owner.get(`/api/contacts?where=${where}&sort=last_name&columns=last_name${more}`)).body.rows
  expect(await rows('&include=next_step')).toMatchObject([{ next_step: { title: 'Call' } }, { next_step: null }])
  expect((await rows('')).some((row: object) => 'next_step' in row)).toBe(false)
  expect(await owner.get('/api/notes?include=next_step')).toMatchObject({ status: 422 })
})

it('who has none is found by counting', async () => {
  const [planned, done, never] = [await contact('Planned'), await contact('Done'), await contact('Never')]
  await plan('Open', null, planned)
  const finished = await plan('Finished', null, done)
  await owner.post(`/api/tasks/${finished.id}/finish`)
  const none = { count: { of: 'task', by: 'about', where: { status: 'open' }, is: 0 } }
  const reply = await owner.post('/api/contacts/query', {
    where: { id: { in: [planned.id, done.id, never.id] }, ...none },
    sort: 'last_name',
  })
  expect(reply.body.rows.map((row: { last_name: string }) => row.last_name)).toEqual(['Done', 'Never'])
})

it('shows only steps that the reader may see, and to whom a part of them is hidden, none', async () => {
  const shared = await contact('Shared')
  const own = await test.person('Own', [role({ contact: { read: 'everybody' }, task: { read: 'own' } })])
  const blind = await test.person('Blind', [
    role({ contact: { read: 'everybody' }, task: { read: 'everybody' } }, { task: { due_date: 'hidden' } }),
  ])
  const none = await test.person('None', [role({ contact: { read: 'everybody' } })])
  await make('tasks', { title: 'Through the contact', about: [{ object: 'contact', id: shared.id }] })
  expect(await next(shared.id, test.as(own))).toMatchObject({ title: 'Through the contact' })
  for (const person of [blind, none])
    expect(await test.as(person).get(`/api/contacts/${shared.id}?include=next_step`)).toMatchObject({ status: 422 })
})

it('of a task about two records, who sees neither is told nothing', async () => {
  const person = await test.person('Team', [role({ contact: { read: 'own' }, company: { read: 'everybody' } })])
  const company = await make('companies', { name: 'Seen' })
  const hidden = await contact('Hidden')
  await make('tasks', {
    title: 'About both',
    about: [
      { object: 'company', id: company.id },
      { object: 'contact', id: hidden.id },
    ],
  })
  expect(await test.as(person).get(`/api/companies/${company.id}?include=next_step`)).toMatchObject({ status: 422 })
  const reader = await test.person('Reader', [
    role({ contact: { read: 'own' }, company: { read: 'everybody' }, task: { read: 'own' } }),
  ])
  const seen = await test.as(reader).get(`/api/companies/${company.id}?include=next_step`)
  expect(seen.body.next_step).toMatchObject({ title: 'About both' })
  expect(await test.as(reader).get(`/api/contacts/${hidden.id}?include=next_step`)).toMatchObject({ status: 404 })
})

it('of days and moments the first is next, where the reader is; of what is not theirs they learn nothing', async () => {
  const busy = await contact('Busy')
  const links = [{ object: 'contact', id: busy.id }]
  await make('tasks', { title: 'That day', due_date: '2026-12-02', about: links })
  const found = await make('visits', { title: 'The evening before', starts_at: '2026-12-01T18:00:00Z', about: links })
  const at = '2026-12-01T18:00:00.000Z'
  expect(await next(busy.id)).toEqual({ object: 'visit', id: found.id, title: 'The evening before', at })
  const other = await test.person('Elsewhere', [
    role({ contact: { read: 'everybody' }, task: { read: 'own' }, visit: { read: 'own' } }),
  ])
  expect(await next(busy.id, test.as(other))).toMatchObject({ object: 'task', title: 'That day' })
})
