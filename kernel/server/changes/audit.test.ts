import { afterAll, beforeAll, expect, test } from 'vitest'
import { company } from '#modules/crm/company.ts'
import { contact } from '#modules/crm/contact.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { type Caller, ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import type { Kernel } from '../kernel.ts'

let kernel: Kernel
let server: TestServer
let person: Person
let maya: Caller
let ada: { id: string }
beforeAll(async () => {
  kernel = await testKernel()
  server = await testServer(kernel)
  person = await server.person('Maya', [ownerRole])
  maya = server.as(person)
  const [acme] = await asSystem(kernel, ctx => ctx.create(company, [{ name: 'Acme, Inc.' }]))
  ada = (await maya.post('/api/contacts', { last_name: 'Lovelace' })).body
  await maya.patch(`/api/contacts/${ada.id}`, { company: acme?.id, position: '=1+1' })
  const gone = (await maya.post('/api/contacts', { last_name: 'Gone' })).body
  await maya.delete(`/api/contacts/${gone.id}`)
})
afterAll(() => server.close())

const read = async (query: string) => (await maya.get(`/api/audit?${query}`)).body

test('says what records are called, also those that are gone, and what fields point to', async () => {
  const { rows, included } = await read('object=contact')
  expect(rows.map((row: Record<string, unknown>) => [row.events, row.title])).toEqual([
    [['deleted'], 'Gone'],
    [['created'], 'Gone'],
    [['updated'], 'Lovelace'],
    [['created'], 'Lovelace'],
  ])
  expect(included.company[rows[2].after.company].title).toBe('Acme, Inc.')
  expect(included.user[person.id].title).toBe('Maya')
})

test('is narrowed to somebody, a kind, days and what was done together', async () => {
  const today = kernel.clock().toISOString().slice(0, 10)
  const counted = async (query: string) => (await read(`object=contact&${query}`)).rows.length
  expect(await counted(`actor=${person.id}`)).toBe(4)
  expect(await counted('actor=00000000-0000-4000-8000-000000000000')).toBe(0)
  expect(await counted('event=deleted')).toBe(1)
  expect(await counted('since=2001-01-01&until=2001-12-31')).toBe(0)
  expect(await counted(`since=2001-01-01&until=${today}`)).toBe(4)
  expect(await counted('since=2999-01-01')).toBe(0)
  const { rows } = await read('object=contact&limit=2')
  expect(await counted(`batch=${rows[0].batch}`)).toBe(1)
  expect((await read('object=contact&limit=2')).next).toBe(rows[1].pos)
  expect((await maya.get('/api/audit?since=yesterday-ish')).status).toBe(422)
})

test('is exported with a line for each field, and nothing in it runs', async () => {
  const { status, body, headers } = await maya.get(`/api/audit/export.csv?record=${ada.id}`)
  expect(status).toBe(200)
  expect(headers['content-disposition']).toMatch(/audit-.*\.csv/)
  const lines = String(body).trim().split('\r\n')
  expect(lines[0]).toMatch(/^at,who,source,events,object,record,record_id,field,before,after,batch$/)
  expect(lines.find(line => line.includes(',company,'))).toContain(',Maya,api,updated,contact,Lovelace,')
  expect(lines.find(line => line.includes(',company,'))).toContain(',company,,"Acme, Inc.",')
  expect(lines.find(line => line.includes(',position,'))).toContain("'=1+1")
})

test('is for those who may do everything', async () => {
  const seller = server.as(await server.person('Bo', [{ ...ownerRole, everything: false }]))
  expect((await seller.get('/api/audit')).status).toBe(403)
  expect((await seller.get('/api/audit/export.csv')).status).toBe(403)
  expect((await asSystem(kernel, ctx => ctx.find(contact, {}))).length).toBe(1)
})
