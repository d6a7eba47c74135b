import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { company } from '#modules/crm/company.ts'
import { contact, contactPhone } from '#modules/crm/contact.ts'
import { roleOf } from '../../../tests/contract/world.ts'
import { make } from '../../../tests/factories.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { labelled, qualityOf } from '../../../tests/labelled.ts'
import { type Caller, ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import { stopAfter } from '../../../tests/stop-after.ts'
import type { Kernel } from '../kernel.ts'
import { duplicateEndpoints } from './endpoints.ts'
import { refreshTouched, runOn } from './jobs.ts'

let kernel: Kernel
let served: TestServer
let maya: Caller

beforeAll(async () => {
  kernel = await testKernel()
  served = await testServer(kernel, duplicateEndpoints)
  maya = served.as(await served.person('Maya', [ownerRole]))
})
afterAll(() => served.close())
beforeEach(async () => {
  await sql`truncate contacts, companies, changes, alike_keys, alike_pairs, alike_runs cascade`.execute(
    kernel.database.db,
  )
})

const idle = new AbortController().signal
const scan = async (plural = 'contacts', signal = idle) => {
  const { body } = await maya.post(`/api/${plural}/duplicates/scan`)
  await runOn(kernel, body.id, signal)
  return (await maya.get(`/api/${plural}/duplicates/state`)).body
}
const pairsOf = async () => {
  const { rows } = await sql<{
    a: string
    b: string
    score: number
  }>`select a, b, score from alike_pairs where dismissed_at is null`.execute(kernel.database.db)
  return rows
}
const touch = (...ids: string[]) => refreshTouched(kernel, { object: 'contact', ids })

const jon = { first_name: 'Jonas', last_name: 'Okafor', phone: '+49301234567' }
const again = { first_name: 'Okafor', last_name: 'Jonas', phone: '+4930 1234567' }

test('finds who was written down twice, and few others', async () => {
  const records = labelled(1500, 7)
  const companies = new Map<string, string>()
  const ids: string[] = []
  await asSystem(kernel, async ctx => {
    const firms = [
      ...Map.groupBy(
        records.filter(one => one.company),
        one => one.company as string,
      ),
    ].map(([name]) => ({ name }))
    for (const { id, name } of await ctx.create(company, firms)) companies.set(name, id)
    const seen = new Set<string>()
    const drafts = records.map(({ company: firm, email, domain: _, person: __, phone, ...rest }) => {
      // The e-mail address of a contact is unique: the second of two has it differently, as people do.
      const address = email && seen.has(email.toLowerCase()) ? email.replace('@', `+${seen.size}@`) : email
      if (address) seen.add(address.toLowerCase())
      return {
        ...rest,
        email: address?.toLowerCase() ?? null,
        phone: phone?.replace(/^0/, '+49') ?? null,
        company: firm ? (companies.get(firm) ?? null) : null,
      }
    })
    for (let from = 0; from < drafts.length; from += 500)
      ids.push(...(await ctx.create(contact, drafts.slice(from, from + 500) as never)).map(({ id }) => id))
  })
  const { count, scan: run } = await scan()
  expect(run).toMatchObject({ status: 'done', done: records.length, share: 1 })
  const places = new Map(ids.map((id, at) => [id, at]))
  const found = (await pairsOf()).map(({ a, b }) => [places.get(a) ?? -1, places.get(b) ?? -1] as const)
  expect(count).toBe(found.length)
  const quality = qualityOf(records, found)
  console.log(quality)
  expect(quality.f1).toBeGreaterThanOrEqual(0.95)
})

test('what is written is compared by itself, and stays compared', async () => {
  const one = await make(kernel, contact, jon)
  const other = await make(kernel, contact, again)
  await touch(one.id)
  await touch(other.id)
  expect(await pairsOf()).toHaveLength(1)
  const { body } = await maya.get(`/api/contacts/${one.id}/duplicates`)
  expect(body.rows).toMatchObject([
    { record: { id: other.id }, score: 98, points: { phone: { like: 1 }, name: { like: 1 } } },
  ])
  await maya.patch(`/api/contacts/${other.id}`, { first_name: 'Elena', last_name: 'Petrova' })
  await touch(other.id)
  expect(await pairsOf()).toEqual([])
  // What belongs to a record counts as its own.
  const [number] = await asSystem(kernel, ctx =>
    ctx.create(contactPhone, [{ contact: one.id, number: '+33612345678' }]),
  )
  const third = await make(kernel, contact, { ...jon, phone: '+33612345678' })
  await refreshTouched(kernel, { object: 'contact', path: 'contact_phone.number', ids: [number?.id ?? ''] })
  await touch(third.id)
  expect(await pairsOf()).toHaveLength(1)
  await maya.delete(`/api/contacts/${third.id}`)
  await touch(third.id)
  expect(await pairsOf()).toEqual([])
})

test('what somebody said of two records is remembered', async () => {
  const [one, other] = [await make(kernel, contact, jon), await make(kernel, contact, again)]
  await scan()
  expect((await maya.get('/api/contacts/duplicates')).body.groups).toMatchObject([{ score: 98, records: [{}, {}] }])
  const ids = [one.id, other.id]
  expect((await maya.post('/api/contacts/duplicates/dismiss', { ids })).body).toEqual({ count: 1 })
  await scan()
  await touch(one.id)
  expect((await maya.get('/api/contacts/duplicates')).body).toEqual({ groups: [], next: null })
  await maya.post('/api/contacts/duplicates/dismiss', { ids, again: true })
  await touch(one.id)
  expect((await maya.get('/api/contacts/duplicates')).body.groups).toHaveLength(1)
})

test('three that hang together are one group, and groups come page by page', async () => {
  for (const last of ['Okafor', 'Petrova', 'Lindqvist'])
    for (const number of [1, 2, 3].slice(last === 'Okafor' ? 0 : 1))
      await make(kernel, contact, {
        first_name: `Jonas`,
        last_name: last,
        phone: `+4930${last.length}234567`,
        position: `P${number}`,
      })
  await scan()
  const first = (await maya.get('/api/contacts/duplicates?limit=2')).body
  const second = (await maya.get(`/api/contacts/duplicates?limit=2&after=${first.next}`)).body
  const sizes = [...first.groups, ...second.groups].map((group: { records: unknown[] }) => group.records.length)
  expect(sizes.toSorted()).toEqual([2, 2, 3])
})

test('while somebody types, whom they may see is found by what they may see', async () => {
  const one = await make(kernel, contact, { ...jon, email: 'jonas@okafor.example' })
  await touch(one.id)
  const draft = { first_name: 'jonas', phone: '030 1234567', last_name: 'Okafor' }
  const found = await maya.post('/api/contacts/alike', { draft: { ...draft, phone: '+49301234567' } })
  expect(found.body.rows).toMatchObject([{ record: { id: one.id } }])
  expect((await maya.post('/api/contacts/alike', { draft, id: one.id })).body.rows).toEqual([])
  expect((await maya.post('/api/contacts/alike', { draft: { phone: 'what?', last_name: 7 } })).body.rows).toEqual([])
  const stranger = served.as(await served.person('Noor', [roleOf({ contact: { read: 'own' } })]))
  expect((await stranger.post('/api/contacts/alike', { draft: { email: 'jonas@okafor.example' } })).body.rows).toEqual(
    [],
  )
  const masked = { ...roleOf({ contact: { read: 'everybody' } }), masks: { contact: { personal: 'hidden' as const } } }
  const blind = served.as(await served.person('Sam', [masked]))
  expect((await blind.post('/api/contacts/alike', { draft: { email: 'jonas@okafor.example' } })).body.rows).toEqual([])
  await make(kernel, contact, again)
  await scan()
  expect((await blind.get('/api/contacts/duplicates')).body.groups).toEqual([])
  expect(
    (await blind.get('/api/contacts/duplicates/state')).body.rules.map((rule: { name: string }) => rule.name),
  ).not.toContain('phone')
  expect(await maya.post('/api/deals/alike', { draft: {} })).toMatchObject({ status: 404 })
})

test('a comparison that was cut off goes on where it was; one is enough', async () => {
  for (let from = 0; from < 5; from++)
    await asSystem(kernel, ctx =>
      ctx.create(
        contact,
        Array.from({ length: 900 }, (_, at) => ({
          last_name: `L${from * 900 + at}`,
          phone: `+4930${String(1_000_000 + Math.floor((from * 900 + at) / 2))}`,
        })),
      ),
    )
  const { body } = await maya.post('/api/contacts/duplicates/scan')
  expect(await maya.post('/api/contacts/duplicates/scan')).toMatchObject({ status: 409 })
  await expect(runOn(kernel, body.id, stopAfter(1))).rejects.toThrow('stops')
  expect((await maya.get('/api/contacts/duplicates/state')).body.scan).toMatchObject({ status: 'running', done: 500 })
  await runOn(kernel, body.id, idle)
  expect((await maya.get('/api/contacts/duplicates/state')).body.scan).toMatchObject({ status: 'done', done: 4500 })
  const next = await maya.post('/api/contacts/duplicates/scan')
  expect((await maya.post('/api/contacts/duplicates/cancel', { run: next.body.id })).body.status).toBe('cancelled')
  await runOn(kernel, next.body.id, idle)
  expect((await maya.get('/api/contacts/duplicates/state')).body.scan).toMatchObject({ status: 'cancelled', done: 0 })
})

test('an administrator adjusts the rules, within reason', async () => {
  const [one] = [await make(kernel, contact, jon), await make(kernel, contact, again)]
  expect(
    (await maya.patch('/api/contacts/duplicates/rules', { rules: { threshold: 7, rules: { colour: {} } } })).status,
  ).toBe(422)
  expect((await maya.patch('/api/contacts/duplicates/rules', { rules: { threshold: 99, sure: 90 } })).status).toBe(422)
  await maya.patch('/api/contacts/duplicates/rules', { rules: { threshold: 99, sure: 100 } })
  await touch(one.id)
  expect(await pairsOf()).toEqual([])
  await maya.patch('/api/contacts/duplicates/rules', { rules: {} })
  expect((await scan()).count).toBe(1)
  const noor = served.as(await served.person('Ines', [roleOf({ contact: { read: 'everybody', edit: 'everybody' } })]))
  expect(await noor.patch('/api/contacts/duplicates/rules', { rules: {} })).toMatchObject({ status: 403 })
  expect(await noor.post('/api/contacts/duplicates/scan')).toMatchObject({ status: 403 })
})

test('companies are found by their names as people write them', async () => {
  for (const name of ['Blue Door GmbH', 'Bluedoor Limited', 'North Steel']) await make(kernel, company, { name })
  const { count } = await scan('companies')
  expect(count).toBe(1)
})
