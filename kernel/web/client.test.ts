import { expect, test } from 'vitest'
import { choice, ref, tags, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'
import { client } from './client.ts'
import type { Call } from './request.ts'

const common = { icon: 'x', area: 'x', list: [] } as const
const company = defineObject('company', {
  ...common,
  label: ['Company', 'Companies'],
  plural: 'companies',
  title: 'name',
  fields: { name: text({ required: true }), parent: ref('company'), tags: tags() },
})
const deal = defineObject('deal', {
  ...common,
  label: ['Deal', 'Deals'],
  plural: 'deals',
  title: 'title',
  fields: { title: text({ required: true }), status: choice({ open: 'Open', lost: 'Lost' }, { readonly: true }) },
  actions: {
    lose: { label: 'Lose', needs: 'edit', input: { reason: text({ required: true }) } },
    reopen: { label: 'Reopen', needs: 'edit' },
  },
})
const objects = { company, deal }

const calls: Call[] = []
const transport = async (call: Call) => void calls.push(call)
const api = client<typeof objects>(transport, name => objects[name as keyof typeof objects].plural)

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
