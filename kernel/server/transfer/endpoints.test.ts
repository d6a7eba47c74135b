import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import type { Actor } from '../access/actor.ts'
import { buildServer } from '../http/server.ts'
import type { Kernel } from '../kernel.ts'
import { revertImport } from './import/revert.ts'
import { runImport } from './import/run.ts'
import { type Desk, deskOf, person, upload, words } from './tests/csv-kernel.ts'
import { transfer } from './transfer.ts'

const sent: { job: string; id: unknown }[] = []
let kernel: Kernel
let desk: Desk
let other: Actor
let server: FastifyInstance

beforeAll(async () => {
  const plain = await testKernel()
  const queue: Kernel['queue'] = {
    send: async (_db, job, data) => void sent.push(...data.map(({ id }) => ({ job, id }))),
  }
  kernel = Object.create(plain, { queue: { value: queue } })
  desk = deskOf(kernel, await person(kernel, { contact: { '*': 'everybody' } }, { contact: { phone: 'hidden' } }))
  other = await person(kernel, { contact: { '*': 'everybody' } })
  server = await buildServer({
    kernel,
    words,
    endpoints: transfer({ words }).endpoints,
    authenticate: async request => ({
      actor: request.headers['x-as'] === 'other' ? other : desk.actor,
      via: 'session',
      id: 'one',
    }),
    origins: [],
    publicUrl: 'http://rapport.test',
  })
})
afterAll(async () => {
  await server.close()
  await kernel.close()
  await kernel.database.close()
})

const ask = (method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown, headers = {}) =>
  server.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) })

/** What the queue would do. */
async function work() {
  for (const { job, id } of sent.splice(0)) {
    if (job === 'import.run') await runImport({ kernel, signal: new AbortController().signal }, String(id))
    else await revertImport({ kernel }, String(id))
  }
}

test('from the file to the records and back', async () => {
  const file = await upload(
    desk,
    'First name,Last name,E-mail,Phone\nAda,Lovelace,ada@example.com,1\nBob,,bob@example.com,2\n',
  )
  const begun = await ask('POST', '/api/imports', { file, object: 'contact' })
  expect(begun.statusCode).toBe(201)
  const { id, plan, columns, fields, keys } = begun.json()
  expect(columns[0]).toEqual({
    column: 0,
    header: 'First name',
    samples: ['Ada', 'Bob'],
    proposed: { field: 'first_name', because: 'name' },
  })
  expect(columns[2].proposed).toEqual({ field: 'email', because: 'synonym' })
  expect(columns[3].proposed).toBeUndefined()
  expect(fields.map(({ field }: { field: string }) => field)).not.toContain('phone')
  expect([plan.columns.length, keys]).toEqual([3, ['id', 'email']])

  const wrong = await ask('PUT', `/api/imports/${id}`, { ...plan, mode: 'merge' })
  expect([wrong.statusCode, wrong.json().fields[0].field]).toEqual([422, 'mode'])
  expect((await ask('PUT', `/api/imports/${id}`, plan)).statusCode).toBe(200)

  expect((await ask('POST', `/api/imports/${id}/check`)).json()).toMatchObject({ status: 'checking' })
  await work()
  const checked = (await ask('GET', `/api/imports/${id}`)).json()
  expect(checked).toMatchObject({ status: 'checked', created: 1, failed: 1, share: 1, file: { name: 'people.csv' } })
  expect(checked.detail[1].problems[0]).toMatchObject({
    field: 'last_name',
    code: 'required',
    message: expect.stringContaining('Last name: '),
  })

  expect((await ask('POST', `/api/imports/${id}/start`)).statusCode).toBe(202)
  expect((await ask('POST', `/api/imports/${id}/start`)).statusCode).toBe(409)
  await work()
  expect((await ask('GET', '/api/imports')).json().rows[0]).toMatchObject({
    ...{ id, file: 'people.csv' },
    ...{ status: 'done', created: 1, failed: 1 },
  })
  expect((await ask('GET', '/api/imports?object=company')).json().rows).toEqual([])

  const bad = (await ask('GET', `/api/imports/${id}/rows`)).json()
  expect(bad).toMatchObject({
    rows: [{ row: 3, cells: ['Bob', '', 'bob@example.com', '2'], problems: [{ code: 'required' }] }],
    next: null,
  })
  const csv = await ask('GET', `/api/imports/${id}/problems.csv`)
  expect(csv.headers['content-disposition']).toBe('attachment; filename="contact-problems.csv"')
  expect(csv.body).toMatch(
    /^\ufeffFirst name,Last name,E-mail,Phone,import_problem\r\nBob,,bob@example\.com,2,"?Last name: /,
  )

  const exported = await ask('GET', '/api/contacts/export.csv?columns=first_name,email&bom=true')
  expect(exported.headers['content-type']).toMatch(/^text\/csv/)
  expect(exported.body).toBe('\ufefffirst_name,email\r\nAda,ada@example.com\r\n')

  await ask('POST', `/api/imports/${id}/revert`)
  await work()
  expect((await ask('GET', `/api/imports/${id}`)).json()).toMatchObject({
    status: 'reverted',
    reverted: { undone: expect.any(Number) },
  })
  expect((await ask('GET', '/api/contacts')).json().rows).toEqual([])
})

test.each([
  ['GET', '/api/contacts/export.csv?where={', 422],
  ['GET', '/api/contacts/export.csv?where={"phone":"1"}', 422],
  ['GET', '/api/contacts/export.csv?columns=phone', 422],
  ['GET', '/api/contacts/export.csv?sort=shoe', 422],
  ['GET', '/api/contacts/export.csv?limit=3', 422],
  ['GET', '/api/users/export.csv', 403],
  ['GET', '/api/nothing/export.csv', 404],
  ['GET', '/api/imports/nonsense', 422],
  ['GET', '/api/imports/00000000-0000-7000-8000-000000000000', 404],
  ['POST', '/api/imports/00000000-0000-7000-8000-000000000000/start', 404],
] as const)('%s %s is answered with %i', async (method, url, status) => {
  const answer = await ask(method, url)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, expect.stringContaining('problem+json')])
})

test.each([
  [{}, 422],
  [{ file: '00000000-0000-7000-8000-000000000000', object: 'contact' }, 404],
  [{ file: 'x', object: 'contact' }, 422],
  [{ file: '00000000-0000-7000-8000-000000000000', object: '__proto__' }, 404],
  [{ file: '00000000-0000-7000-8000-000000000000', object: 'user' }, 403],
  [{ file: '00000000-0000-7000-8000-000000000000', object: 'contact', encoding: 'ebcdic' }, 422],
])('an import that begins with %j is answered with %i', async (body, status) => {
  expect((await ask('POST', '/api/imports', body)).statusCode).toBe(status)
})

test('rows that could not be taken are mended and tried again', async () => {
  const file = await upload(
    desk,
    'first name,last name,email\nAda,Mended,ada.mended@example.com\n"=Bob, ""B""",,no address\nCleo,,cleo@example.com\nD,E,d@example.com,f\n',
  )
  const { id } = (await ask('POST', '/api/imports', { file, object: 'contact' })).json()
  expect((await ask('POST', `/api/imports/${id}/mend`, { rows: [] })).statusCode).toBe(409)
  await ask('POST', `/api/imports/${id}/start`)
  await work()
  for (const body of [undefined, { rows: 1 }, { rows: [{ row: 'x', cells: {} }] }, { rows: [{ row: 3 }] }])
    expect((await ask('POST', `/api/imports/${id}/mend`, body)).statusCode).toBe(422)
  expect((await ask('POST', `/api/imports/${id}/mend`, { rows: [] }, { 'x-as': 'other' })).statusCode).toBe(404)

  const rows = [{ row: 3, cells: { 1: 'Barker', 2: 'bob.mended@example.com' } }]
  const again = (await ask('POST', `/api/imports/${id}/mend`, { rows })).json()
  expect(again).toMatchObject({ status: 'new', plan: { by: 'email' } })
  expect(again.columns[1].samples).toEqual(['Barker', '', 'E'])
  await ask('POST', `/api/imports/${again.id}/start`)
  await work()
  expect((await ask('GET', `/api/imports/${again.id}`)).json()).toMatchObject({ created: 1, failed: 2 })
  const found = (await ask('GET', '/api/contacts?where={"last_name":"Barker"}')).json()
  expect(found.rows).toMatchObject([{ first_name: '=Bob, "B"', email: 'bob.mended@example.com' }])
})

test('before anything is written, the whole file is mended', async () => {
  const file = await upload(desk, 'last name,email\nAda,ada.whole@example.com\nBob,no address\n\nCleo,\n')
  const { id } = (await ask('POST', '/api/imports', { file, object: 'contact' })).json()
  await ask('POST', `/api/imports/${id}/check`)
  await work()
  expect((await ask('GET', `/api/imports/${id}`)).json()).toMatchObject({ status: 'checked', created: 2, failed: 1 })
  const rows = [{ row: 3, cells: { 1: 'bob.whole@example.com' } }]
  const again = (await ask('POST', `/api/imports/${id}/mend`, { rows })).json()
  await ask('POST', `/api/imports/${again.id}/check`)
  await work()
  expect((await ask('GET', `/api/imports/${again.id}`)).json()).toMatchObject({ created: 3, failed: 0 })
  expect((await ask('GET', '/api/contacts?where={"email":"bob.whole@example.com"}')).json().rows).toEqual([])
})

test('to somebody else an import is not there', async () => {
  const file = await upload(desk, 'last name\nLovelace\n')
  const { id } = (await ask('POST', '/api/imports', { file, object: 'contact' })).json()
  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/start'],
    ['POST', '/cancel'],
    ['GET', '/rows'],
    ['GET', '/problems.csv'],
  ] as const)
    expect((await ask(method, `/api/imports/${id}${path}`, undefined, { 'x-as': 'other' })).statusCode).toBe(404)
  expect((await ask('GET', '/api/imports', undefined, { 'x-as': 'other' })).json().rows).toEqual([])
})
