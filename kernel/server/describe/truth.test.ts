// The document against the server: what is described is there, answers as described, and nothing is left out.

import fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parts } from '#modules/parts.ts'
import { deal } from '#modules/sales/deal.ts'
import { lostReason, pipeline, stage } from '#modules/sales/pipeline.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type Reply, type TestServer, testServer } from '../../../tests/server.ts'
import { auditEndpoints } from '../changes/endpoints.ts'
import { fileEndpoints } from '../files/endpoints.ts'
import { recordRoutes } from '../http/record-routes.ts'
import type { Kernel } from '../kernel.ts'
import { recordEndpoints } from '../records/endpoints.ts'
import { collectWords } from '../words/words.ts'
import { checking } from './check-document.ts'
import { describe } from './describe.ts'
import type { Json } from './json-schema.ts'
import { type Document, openapi } from './openapi.ts'
import { type Route, resolve, routesOf } from './reference/read-document.ts'

const others = [...recordEndpoints([]), ...fileEndpoints, ...auditEndpoints]
const own = describe({ words: collectWords(parts.words), endpoints: others }).endpoints

let kernel: Kernel
let server: TestServer
let person: Person
let document: Document
beforeAll(async () => {
  kernel = await testKernel()
  server = await testServer(kernel, own)
  person = await server.person('Ada', [ownerRole])
  document = openapi(kernel.models.all, [...others, ...own])
})
afterAll(() => server.close())

test('every route that is described is there', async () => {
  for (const { method, path, operationId } of routesOf(document)) {
    const url = path.replace(/\{\w+\}/g, '0198c5a2-7b1e-7c3a-9f00-3d5e8a1b2c4d')
    // A body that can be read, so that it is the missing sign-in which is refused.
    const body = method === 'get' ? {} : { payload: {} }
    const reply = await server.server.inject({ method: method.toUpperCase() as 'GET', url, ...body })
    expect(reply.payload, operationId).not.toContain('no-such-address')
    if (!operationOf({ method, path }).security) expect(reply.statusCode, operationId).toBe(401)
  }
}, 60_000)

test('every route that records have is described', async () => {
  const bare = fastify()
  const routes: string[] = []
  bare.addHook('onRoute', ({ method, url }) => {
    if (method !== 'HEAD') routes.push(`${method} ${url}`)
  })
  recordRoutes(bare, kernel)
  expect(routes.length).toBeGreaterThan(15)
  const described = new Set(routesOf(document).map(({ method, path }) => `${method.toUpperCase()} ${path}`))
  const asDeals = routes.map(route =>
    route.replace(':plural', 'deals').replace(':action', 'win').replace(':id', '{id}'),
  )
  expect(asDeals.filter(route => !described.has(route))).toEqual([])
})

test('every route of deals answers as it is described', async () => {
  const first = await asSystem(kernel, async ctx => {
    const [sales] = await ctx.create(pipeline, [{ name: 'Sales' }])
    const [start] = await ctx.create(stage, [{ name: 'Start', pipeline: sales?.id ?? '' }])
    const [price] = await ctx.create(lostReason, [{ name: 'Too dear' }])
    return { stage: start?.id ?? '', reason: price?.id ?? '' }
  })
  const routes = new Map(routesOf(document).map(route => [route.operationId, route]))
  const { check } = checking(document)
  const called = new Set<string>()

  const call = async (
    operationId: string,
    { id = '', query = '', body, expected = 200 }: Call = {},
  ): Promise<Reply> => {
    const route = routes.get(operationId) as Route
    called.add(operationId)
    if (body !== undefined) expect(check(route.body?.schema ?? {}, body), `${operationId} takes`).toEqual([])
    const reply = await send(`${route.path.replace('{id}', id)}${query}`, route.method, body)
    expect([operationId, reply.status, reply.status === expected ? '' : reply.body]).toEqual([
      operationId,
      expected,
      '',
    ])
    expect(problemsOf(route, reply), `${operationId} answers`).toEqual([])
    return reply
  }
  const problemsOf = ({ method, path }: Route, { status, body }: Reply) => {
    const responses = operationOf({ method, path }).responses as Readonly<Record<string, Json>>
    const found = resolve(document, responses[status] ?? responses[`${Math.floor(status / 100)}XX`] ?? {})
    const content = (found.content ?? {}) as Readonly<Record<string, { schema: Json }>>
    const [described] = Object.values(content)
    if (found.description === undefined) return [`${status} is not described`]
    return described ? check(described.schema, body) : []
  }

  const draft = {
    title: 'Fleet',
    stage: first.stage,
    value: { amount: '1200.00', currency: 'USD' },
    close_date: '2026-12-01',
  }
  const fleet = (await call('createDeal', { body: draft, expected: 201 })).body
  const made = (await call('createDeal', { body: [draft, { ...draft, title: 'Vans' }], expected: 201 })).body.rows
  const ids: string[] = made.map((row: { id: string }) => row.id)
  await call('createDeal', { body: { ...draft, stage: ids[0] }, expected: 422 })

  await call('postDealsCheck', { body: { values: { title: 'Fleet' } }, expected: 204 })
  await call('postDealsCheck', { body: { values: { value: 'much' }, id: fleet.id }, expected: 422 })

  const where = encodeURIComponent(JSON.stringify({ status: 'open', value: { gt: 500 } }))
  const page = await call('listDeals', {
    query: `?where=${where}&sort=-value,title&columns=title,stage,owner_id&include=stage,owner_id&limit=2&count=true&search=f`,
  })
  expect(page.body).toMatchObject({
    rows: [{ title: 'Fleet' }, { title: 'Fleet' }],
    count: 2,
    included: { stage: { [first.stage]: { title: 'Start' } } },
  })
  await call('listDeals', { query: '?sort=tags', expected: 422 })
  await call('queryDeals', {
    body: { where: { title: { starts: 'va' } }, sort: 'title', limit: 1, include: ['company'] },
  })
  await call('totalDeals', { query: '?group=status&sum=value' })
  const totals = await call('totalDealsByQuery', {
    body: { group: 'stage', sum: ['value'], where: { 'stage.name': 'start' } },
  })
  expect(totals.body.rows).toMatchObject([{ group: first.stage, count: 3, sums: { value: [{ currency: 'USD' }] } }])
  await call('getDeal', { id: fleet.id, query: '?include=stage' })
  await call('getDeal', { id: first.stage, expected: 404 })

  await call('updateDeal', { id: fleet.id, body: { title: 'Whole fleet' } })
  await call('replaceDeal', { id: fleet.id, body: draft })
  await call('updateDeals', { body: { ids, patch: { close_date: null } } })
  await call('updateDeals', { body: { where: { title: 'vans' }, search: 'vans', patch: { description: 'Blue ones' } } })
  await call('updateDeals', { body: { edits: [{ id: fleet.id, title: 'Fleet again', version: 3 }] } })
  await call('updateDeals', { body: { edits: [{ id: fleet.id, title: 'Too late', version: 3 }] }, expected: 409 })

  await call('winDeal', { id: fleet.id, body: { closed_on: '2026-11-20' } })
  await call('winDeal', { id: fleet.id, expected: 409 })
  await call('reopenDeal', { id: fleet.id })
  await call('loseDeal', { id: fleet.id, body: { reason: first.reason } })
  await call('winDeals', { body: { ids } })
  await call('reopenDeals', { body: { where: { status: { in: ['won', 'lost'] } } } })
  await call('loseDeals', { body: { ids, input: { reason: first.reason } } })

  await call('quoteDeal', { id: fleet.id, expected: 409 })
  await call('quoteDeals', { body: { ids }, expected: 409 })
  await call('deleteDeal', { id: fleet.id, expected: 204 })
  expect((await call('getDeal', { id: fleet.id })).body.deleted_at).toMatch(/Z$/)
  await call('restoreDeal', { id: fleet.id })
  await call('deleteDeals', { body: { ids } })
  await call('restoreDeals', { body: { ids } })
  await call('deleteDeals', { body: { where: { title: 'vans' } } })
  expect((await call('restoreDeals', { body: { where: { title: 'vans' } } })).body).toEqual({ count: 1, ids: [ids[1]] })
  await call('deleteDeal', { id: ids[1] ?? '', expected: 204 })
  await call('purgeDeal', { id: ids[1] ?? '', expected: 204 })
  await call('getDealsByIdTimeline', { id: fleet.id })
  await call('getDealsByIdTimelineKinds', { id: fleet.id })

  const all = routesOf(document).filter(({ tags }) => tags[0] === deal.label[1])
  expect(all.map(({ operationId }) => operationId).filter(id => !called.has(id))).toEqual([])
})

const operationOf = ({ method, path }: Pick<Route, 'method' | 'path'>): Json => {
  const item = document.paths[path] ?? {}
  return item[method] as Json
}

interface Call {
  readonly id?: string
  readonly query?: string
  readonly body?: unknown
  readonly expected?: number
}

async function send(url: string, method: string, body: unknown): Promise<Reply> {
  const json =
    body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const reply = await server.server.inject({
    method: method.toUpperCase() as 'GET',
    url,
    ...json,
    headers: { ...json.headers, authorization: `Bearer ${person.id}` },
  })
  return { status: reply.statusCode, headers: reply.headers, body: reply.payload ? reply.json() : undefined }
}
