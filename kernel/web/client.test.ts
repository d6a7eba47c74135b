import { expect, test } from 'vitest'
import type { Objects } from '#modules/index.ts'
import { client } from './client.ts'
import type { Call } from './request.ts'

const calls: Call[] = []
const transport = async (call: Call) => void calls.push(call)
const plurals: Readonly<Record<string, string>> = { deal: 'deals', company: 'companies' }
const api = client<Objects>(transport, name => plurals[name] ?? '')

async function callOf(run: () => Promise<unknown>) {
  calls.length = 0
  await run()
  return calls[0]
}

test('a list is asked for in the address', async () => {
  const call = await callOf(() =>
    api.company.list({ where: { name: 'Brume' }, sort: '-name', include: ['parent', 'tags'], limit: 5 }),
  )
  expect(call).toEqual({
    path: '/api/companies',
    query: { where: '{"name":"Brume"}', sort: '-name', include: 'parent,tags', limit: 5 },
  })
})

test('an update of what was seen says which version that was; of a bare id, none', async () => {
  const path = '/api/deals/d1'
  expect(await callOf(() => api.deal.update({ id: 'd1', version: 7 }, { title: 'x' }))).toEqual({
    method: 'PATCH',
    path,
    body: { title: 'x' },
    headers: { 'if-match': '"7"' },
  })
  expect(await callOf(() => api.deal.update('d1', { title: 'x' }))).toEqual({
    method: 'PATCH',
    path,
    body: { title: 'x' },
    headers: {},
  })
})

test('what is no verb is an action', async () => {
  expect(await callOf(() => api.deal.lose('d1', { reason: 'r' }))).toEqual({
    method: 'POST',
    path: '/api/deals/d1/lose',
    body: { reason: 'r' },
  })
  expect(await callOf(() => api.deal.reopen('d1'))).toEqual({ method: 'POST', path: '/api/deals/d1/reopen', body: {} })
})
