import { afterAll, beforeAll, expect, it } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import { type Caller, ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import { number } from '../../fields/number/number.ts'
import { FieldProblem } from '../../schema/field-type.ts'
import { settingEndpoints } from './endpoints.ts'
import { defineSetting } from './setting.ts'

const even = defineSetting('even', number({ min: 0 }), 2, value => {
  if (value % 2) throw new FieldProblem('too-small', { min: value + 1 })
})

let tests: TestServer
let owner: Caller
beforeAll(async () => {
  tests = await testServer(await testKernel(), settingEndpoints([even]))
  owner = tests.as(await tests.person('Owner', [ownerRole]))
})
afterAll(() => tests.close())

const patch = (body: object) => owner.patch('/api/settings', body)

it('are read by everybody, those of modules too, and written by who may do everything', async () => {
  const clerk = tests.as(await tests.person('Clerk', [{ ...ownerRole, everything: false }]))
  expect((await clerk.get('/api/settings')).body).toMatchObject({ even: 2, letterhead_address: null })
  expect((await clerk.patch('/api/settings', { even: 4 })).status).toBe(403)
  expect(await patch({ even: 4 })).toMatchObject({ status: 200, body: { even: 4 } })
})

it('stay where they are left out; null empties what may be empty and leaves the rest', async () => {
  expect((await patch({ letterhead_address: 'Here\n12' })).body).toMatchObject({ letterhead_address: 'Here\n12' })
  expect((await patch({ company_name: 'Bakery' })).body).toMatchObject({ letterhead_address: 'Here\n12' })
  expect((await patch({ letterhead_address: null, company_name: null })).body).toMatchObject({
    letterhead_address: null,
    company_name: 'Bakery',
  })
})

it('refuse what does not fit, by the field and by the setting itself, and write nothing then', async () => {
  const refused = await patch({ even: 5, company_name: 'Other' })
  expect(refused).toMatchObject({ status: 422, body: { fields: [{ field: 'even', code: 'too-small' }] } })
  expect(await patch({ odd: 1 })).toMatchObject({ status: 422, body: { fields: [{ code: 'unknown-field' }] } })
  const logo = { letterhead_logo: '01890000-0000-7000-8000-000000000000' }
  expect(await patch(logo)).toMatchObject({ status: 422, body: { fields: [{ field: 'letterhead_logo' }] } })
  expect((await owner.get('/api/settings')).body).toMatchObject({ company_name: 'Bakery', letterhead_logo: null })
})
