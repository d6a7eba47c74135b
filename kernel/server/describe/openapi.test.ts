import { expect, test } from 'vitest'
import { choice, money, text } from '#kernel/fields/index.ts'
import { parts } from '#modules/parts.ts'
import { endpoint } from '../http/endpoint.ts'
import { recordEndpoints } from '../records/endpoints.ts'
import { buildModels } from '../tables/model.ts'
import { checking, nodes } from './check-document.ts'
import type { Json } from './json-schema.ts'
import { type Document, openapi } from './openapi.ts'
import { resolve, routesOf } from './reference/read-document.ts'

const models = buildModels(parts.objects)
const document = openapi(models.all, recordEndpoints([]))
const schemas = document.components.schemas
const { check } = checking(document)

test('it says what it is', () => {
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Rapport' },
    security: [{ key: [] }, { session: [] }],
  })
})

test('every operation has an id of its own that fits into an address', () => {
  const ids = routesOf(document).map(({ operationId }) => operationId)
  expect(ids.length).toBeGreaterThan(models.all.length * 14)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect(ids.filter(id => !/^[a-z][A-Za-z0-9]*$/.test(id))).toEqual([])
})

test('every reference leads somewhere, and nothing that is shared is unused', () => {
  const used = new Set([...nodes(document)].flatMap(({ node }) => (typeof node.$ref === 'string' ? [node.$ref] : [])))
  for (const $ref of used) expect(resolve(document, { $ref }), $ref).not.toEqual({})
  const shared = Object.entries(document.components).flatMap(([kind, named]) =>
    Object.keys(named).map(name => `#/components/${kind}/${name}`),
  )
  expect(shared.filter(name => !used.has(name) && !name.includes('securitySchemes'))).toEqual([])
})

test('no object takes the name of something shared', () => {
  const one = Object.keys(openapi(models.all.slice(0, 1), []).components.schemas)
  const next = Object.keys(openapi(models.all.slice(1, 2), []).components.schemas)
  const shared = one.filter(name => next.includes(name))
  const own = models.all.flatMap(model =>
    Object.keys(openapi([model], []).components.schemas).filter(
      name => !shared.includes(name) && !name.endsWith('Condition'),
    ),
  )
  expect(new Set(own).size).toBe(own.length)
})

test('parameters of the path are described, and those are all', () => {
  for (const { path, operationId, parameters } of routesOf(document)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(
      parameters.filter(each => each.in === 'path' && each.required).map(({ name }) => name),
      operationId,
    ).toEqual(inPath)
  }
})

test('every tag is described once', () => {
  const tags = document.tags.map(({ name }) => name)
  expect(new Set(tags).size).toBe(tags.length)
  expect(routesOf(document).filter(({ tags: [tag = ''] }) => !tags.includes(tag))).toEqual([])
})

test('every example is as its schema says', () => {
  const shown = [...nodes(document)].filter(({ node }) => 'schema' in node && 'example' in node)
  expect(shown.length).toBeGreaterThan(200)
  for (const { way, node } of shown) expect(check(node.schema as Json, node.example), way).toEqual([])
})

test('a draft needs what is required and has no default; nobody writes what is readonly', () => {
  expect(schemas.DealDraft).toMatchObject({ required: ['title', 'stage'], additionalProperties: false })
  expect(Object.keys(propertiesOf('DealDraft'))).not.toContain('status')
  expect(Object.keys(propertiesOf('DealPatch'))).toContain('owner_id')
  expect(schemas.DealPatch).not.toHaveProperty('required')
  expect(schemas.ContactDraft).toMatchObject({ required: ['last_name'] })
  expect(propertiesOf('ContactDraft').status).toMatchObject({
    default: 'lead',
    enum: ['lead', 'prospect', 'customer', 'archived'],
  })
  expect(propertiesOf('ContactPatch').status).not.toHaveProperty('default')
})

test('what may be empty may be null, and what is hidden from some says so', () => {
  expect(propertiesOf('Deal').status).toMatchObject({ type: 'string', readOnly: true })
  expect(propertiesOf('Contact').email).toMatchObject({
    type: ['string', 'null'],
    description: expect.stringContaining('Masked as personal'),
  })
  expect(propertiesOf('Deal').value).toMatchObject({ anyOf: [{ type: 'object' }, { type: 'null' }] })
  expect(propertiesOf('Company').size).toMatchObject({
    enum: [...Object.keys({ '1-10': 0, '11-50': 0, '51-200': 0, '201-1000': 0, '1001+': 0 }), null],
  })
})

test.each([
  [true, { status: 'open' }],
  [true, { status: { in: ['open', 'won'] }, value: { gt: '500', empty: false } }],
  [true, { any: [{ title: { contains: 'fleet' } }, { not: { 'company.industry': 'print' } }] }],
  [true, { close_date: { during: { next: '2 weeks' } }, owner_id: '@me', contact: null }],
  [true, { count: { of: 'task', within: 'this_week', gte: 2 } }],
  [false, { status: 'gone' }],
  [false, { status: { contains: 'o' } }],
  [false, { stranger: 1 }],
  [false, { created_at: '2026-11-20T13:30:00.000Z' }],
  [false, { any: { status: 'open' } }],
  [false, { title: {} }],
])('the filter of deals: %s for %j', (isGood, filter) => {
  expect(check({ $ref: '#/components/schemas/DealFilter' }, filter).length === 0).toBe(isGood)
})

test('sorting names what can be sorted, totals what can be added up', () => {
  expect(parameterOf('listContacts', 'sort')).toMatchObject({
    items: { enum: expect.arrayContaining(['last_name', '-last_name', 'created_at']) },
    maxItems: 4,
  })
  expect(JSON.stringify(parameterOf('listContacts', 'sort'))).not.toContain('"tags"')
  expect(parameterOf('totalDeals', 'sum')).toMatchObject({ items: { enum: ['value', 'monthly', 'yearly'] } })
  expect(parameterOf('listDeals', 'include')).toMatchObject({
    items: { enum: expect.arrayContaining(['stage', 'people', 'owner_id']) },
  })
})

test('an action is a route on one and on many, with its input', () => {
  const lose = routesOf(document).filter(({ operationId }) => /^loseDeals?$/.test(operationId))
  expect(lose.map(({ path }) => path)).toEqual(['/api/deals/{id}/lose', '/api/deals/lose'])
  const [one, many] = lose.map(({ body }) => body?.schema ?? {})
  const reason = '0198c5a2-7b1e-7c3a-9f00-3d5e8a1b2c4d'
  expect([check(one ?? {}, { reason }), check(one ?? {}, {}).length]).toEqual([[], 1])
  expect(check(many ?? {}, { where: { status: 'open' }, input: { reason } })).toEqual([])
  expect(check(many ?? {}, { ids: [reason] })).not.toEqual([])
})

test('fields added at run time are there like any other', () => {
  const custom = { c_region: choice({ north: 'North', south: 'South' }), c_margin: money({ label: 'Margin' }) }
  const grown = openapi(buildModels(parts.objects, { deal: custom }).all, [])
  expect(grown.components.schemas.DealDraft).toMatchObject({
    properties: { c_region: { title: 'C region' }, c_margin: { title: 'Margin' } },
  })
  expect(grown.components.schemas.DealFilter).toMatchObject({
    properties: { c_margin: { $ref: '#/components/schemas/MoneyCondition' } },
  })
})

test('a fixed route: its input is fields, its address names what varies; one of every object is one of each', () => {
  const run = async () => undefined
  const fixed = openapi(models.all.slice(0, 2), [
    endpoint({
      method: 'POST',
      path: '/api/keys/:id/turn/',
      chapter: 'Keys',
      summary: 'Turns',
      body: { to: text({ required: true }) },
      run,
    }),
    endpoint({ method: 'GET', path: '/api/:plural/shape', chapter: 'Shape', summary: 'Shape', open: true, run }),
    endpoint({ method: 'GET', path: '/assets/*', chapter: 'Page', summary: 'Files', run }),
  ])
  expect(
    routesOf(fixed)
      .slice(-3)
      .map(({ path, operationId, tags }) => [path, operationId, tags[0]]),
  ).toEqual([
    ['/api/keys/{id}/turn', 'postKeysByIdTurn', 'Keys'],
    ['/api/users/shape', 'getUsersShape', 'Users'],
    ['/api/teams/shape', 'getTeamsShape', 'Teams'],
  ])
  expect(fixed.paths['/api/keys/{id}/turn']?.post).toMatchObject({
    requestBody: { required: true, content: { 'application/json': { schema: { required: ['to'] } } } },
  })
  expect(fixed.paths['/api/users/shape']?.get).toMatchObject({ security: [] })
})

const propertiesOf = (name: keyof Document['components']['schemas']) =>
  schemas[name]?.properties as Readonly<Record<string, Json>>
const parameterOf = (operationId: string, name: string) =>
  routesOf(document)
    .find(route => route.operationId === operationId)
    ?.parameters.find(each => each.name === name)?.schema
