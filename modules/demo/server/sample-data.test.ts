import { afterAll, beforeAll, expect, it } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import { type TestServer, testServer } from '../../../tests/server.ts'
import { sampleEndpoints } from './sample-data.ts'

let tests: TestServer
beforeAll(async () => {
  tests = await testServer(await testKernel(), sampleEndpoints)
})
afterAll(() => tests.close())

it('is for whoever runs Rapport', async () => {
  const role = { id: 'some', name: 'Some', everything: false, grants: {}, masks: {} }
  const some = tests.as(await tests.person('Some', [role]))
  const path = '/api/sample-data'
  for (const reply of [await some.get(path), await some.post(path), await some.delete(path)])
    expect(reply).toMatchObject({ status: 403, body: { code: 'forbidden' } })
})
