import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { company } from '#modules/crm/company.ts'
import { contact, contactEmail, contactPhone } from '#modules/crm/contact.ts'
import { deal } from '#modules/sales/deal.ts'
import { note } from '#modules/work/note.ts'
import { roleOf } from '../../../tests/contract/world.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { type Caller, ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import { role, tag, user } from '../../objects/index.ts'
import { followEndpoints } from '../follow/endpoints.ts'
import type { Kernel } from '../kernel.ts'
import { duplicateEndpoints } from './endpoints.ts'
import { runOn } from './jobs.ts'

let kernel: Kernel
let served: TestServer
let person: Person
let maya: Caller

beforeAll(async () => {
  kernel = await testKernel()
  served = await testServer(kernel, [...duplicateEndpoints, ...followEndpoints])
  person = await served.person('Maya', [ownerRole])
  maya = served.as(person)
  // A run goes on with the rights that are written down.
  await asSystem(kernel, async ctx => {
    const [owners] = await ctx.create(role, [{ name: 'Owners', everything: true }])
    await ctx.update(user, await ctx.byIds(user, [person.id as never]), {
      roles: [{ id: owners?.id as never, role: null }],
    })
  })
})
afterAll(() => served.close())
beforeEach(async () => {
  await sql`truncate contacts, companies, changes, alike_keys, alike_pairs, alike_runs, aliases cascade`.execute(
    kernel.database.db,
  )
  await sql`delete from links where from_object <> 'user'`.execute(kernel.database.db)
})

const jon = { first_name: 'Jonas', last_name: 'Okafor', email: 'jonas@okafor.example', phone: '+49301234567' }
const twin = {
  first_name: 'Jon',
  last_name: 'Okafor',
  email: 'jon@okafor.example',
  phone: '+49301234567',
  position: 'Buyer',
}

/** Two that are one, with all that may hang on them. */
async function two() {
  const tags = await asSystem(kernel, ctx =>
    ctx.create(tag, [{ name: `A${kernel.newId()}` }, { name: `B${kernel.newId()}` }]),
  )
  const [a, b] = tags.map(({ id }) => id) as [string, string]
  const one = await make(kernel, contact, { ...jon, tags: [a] as never })
  const other = await make(kernel, contact, { ...twin, tags: [a, b] as never })
  const sale = await make(kernel, deal, { contact: other.id })
  const said = await make(kernel, note, {
    about: [
      { object: 'contact', id: other.id },
      { object: 'contact', id: one.id },
    ] as never,
  })
  return { one, other, sale, said, a, b }
}

const everything = async () => {
  const tables = ['contacts', 'contact_emails', 'contact_phones', 'deals', 'notes']
  const found = tables.map(async table => {
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from ${sql.table(table)} where deleted_at is null order by id`.execute(kernel.database.db)
    // When it was last touched is no part of what it is.
    return rows.map(({ version: _, updated_at: __, touched_at: ___, ...row }) => row)
  })
  const links = await sql`select from_id, field, to_id from links order by 1, 2, 3`.execute(kernel.database.db)
  return [...(await Promise.all(found)), links.rows]
}

test('everything of the others goes to the one that stays, and comes back', async () => {
  const { one, other, sale, said, a, b } = await two()
  await maya.post(`/api/contacts/${other.id}/follow`)
  const before = await everything()
  const { status, body, headers } = await maya.post(`/api/contacts/${one.id}/merge`, {
    others: [other.id],
    choices: { first_name: other.id },
  })
  expect([status, body]).toMatchObject([
    200,
    { id: one.id, first_name: 'Jon', email: 'jonas@okafor.example', position: 'Buyer' },
  ])
  expect([...body.tags].sort()).toEqual([a, b].sort())
  expect(await maya.get(`/api/deals/${sale.id}`)).toMatchObject({ body: { contact: one.id } })
  expect((await maya.get(`/api/notes/${said.id}`)).body.about).toEqual([{ object: 'contact', id: one.id }])
  const emails = await asSystem(kernel, ctx => ctx.find(contactEmail, { contact: one.id }))
  expect(emails.map(({ address, main }) => [address, main]).sort()).toEqual([
    ['jon@okafor.example', false],
    ['jonas@okafor.example', true],
  ])
  expect(await asSystem(kernel, ctx => ctx.find(contactPhone, { contact: one.id }))).toHaveLength(1)
  // The old id leads to it, and the story of both is one.
  const old = await maya.get(`/api/contacts/${other.id}`)
  expect([old.body.id, old.headers['content-location']]).toEqual([one.id, `/api/contacts/${one.id}`])
  const story = (await maya.get(`/api/contacts/${one.id}/timeline`)).body
  expect(
    story.entries.filter((entry: { events: string[] }) => entry.events.includes('created')).length,
  ).toBeGreaterThan(1)
  const undone = await maya.post(`/api/batches/${headers.batch}/undo`, {})
  expect(undone.body).toMatchObject({ kept: [] })
  expect(await everything()).toEqual(before)
  expect((await maya.get(`/api/contacts/${other.id}`)).body.id).toBe(other.id)
})

test('a value that may stand there once is taken over, and given back', async () => {
  const one = await make(kernel, company, { name: 'Acme', domain: null })
  const other = await make(kernel, company, { name: 'Acme GmbH', domain: 'acme.example', parent: one.id })
  const child = await make(kernel, company, { name: 'Acme Sub', parent: other.id })
  const { body, headers } = await maya.post(`/api/companies/${one.id}/merge`, { others: [other.id] })
  expect(body).toMatchObject({ domain: 'acme.example', parent: null })
  expect((await maya.get(`/api/companies/${child.id}`)).body.parent).toBe(one.id)
  await maya.post(`/api/batches/${headers.batch}/undo`, {})
  expect((await maya.get(`/api/companies/${one.id}`)).body).toMatchObject({ domain: null })
  expect((await maya.get(`/api/companies/${other.id}`)).body).toMatchObject({ domain: 'acme.example', parent: one.id })
  expect((await maya.get(`/api/companies/${child.id}`)).body.parent).toBe(other.id)
})

test('what was written since stays, field by field, and is named', async () => {
  const { one, other } = await two()
  const { headers } = await maya.post(`/api/contacts/${one.id}/merge`, {
    others: [other.id],
    choices: { first_name: other.id },
  })
  await maya.patch(`/api/contacts/${one.id}`, { position: 'Head of buying' })
  const { body } = await maya.post(`/api/batches/${headers.batch}/undo`, {})
  expect(body.kept).toEqual([{ object: 'contact', id: one.id, code: 'undo.changed-since', fields: ['position'] }])
  expect((await maya.get(`/api/contacts/${one.id}`)).body).toMatchObject({
    first_name: 'Jonas',
    position: 'Head of buying',
  })
  expect((await maya.get(`/api/contacts/${other.id}`)).body).toMatchObject({
    id: other.id,
    email: 'jon@okafor.example',
  })
})

test('merged on, every old id leads to the last', async () => {
  const ids = []
  for (const at of [1, 2, 3]) ids.push((await make(kernel, contact, { last_name: `L${at}` })).id)
  const [a = '', b = '', c = ''] = ids
  await maya.post(`/api/contacts/${b}/merge`, { others: [a] })
  const { headers } = await maya.post(`/api/contacts/${c}/merge`, { others: [b] })
  expect((await maya.get(`/api/contacts/${a}`)).body.id).toBe(c)
  await maya.post(`/api/batches/${headers.batch}/undo`, {})
  expect((await maya.get(`/api/contacts/${a}`)).body.id).toBe(b)
})

test('only who may edit all and remove the others merges; what is hidden is neither shown nor lost', async () => {
  const { one, other } = await two()
  await maya.patch(`/api/contacts/${one.id}`, { email: null, phone: null })
  const url = `/api/contacts/${one.id}/merge`
  const editor = served.as(await served.person('Ed', [roleOf({ contact: { read: 'everybody', edit: 'everybody' } })]))
  expect(await editor.post(url, { others: [other.id] })).toMatchObject({ status: 403 })
  const own = served.as(await served.person('Own', [roleOf({ contact: { read: 'own', edit: 'own', delete: 'own' } })]))
  expect(await own.post(url, { others: [other.id] })).toMatchObject({ status: 404 })
  const masked = {
    ...roleOf({ contact: { '*': 'everybody' } as never }),
    masks: { contact: { personal: 'hidden' as const } },
  }
  const blind = served.as(await served.person('Blind', [masked]))
  expect(await blind.post(url, { others: [other.id], choices: { phone: other.id } })).toMatchObject({ status: 422 })
  const { status, body } = await blind.post(url, { others: [other.id] })
  expect([status, Object.hasOwn(body, 'phone')]).toEqual([200, false])
  expect((await maya.get(`/api/contacts/${one.id}`)).body).toMatchObject({ phone: '+49301234567' })
})

test('who takes a merge back is told of nothing that is hidden from them', async () => {
  const { one, other, sale } = await two()
  const third = await make(kernel, contact, { last_name: 'Third' })
  await maya.patch(`/api/contacts/${one.id}`, { position: null })
  const grants = { contact: { '*': 'everybody' }, deal: { read: 'own' } } as const
  const blind = served.as(await served.person('Veiled', [roleOf(grants, { contact: { position: 'hidden' } })]))
  const choices = { first_name: other.id }
  const { headers } = await blind.post(`/api/contacts/${one.id}/merge`, { others: [other.id], choices })
  await maya.patch(`/api/contacts/${one.id}`, { first_name: 'Joe', position: 'Director' })
  await maya.patch(`/api/deals/${sale.id}`, { contact: third.id })
  const { body } = await blind.post(`/api/batches/${headers.batch}/undo`, {})
  expect(body.kept).toEqual([{ object: 'contact', id: one.id, code: 'undo.changed-since', fields: ['first_name'] }])
  expect((await maya.get(`/api/contacts/${one.id}`)).body.position).toBe('Director')
})

test('a wish that makes no sense changes nothing', async () => {
  const { one, other } = await two()
  const before = await everything()
  const stranger = await make(kernel, company, { name: 'Not among' })
  const url = `/api/contacts/${one.id}/merge`
  for (const wish of [
    { others: [] },
    { others: [one.id] },
    { others: 'x' },
    { others: [other.id], choices: { colour: other.id } },
    { others: [other.id], choices: { created_at: other.id } },
    { others: [other.id], choices: { position: stranger.id } },
  ])
    expect((await maya.post(url, wish)).status).toBe(422)
  expect((await maya.post(url, { others: [stranger.id] })).status).toBe(404)
  expect(await everything()).toEqual(before)
})

test('of two who merge the same at once, one does', async () => {
  const { one, other } = await two()
  const answers = await Promise.all([
    maya.post(`/api/contacts/${one.id}/merge`, { others: [other.id] }),
    maya.post(`/api/contacts/${other.id}/merge`, { others: [one.id] }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
})

test('all that are sure are merged under one batch, and taken back as a whole', async () => {
  for (let at = 0; at < 6; at++)
    for (const first of ['Jonas', 'Jonas'])
      await make(kernel, contact, {
        first_name: first,
        last_name: `Okafor${'abcdef'[at]}${'kmnprs'[at]}`,
        phone: `+4930777${at}567`,
      })
  const before = await everything()
  const scan = await maya.post('/api/contacts/duplicates/scan')
  await runOn(kernel, scan.body.id, new AbortController().signal)
  const { body, headers } = await maya.post('/api/contacts/duplicates/merge', { least: 90 })
  expect(body).toMatchObject({ total: 6, status: 'running' })
  await runOn(kernel, body.id, new AbortController().signal)
  const { merge } = (await maya.get('/api/contacts/duplicates/state')).body
  expect(merge).toMatchObject({ status: 'done', found: 6, left_out: 0, done: 6 })
  expect((await everything())[0]).toHaveLength(6)
  await maya.post(`/api/batches/${headers.batch}/undo`, {})
  expect(await everything()).toEqual(before)
})
