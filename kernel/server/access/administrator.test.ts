import { afterAll, beforeAll, expect, test } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import { backupEndpoints } from '../backup/endpoints.ts'
import { duplicateEndpoints } from '../duplicates/endpoints.ts'
import { settingEndpoints } from '../settings/endpoints.ts'

let tests: TestServer
let owner: Person
beforeAll(async () => {
  tests = await testServer(await testKernel(), [...settingEndpoints([]), ...backupEndpoints, ...duplicateEndpoints])
  owner = await tests.person('Owner', [ownerRole])
})
afterAll(() => tests.close())

test.each([
  ['get', '/api/audit'],
  ['get', '/api/audit/export.csv'],
  ['get', '/api/backups'],
  ['patch', '/api/settings'],
  ['post', '/api/contacts/duplicates/scan'],
] as const)('a narrowed key of who may do everything administers nothing: %s %s', async (verb, path) => {
  const ask = (limits: string[]) => tests.withKey(owner, limits)[verb](path, {})
  expect(await ask(['contact:*', 'user:*'])).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect((await ask(['*:*'])).status).toBeLessThan(300)
})
