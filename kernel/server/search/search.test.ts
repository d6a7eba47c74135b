import { afterAll, beforeAll, expect, it } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import { type Caller, ownerRole, type TestServer, testServer } from '../../../tests/server.ts'

let test: TestServer
let owner: Caller
beforeAll(async () => {
  test = await testServer(await testKernel())
  owner = test.as(await test.person('Olga', [ownerRole]))
  const { body: company } = await owner.post('/api/companies', { name: 'Ateliér Brume', domain: 'brume.example' })
  await owner.post('/api/contacts', {
    first_name: 'Tomasz',
    last_name: 'Zieliński',
    email: 'tz@vistula.example',
    company: company.id,
  })
  const { body: ada } = await owner.post('/api/contacts', {
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@engine.example',
  })
  await owner.post('/api/contact_emails', { contact: ada.id, address: 'countess@home.example' })
})
afterAll(() => test.close())

const titles = async (caller: Caller, q: string) =>
  (await caller.get(`/api/search?q=${encodeURIComponent(q)}`)).body.hits.map(
    (hit: { object: string; title: string }) => `${hit.object}: ${hit.title}`,
  )

it.each([
  ['z', 'contact: Tomasz Zieliński'],
  ['ZIELINSKI', 'contact: Tomasz Zieliński'],
  ['ziel tom', 'contact: Tomasz Zieliński'],
  ['atelier', 'company: Ateliér Brume'],
  ['brume', 'company: Ateliér Brume'],
  ['lovelase', 'contact: Ada Lovelace'],
  ['zielinksi', 'contact: Tomasz Zieliński'],
])('%s finds %s', async (q, title) => {
  expect(await titles(owner, q)).toContain(title)
})

it('leads from a part to the whole', async () => {
  expect(await titles(owner, 'countess')).toEqual(['contact: countess@home.example'])
})

it('finds nothing for whoever may see nothing, and nothing by what is masked', async () => {
  const blind = test.as(
    await test.person('Bea', [
      { id: 'b', name: 'b', everything: false, grants: { contact: { read: 'own' } }, masks: {} },
    ]),
  )
  expect(await titles(blind, 'lovelace')).toEqual([])
  const masked = test.as(
    await test.person('Max', [
      {
        id: 'm',
        name: 'm',
        everything: false,
        grants: { '*': { '*': 'everybody' } },
        masks: { '*': { personal: 'hidden' } },
      },
    ]),
  )
  expect(await titles(masked, 'lovelace')).toContain('contact: Ada Lovelace')
  expect(await titles(masked, 'ada@engine')).toEqual([])
  expect(await titles(masked, 'countess')).toEqual([])
})
