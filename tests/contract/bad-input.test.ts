// Every field of every object is given what it should not be: each is a clear refusal that changes nothing, or is kept
// as it was sent; nothing is ever our fault.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Field } from '#kernel/schema/field.ts'
import { isSame } from '#kernel/server/records/same.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { makeRecord, needs } from '../factories.ts'
import { withEveryType } from './every-type.ts'
import { naughtyBodies, naughtyOthers, naughtyTexts } from './naughty.ts'
import { triedFields, triedObjects } from './tried.ts'
import { inputOf, openWorld, type Reply, type World, writableFields } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(withEveryType)
})
afterAll(() => world.close())

const cases = triedFields(model => writableFields(model).map(([field]) => field))
const listOf = (model: Model) => `/api/${model.object.plural}`
const countOf = async (model: Model): Promise<number> =>
  (await world.owner.get(`${listOf(model)}/totals`)).body.rows[0]?.count ?? 0

/** Refused with a code, for whoever sent it; what is wrong with which field, where it is one. */
function requireRefusal(reply: Reply, said: string) {
  expect(reply.status, said).toBeGreaterThanOrEqual(400)
  expect(reply.status, `${said} ${JSON.stringify(reply.body)}`).toBeLessThan(500)
  expect(reply.body, said).toMatchObject({ code: expect.any(String), status: reply.status, detail: expect.any(String) })
  for (const problem of reply.body.fields ?? [])
    expect(problem, said).toMatchObject({
      field: expect.any(String),
      code: expect.any(String),
      message: expect.not.stringMatching(/^[a-z.-]+$/),
    })
}

const said = (value: unknown) => JSON.stringify(value)?.slice(0, 120) ?? 'nothing'

describe.each(cases)('%s.%s', (object, name) => {
  const model = () => world.kernel.models.get(object)
  const field = () => model().fields[name] as Field

  it('keeps what it takes as it was sent, and refuses the rest without a trace', async () => {
    const row = await makeRecord(world.kernel, model(), model().object.owned ? { owner_id: world.me } : {})
    const url = `${listOf(model())}/${row.id}`
    for (const value of [...naughtyTexts, ...naughtyOthers]) {
      const before = (await world.owner.get(url)).body
      const reply = await world.owner.patch(url, { [name]: value })
      const after = (await world.owner.get(url)).body
      if (reply.status !== 200) {
        requireRefusal(reply, said(value))
        expect(after, said(value)).toEqual(before)
        continue
      }
      expect(reply.body[name], said(value)).toEqual(after[name])
      if (name !== 'main')
        expect(kept(field(), value, after[name], row[name]), `${said(value)} became ${said(after[name])}`).toBe(true)
      const again = await world.owner.patch(url, { [name]: after[name] })
      expect(again.body.version, `${said(after[name])} is not what it was`).toBe(after.version)
    }
  })

  it('refuses the same in a new record, and makes none', async () => {
    const input = inputOf(model(), await needs(world.kernel, model()))
    for (const value of [
      'a\u0000b',
      '\ud800',
      'x'.repeat(1_100_000),
      1e308,
      [[]],
      { a: 1 },
      '01890000-0000-7000-8000-000000000000',
    ]) {
      const before = await countOf(model())
      const reply = await world.owner.post(listOf(model()), { ...input, [name]: value })
      if (reply.status === 201) await world.owner.delete(`${listOf(model())}/${reply.body.id}`)
      else requireRefusal(reply, said(value))
      expect(await countOf(model()), said(value)).toBe(before)
    }
  })
})

/** What a field may do to a value: tidy its spaces, or bring it into the form that it has; and say it itself where nothing is said. */
function kept(field: Field, given: unknown, found: unknown, unsaid: unknown): boolean {
  const isNothing = given === null || (typeof given === 'string' && given.trim() === '')
  if (isNothing)
    return found === null || found === false || (Array.isArray(found) && found.length === 0) || isSame(found, unsaid)
  if (field.type === 'text') return found === (given as string).normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (field.type === 'long_text') return found === (given as string).normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (field.type === 'rich_text')
    return typeof found === 'string' ? !/<script|<[^>]*onerror|href="javascript/i.test(found) : found === null
  if (field.type === 'number' || field.type === 'percent') return Object.is(found, given === 0 ? 0 : given)
  if (field.type === 'money')
    return (
      typeof given === 'number' ||
      typeof given === 'string' ||
      Number((found as { amount: string }).amount) === Number((given as { amount: string }).amount)
    )
  // The database keeps the keys in an order of its own.
  if (field.type === 'json') return isSame(found, given)
  if (field.type === 'code') return String(found).toLowerCase() === (given as string).trim().toLowerCase()
  if (field.type === 'email') return typeof found === 'string' && found.includes('@')
  if (field.type === 'url') return /^https?:/.test(String(found))
  if (field.type === 'phone') return /^\+\d+$/.test(String(found))
  if (field.type === 'moment') return Date.parse(String(given)) === Date.parse(String(found))
  return JSON.stringify(found) === JSON.stringify(given) || Array.isArray(found)
}

describe.each(triedObjects)('%s', name => {
  const model = () => world.kernel.models.get(name)

  it('takes no body that is not an object of its fields', async () => {
    const row = await makeRecord(world.kernel, model(), model().object.owned ? { owner_id: world.me } : {})
    const url = `${listOf(model())}/${row.id}`
    const before = [await countOf(model()), (await world.owner.get(url)).body]
    for (const body of naughtyBodies)
      for (const [method, path] of [
        ['POST', listOf(model())],
        ['PATCH', url],
        ['PUT', url],
        ['PATCH', listOf(model())],
        ['DELETE', listOf(model())],
        ['POST', `${listOf(model())}/query`],
        ['POST', `${listOf(model())}/restore`],
      ] as const) {
        const reply = await world.owner.raw(method, path, body, {
          'idempotency-key': `naughty-${path.length}-${body.length}`,
        })
        // A filter may be left out of a query, and a body out of what needs none.
        if (reply.status >= 300 || !path.endsWith('query'))
          requireRefusal(reply, `${method} ${path} ${body.slice(0, 60)}`)
      }
    expect([await countOf(model()), (await world.owner.get(url)).body]).toEqual(before)
  })

  it('takes no field that it does not have', async () => {
    for (const field of [
      'nonsense',
      'id',
      'version',
      'deleted_at',
      'search_text',
      '__defineGetter__',
      'constructor',
      'toString',
      '',
      ' ',
      'a\u0000',
      '"',
      "'; drop table users; --",
    ]) {
      const body = `{${JSON.stringify(field)}: "x"}`
      const reply = await world.owner.raw('POST', listOf(model()), body)
      requireRefusal(reply, field)
      expect(reply.body.fields?.map((problem: { field: string }) => problem.field) ?? [], field).toContain(field)
    }
  })

  it('is asked nothing that it cannot answer', async () => {
    const row = await makeRecord(world.kernel, model())
    const url = `${listOf(model())}/${row.id}`
    for (const text of naughtyTexts) {
      const value = encodeURIComponent(text.toWellFormed())
      for (const path of [
        ...['where', 'sort', 'limit', 'after', 'columns', 'include', 'count', 'trashed', 'search', 'nonsense'].map(
          name => `${listOf(model())}?${name}=${value}`,
        ),
        `${listOf(model())}?where=${encodeURIComponent(JSON.stringify({ [text]: text }))}`,
        `${listOf(model())}?where=${encodeURIComponent(JSON.stringify({ id: { in: [text] }, count: { of: text, by: text } }))}`,
        ...['group', 'sum', 'where', 'search'].map(name => `${listOf(model())}/totals?${name}=${value}`),
        `${url}?include=${value}`,
        `${url}/timeline?after=${value}`,
        `${url}/timeline?limit=${value}`,
        `${listOf(model())}/${value}`,
        `${listOf(model())}/${value}/timeline`,
      ]) {
        if (path.length > 12_000) continue
        const reply = await world.owner.get(path)
        if (reply.status >= 300) requireRefusal(reply, path.slice(0, 200))
      }
    }
  }, 120_000)
})

it('addresses, headers and parameters of every other route are refused in words too', async () => {
  const { id } = await makeRecord(world.kernel, world.kernel.models.get('company'), { owner_id: world.me })
  for (const text of naughtyTexts.filter(one => one.length < 3000)) {
    const value = encodeURIComponent(text.toWellFormed())
    const replies = [
      await world.owner.get(`/api/search?q=${value}`),
      await world.owner.get(`/api/search?q=x&limit=${value}`),
      await world.owner.get(`/api/${value}`),
      await world.owner.get(`/${value}`),
      await world.owner.get(`/api/access/why?object=${value}&id=${id}`),
      await world.owner.get(`/api/access/why?object=company&id=${value}`),
      await world.owner.get(`/api/access/why?object=company&id=${id}&verb=${value}`),
      await world.owner.get(`/api/access/why?object=company&id=${id}&user=${value}`),
      await world.owner.get(`/api/audit?object=${value}`),
      await world.owner.get(`/api/audit?before=${value}`),
      await world.owner.get(`/api/audit?record=${value}`),
      await world.owner.post(`/api/batches/${value}/undo`),
      await world.owner.post(`/api/companies/${id}/${value}`, {}),
      await world.owner.post(`/api/companies/${value}`, { ids: [id] }),
      await world.owner.post(`/api/companies/${value}`, { where: {} }),
    ]
    for (const reply of replies) if (reply.status >= 300) requireRefusal(reply, text.slice(0, 60))
  }
  for (const text of [
    'x',
    '"',
    '""',
    '"x"',
    'W/"1',
    '*',
    '"1", "2"',
    '"99999999999999999999"',
    '"-1"',
    '\u00ff',
    ' ',
  ]) {
    const reply = await world.owner.patch(`/api/companies/${id}`, {}, { 'if-match': text })
    if (reply.status >= 300) requireRefusal(reply, text)
    const keyed = await world.owner.patch(`/api/companies/${id}`, {}, { 'idempotency-key': text })
    if (keyed.status >= 300) requireRefusal(keyed, text)
  }
  for (const type of [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'nonsense',
    'application/json; charset=utf-16',
  ])
    requireRefusal(await world.owner.raw('POST', '/api/companies', '{"name":', { 'content-type': type }), type)
  requireRefusal(
    await world.owner.raw('POST', '/api/companies', JSON.stringify({ name: 'x'.repeat(5 * 2 ** 20) })),
    'five megabytes',
  )
  requireRefusal(
    await world.owner.post(
      '/api/companies',
      Array.from({ length: 1001 }, () => ({ name: 'x' })),
    ),
    'too many',
  )
  requireRefusal(
    await world.owner.patch('/api/companies', { ids: Array.from({ length: 10_001 }, () => id), patch: {} }),
    'too many',
  )
})
