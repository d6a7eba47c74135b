import { afterAll, beforeAll, expect, test } from 'vitest'
import { customField } from '#kernel/objects/index.ts'
import { parts } from '#modules/parts.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { type Caller, ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import type { DescribedObject, PageSchema } from '../../schema/described.ts'
import type { Role } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'
import { recordEndpoints } from '../records/endpoints.ts'
import { collectWords } from '../words/words.ts'
import { describe } from './describe.ts'
import type { Document } from './openapi.ts'

const seller: Role = {
  id: 'seller',
  name: 'Seller',
  everything: false,
  grants: {
    contact: { read: 'everybody', edit: 'own' },
    deal: { read: 'team', create: 'own', edit: 'own', lose: 'nobody' },
    stage: { read: 'everybody' },
  },
  masks: {
    deal: { financial: 'hidden', description: 'readonly' },
    contact: { first_name: 'hidden', c_secret: 'hidden' },
  },
}

let kernel: Kernel
let server: TestServer
let owner: Caller
let french: Caller
beforeAll(async () => {
  kernel = await testKernel()
  server = await testServer(
    kernel,
    describe({ words: collectWords(parts.words), endpoints: recordEndpoints([]) }).endpoints,
  )
  owner = server.as(await server.person('Ada', [ownerRole]))
  const person = await server.person('Sophie', [seller])
  Object.assign(person, { locale: { ...person.locale, language: 'fr', zone: 'Europe/Paris' } })
  french = server.as(person)
  await asSystem(kernel, ctx =>
    ctx.create(customField, [
      { object: 'contact', name: 'c_region', label: 'Region', type: 'text' },
      { object: 'contact', name: 'c_secret', label: 'Secret', type: 'number' },
    ]),
  )
  await kernel.readModels()
})
afterAll(() => server.close())

const anyone = (url: string, headers: Record<string, string> = {}) =>
  server.server.inject({ method: 'GET', url, headers })
const schemaFor = async (caller: Caller): Promise<PageSchema> => (await caller.get('/api/schema')).body
const object = ({ objects }: PageSchema, name: string) => objects.find(each => each.name === name) as DescribedObject
const field = ({ fields }: DescribedObject, name: string) => fields.find(each => each.name === name)
const columnsIn = (document: Document) => Object.keys(document.components.schemas.Contact?.properties ?? {})

test('the document is open to everyone, and names custom fields only to who may see them', async () => {
  const reply = await anyone('/api/openapi.json')
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  expect(columnsIn(reply.json())).toContain('last_name')
  expect(reply.payload).not.toMatch(/c_region|c_secret/)
  const seen = columnsIn((await french.get('/api/openapi.json')).body)
  expect([seen.includes('c_region'), seen.includes('c_secret'), seen.includes('first_name')]).toEqual([
    true,
    false,
    true,
  ])
  expect(columnsIn((await owner.get('/api/openapi.json')).body)).toEqual(
    expect.arrayContaining(['c_region', 'c_secret']),
  )
})

test.each(['/api/openapi.json', '/api/reference', '/api/schema'])(
  '%s is sent once, and again when it has changed',
  async url => {
    const first = await owner.get(url)
    const etag = String(first.headers.etag)
    expect(first).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'private, no-cache', vary: expect.stringContaining('authorization') },
    })
    expect(await owner.get(url, { 'if-none-match': `"other", ${etag}` })).toMatchObject({ status: 304, body: '' })
    const label = `Area ${url.length}`
    await asSystem(kernel, ctx =>
      ctx.create(customField, [{ object: 'company', name: `c_area_${url.length}`, label, type: 'text' }]),
    )
    await kernel.readModels()
    const next = await owner.get(url, { 'if-none-match': etag })
    expect([next.status, JSON.stringify(next.body).includes(label)]).toEqual([200, true])
  },
)

test('the reference is a page without scripts or anything from elsewhere', async () => {
  const { payload, headers } = await anyone('/api/reference')
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringContaining("default-src 'self'"),
  })
  expect(payload).not.toMatch(/<script|<link|src=|url\(|@import|https?:\/\/(?!example\.com)/)
  expect(payload).toMatch(/<h2>Deals<\/h2>/)
  expect(payload).toContain('curl -X POST &quot;$URL/api/deals&quot;')
  expect(payload).toContain('id="loseDeal"')
})

test('what people write into declarations cannot become markup', async () => {
  await asSystem(kernel, ctx =>
    ctx.create(customField, [
      {
        object: 'team',
        name: 'c_evil',
        label: '<img src=x onerror=alert(1)>',
        type: 'text',
        help: '`</code><script>`',
      },
    ]),
  )
  await kernel.readModels()
  const { body } = await owner.get('/api/reference')
  expect(body).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(body).not.toMatch(/<img|<script/)
})

test('the schema of the page is for those who are signed in', async () => {
  expect((await anyone('/api/schema')).statusCode).toBe(401)
})

test('somebody sees their objects, fields, verbs and actions, in their language', async () => {
  const schema = await schemaFor(french)
  expect(schema).toMatchObject({
    version: expect.stringMatching(/^[\w-]{22}$/),
    areas: [
      { name: 'sell', label: 'Vendre' },
      { name: 'administration', label: 'Administration' },
    ],
    person: { name: 'Sophie', language: 'fr', zone: 'Europe/Paris', administrator: false },
    company: { name: 'My company', currency: 'USD', country: 'US', language: 'en', zone: 'UTC' },
  })
  expect(schema.objects.map(({ name }) => name)).toEqual(['contact', 'deal', 'stage'])
  const deal = object(schema, 'deal')
  expect(deal).toMatchObject({
    label: ['Affaire', 'Affaires'],
    plural: 'deals',
    icon: 'handshake',
    area: 'sell',
    verbs: ['read', 'create', 'edit'],
    title: ['title'],
  })
  expect(deal.actions).toEqual([
    {
      name: 'win',
      label: 'Marquer comme gagnée',
      needs: 'edit',
      confirm: false,
      when: { status: 'open' },
      tone: 'green',
      input: [{ type: 'date', name: 'closed_on', label: 'Close le' }],
    },
    {
      name: 'reopen',
      label: 'Rouvrir',
      needs: 'edit',
      confirm: false,
      when: { status: ['won', 'lost'] },
      input: [],
    },
    // Not that of making a quote: she may create none.
  ])
  expect(deal.board).toMatchObject({ by: 'stage', where: { status: 'open' }, weight: 'probability' })
  expect(field(deal, 'status')).toMatchObject({
    label: 'Statut',
    options: { won: 'Gagnée' },
    readonly: true,
    required: true,
  })
  expect(field(deal, 'owner_id')).toMatchObject({ label: 'Responsable', type: 'ref', to: 'user' })
})

test('a hidden field is absent everywhere, and one that is masked against writing is readonly', async () => {
  const schema = await schemaFor(french)
  const [deal, contact] = [object(schema, 'deal'), object(schema, 'contact')]
  expect(field(deal, 'value')).toBeUndefined()
  expect(field(deal, 'description')).toMatchObject({ readonly: true })
  expect(deal.list).toEqual(['title', 'company', 'stage', 'close_date', 'status'])
  expect(deal.form[0]).toEqual({ label: 'Affaire', fields: ['title', 'stage', 'close_date'] })
  expect([contact.title, field(contact, 'first_name'), field(contact, 'c_secret')]).toEqual([
    ['last_name'],
    undefined,
    undefined,
  ])
  expect(JSON.stringify(schema)).not.toMatch(/first_name|c_secret|"name":"value"/)
})

test('who may do everything sees everything; fields added at run time stand in the form', async () => {
  const schema = await schemaFor(owner)
  expect(schema.objects.map(({ name }) => name)).toEqual(kernel.models.all.map(({ name }) => name))
  const contact = object(schema, 'contact')
  expect(contact.form.map(({ label }) => label)).toEqual(['Person', 'Work', 'Address', 'More', 'Elsewhere', null])
  expect(contact.form.at(-1)?.fields).toEqual(['c_region', 'c_secret'])
  expect(field(contact, 'c_region')).toMatchObject({ label: 'Region', type: 'text' })
  expect(object(schema, 'pipeline').form).toEqual([{ label: null, fields: ['name', 'place'] }])
  expect(object(schema, 'deal').actions.find(({ name }) => name === 'lose')).toMatchObject({
    confirm: true,
    input: [{ name: 'reason', required: true, label: 'Reason' }],
  })
})
