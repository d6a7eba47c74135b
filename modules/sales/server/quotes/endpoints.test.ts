// From outside: by whoever has the link, and by people with rights of their own.

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Role } from '#kernel/server/access/actor.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { make } from '../../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../../tests/kernel.ts'
import { type Caller, ownerRole, type TestServer, testServer } from '../../../../tests/server.ts'
import { contact } from '../../../crm/contact.ts'
import { dealLine } from '../../catalogue.ts'
import { deal } from '../../deal.ts'
import { quote } from '../../quote.ts'
import { quoteEndpoints } from './endpoints.ts'

let kernel: Kernel
let tests: TestServer
let owner: Caller
beforeAll(async () => {
  kernel = await testKernel()
  tests = await testServer(kernel, quoteEndpoints({ publicUrl: 'https://crm.example' }))
  owner = tests.as(await tests.person('Owner', [ownerRole]))
})
afterAll(() => tests.close())

const grants = (of: Role['grants']): Role => ({ id: 'some', name: 'Some', everything: false, grants: of, masks: {} })

async function drafted(owner_id: string | null = null): Promise<string> {
  const person = await make(kernel, contact)
  const { id } = await make(kernel, deal, { contact: person.id, owner_id })
  return asSystem(kernel, async ctx => {
    await ctx.create(dealLine, [{ deal: id, name: 'One', unit_price: { amount: '10', currency: 'USD' } }])
    await ctx.do(deal, 'quote', [id], {})
    return (await ctx.find(quote, { deal: id }))[0]?.id ?? ''
  })
}

async function sent() {
  const id = await drafted()
  expect(await owner.post(`/api/quotes/${id}/send`, { email: 'zoe@example.test' })).toMatchObject({ status: 200 })
  const { body } = await owner.get(`/api/quotes/${id}/link`)
  expect(body.url).toMatch(/^https:\/\/crm\.example\/quote\/#[\w-]{43}$/)
  return { id, token: String(body.url).split('#')[1] ?? '' }
}

async function visit(what: string, body: unknown) {
  const reply = await tests.server.inject({
    method: 'POST',
    url: `/api/public/quotes/${what}`,
    payload: body as object,
    headers: { 'user-agent': 'Phone' },
  })
  return { status: reply.statusCode, headers: reply.headers, body: reply.json() }
}

it('is opened without signing in, unlisted and uncached, and tells when that was first', async () => {
  const { id, token } = await sent()
  const reply = await visit('open', { token })
  expect(reply).toMatchObject({
    status: 200,
    headers: { 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' },
    body: { status: 'sent', document: { lines: [{ name: 'One' }] } },
  })
  for (const secret of [id, 'token_hash', 'sha256']) expect(JSON.stringify(reply.body)).not.toContain(secret)
  const { seen_at } = (await owner.get(`/api/quotes/${id}`)).body
  expect(seen_at).not.toBeNull()
  await visit('open', { token })
  expect((await owner.get(`/api/quotes/${id}`)).body.seen_at).toBe(seen_at)
})

it('is not seen by a colleague who looks at the link', async () => {
  const { id, token } = await sent()
  expect((await owner.post('/api/public/quotes/open', { token })).status).toBe(200)
  expect((await owner.get(`/api/quotes/${id}`)).body.seen_at).toBeNull()
})

it('is accepted with a drawn name, once, and whoever may read it reads how', async () => {
  const { id, token } = await sent()
  const drawing = {
    strokes: [
      [0, 0, 600, 200],
      [10, 10],
    ],
  }
  const reply = await visit('accept', { token, name: ' Zoé  Łuczak ', drawing })
  expect(reply).toMatchObject({ status: 200, body: { status: 'accepted', accepted_by: 'Zoé Łuczak' } })
  expect(await visit('accept', { token, name: 'Again' })).toMatchObject({
    status: 409,
    body: { code: 'quote.answered' },
  })
  expect(await visit('decline', { token })).toMatchObject({ status: 409 })
  const { body } = await owner.get(`/api/quotes/${id}/signature`)
  expect(body.signature).toMatchObject({
    name: 'Zoé Łuczak',
    drawing,
    user_agent: 'Phone',
    ip: '127.0.0.1',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

it('is had as PDF by whoever has the link, and by who may read all of it', async () => {
  const { id, token } = await sent()
  const get = (url: string) => owner.get(url)
  const own = await get(`/api/quotes/${id}/pdf`)
  expect(own.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^attachment; filename="Q-\d{4}-\d{4}\.pdf"$/),
  })
  const reply = await tests.server.inject({ method: 'POST', url: '/api/public/quotes/pdf', payload: { token } })
  expect([reply.statusCode, reply.payload.slice(0, 5)]).toEqual([200, '%PDF-'])
  const masked: Role = { ...grants({ '*': { '*': 'everybody' } }), masks: { '*': { financial: 'hidden' } } }
  const blind = tests.as(await tests.person('Blind', [masked]))
  expect(await blind.get(`/api/quotes/${id}/pdf`)).toMatchObject({ status: 409, body: { code: 'quote.not-whole' } })
  await owner.post(`/api/quotes/${id}/withdraw`, {})
  expect((await visit('pdf', { token })).status).toBe(409)
})

it.each([
  { strokes: [[0]] },
  { strokes: [[0, 201]] },
  { strokes: [[0.5, 1]] },
  { strokes: [['0', 1]] },
  { strokes: 'x' },
  { strokes: [], more: 1 },
  { strokes: Array.from({ length: 101 }, () => [1, 1]) },
])('a signature is no other drawing: %j', async drawing => {
  const { id, token } = await sent()
  expect(await visit('accept', { token, name: 'Zoé', drawing })).toMatchObject({ status: 422 })
  expect((await owner.get(`/api/quotes/${id}`)).body.status).toBe('sent')
})

it('opens nothing else: no record, no list, no other quote', async () => {
  const { id, token } = await sent()
  const other = await sent()
  for (const url of [`/api/quotes/${id}`, '/api/quotes', `/api/quotes/${id}/link`, `/api/quotes/${id}/signature`])
    for (const headers of [{}, { authorization: `Bearer ${token}` }, { cookie: `session=${token}` }])
      expect((await tests.server.inject({ method: 'GET', url, headers })).statusCode).toBe(401)
  for (const body of [{}, { token: id }, { token: `${token}x` }, { token: other.token, id }, { token: [token] }])
    expect((await visit('accept', { ...body, name: 'x' })).status).toBeGreaterThanOrEqual(400)
  expect((await owner.get(`/api/quotes/${other.id}`)).body.status).toBe('sent')
})

it('is made and revised by who may create quotes too', async () => {
  const { id } = await sent()
  const { deal: of } = (await owner.get(`/api/quotes/${id}`)).body
  const reading = { '*': { read: 'everybody' }, deal: { edit: 'everybody' } } as const
  const tries = async (name: string, given: Role['grants'][string]) => {
    const who = tests.as(await tests.person(name, [grants({ ...reading, quote: given })]))
    const made = [await who.post(`/api/deals/${of}/quote`), await who.post(`/api/quotes/${id}/revise`)]
    return made.map(({ status, body }) => [status, body.code])
  }
  const refused = [403, 'forbidden']
  expect(await tries('Editor', { edit: 'everybody' })).toEqual([refused, refused])
  expect(await tries('Maker', { edit: 'everybody', create: 'everybody' })).toEqual([
    [200, undefined],
    [200, undefined],
  ])
})

it('is sent by who may send, and only they get at its link', async () => {
  const mine = {
    deal: { '*': 'own' },
    quote: { '*': 'own' },
    quote_line: { '*': 'own' },
    contact: { read: 'everybody' },
  } as const
  const seller = await tests.person('Seller', [grants(mine)])
  const junior = await tests.person('Junior', [grants({ ...mine, quote: { '*': 'own', send: 'nobody' } })])
  const stranger = await tests.person('Stranger', [grants(mine)])
  const [theirs, ofJunior] = [await drafted(seller.id), await drafted(junior.id)]
  const mail = { email: 'zoe@example.test' }
  expect((await tests.as(junior).patch(`/api/quotes/${ofJunior}`, { title: 'Better' })).status).toBe(200)
  expect((await tests.as(junior).post(`/api/quotes/${ofJunior}/send`, mail)).status).toBe(403)
  expect((await tests.as(stranger).post(`/api/quotes/${theirs}/send`, mail)).status).toBe(404)
  expect((await tests.as(seller).post(`/api/quotes/${theirs}/send`, mail)).status).toBe(200)
  expect((await tests.as(seller).get(`/api/quotes/${theirs}/link`)).status).toBe(200)
  expect((await tests.as(stranger).get(`/api/quotes/${theirs}/link`)).status).toBe(404)
  expect((await tests.as(junior).get(`/api/quotes/${ofJunior}/link`)).status).toBe(403)
})

it('says nothing on paper or by its link, and to nobody, of what its reader may not see', async () => {
  const masked = (masks: Role['masks']): Role => ({ ...grants({ '*': { '*': 'everybody' } }), masks })
  const withoutLines = grants({ '*': { '*': 'everybody' }, quote_line: { '*': 'nobody' } })
  const withoutPeople = grants({ '*': { '*': 'everybody' }, contact: { '*': 'own' } })
  const roles = {
    NoSums: masked({ '*': { financial: 'hidden' } }),
    NoNames: masked({ contact: { last_name: 'hidden' } }),
  }
  const draft = await drafted()
  const out = await sent()
  for (const [name, role] of Object.entries({ ...roles, NoLines: withoutLines, NoPeople: withoutPeople })) {
    const reader = tests.as(await tests.person(name, [role]))
    expect((await reader.get(`/api/quotes/${draft}`)).status).toBe(200)
    const refused = { status: 409, body: { code: 'quote.not-whole' } }
    expect(await reader.get(`/api/quotes/${draft}/pdf`), name).toMatchObject(refused)
    expect(await reader.get(`/api/quotes/${out.id}/pdf`), name).toMatchObject(refused)
    expect(await reader.get(`/api/quotes/${out.id}/link`), name).toMatchObject(refused)
    const own = { email: 'reader@example.test' }
    expect(await reader.post(`/api/quotes/${draft}/send`, own), name).toMatchObject(refused)
  }
  const role = masked({ contact: { email: 'hidden' } })
  const unaddressed = await tests.as(await tests.person('NoMail', [role])).post(`/api/quotes/${draft}/send`, {})
  expect(unaddressed).toMatchObject({ status: 422, body: { fields: [{ code: 'quote.no-address' }] } })
})

it('was signed by nobody, for whom a role hides the name', async () => {
  const { id, token } = await sent()
  await visit('accept', { token, name: 'Zoé Łuczak' })
  const masks = { '*': { personal: 'hidden' } } as const
  const blind = tests.as(await tests.person('Nameless', [{ ...grants({ '*': { '*': 'everybody' } }), masks }]))
  expect(await blind.get(`/api/quotes/${id}/signature`)).toMatchObject({ status: 200, body: { signature: null } })
})
