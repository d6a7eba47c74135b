import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openStage, owner, type Stage } from '../../../tests/identity.ts'
import { makeUser, setPassword } from './identity.ts'
import { checkPassword } from './password.ts'

let stage: Stage
let browser: Browser
const email = 'paul@rapport.test'
const password = 'quiet rivers 3'
beforeAll(async () => {
  stage = await openStage()
  await makeUser(stage.kernel, { name: 'Paul', email, password, roles: ['regular'] })
  browser = stage.door.browser()
  await browser.signIn(email, password)
})
afterAll(() => stage.close())

test.each([
  ['PATCH', '/api/me'],
  ['POST', '/accounts/profile/'],
] as const)('%s %s changes what was sent and leaves the rest', async (method, path) => {
  expect((await browser.ask(method, path, { name: 'Pauline', language: 'fr' })).status).toBe(200)
  expect(await browser.ask(method, path, { time_zone: 'Asia/Tokyo' })).toMatchObject({
    status: 200,
    body: { name: 'Pauline', language: 'fr', time_zone: 'Asia/Tokyo' },
  })
  expect((await browser.ask('GET', '/api/nothing/here')).body.detail).not.toBe('')
  expect(await browser.ask(method, path, { time_zone: null, name: 'Paul', language: 'en' })).toMatchObject({
    status: 200,
    body: { name: 'Paul', time_zone: null },
  })
})

test.each([
  [{ name: '' }, 'name', 'required'],
  [{ language: 'xx' }, 'language', 'not-a-choice'],
  [{ time_zone: 'Mars/Olympus' }, 'time_zone', 'not-a-time-zone'],
  [{ email: 'other@rapport.test' }, 'email', 'unknown-field'],
  [{ roles: [] }, 'roles', 'unknown-field'],
  [{ active: false }, 'active', 'unknown-field'],
])('%j is refused at its field', async (body, field, code) => {
  expect(await browser.ask('PATCH', '/api/me', body)).toMatchObject({
    status: 422,
    body: { fields: [{ field, code }] },
  })
})

test('a zone that is none is refused by the API of users too: it would break every screen of that person', async () => {
  const boss = stage.door.browser()
  await boss.signIn()
  const { id } = (await browser.ask('GET', '/api/me')).body
  expect(await boss.ask('PATCH', `/api/users/${id}`, { time_zone: 'Mars/Olympus' })).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'not-a-time-zone' }] },
  })
})

test('a picture is one’s own upload, and an image', async () => {
  const { id: me } = (await browser.ask('GET', '/api/me')).body
  const keep = async (type: string, by: string | null, side: number | null = 64) => {
    const { rows } = await sql<{
      id: string
    }>`insert into files (id, sha256, name, type, size, width, height, created_by, created_at)
      values (gen_random_uuid(), 'x', 'x', ${type}, 1, ${side}::int, ${side}::int, ${by}::uuid, now()) returning id`.execute(
      stage.kernel.database.db,
    )
    return rows[0]?.id
  }
  const [mine, page, theirs] = [await keep('image/png', me), await keep('text/html', me), await keep('image/png', null)]
  expect(await browser.ask('PATCH', '/api/me', { picture: theirs })).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'ref-missing' }] },
  })
  const refused = async (picture: string | undefined, code: string) =>
    expect(await browser.ask('PATCH', '/api/me', { picture })).toMatchObject({
      status: 422,
      body: { fields: [{ code }] },
    })
  await refused(page, 'file.type-not-accepted')
  await refused(await keep('image/png', me, null), 'picture.unreadable')
  await refused(await keep('image/png', me, 4097), 'picture.too-wide')
  expect(await browser.ask('PATCH', '/api/me', { picture: mine })).toMatchObject({
    status: 200,
    body: { picture: mine },
  })
})

test('a profile is a change like any other, in the name of its owner', async () => {
  await browser.ask('PATCH', '/api/me', { name: 'Paula' })
  const { id } = (await browser.ask('GET', '/api/me')).body
  const { rows } = await sql<{
    actor_id: string
    after: object
  }>`select actor_id, after from changes where record_id = ${id}::uuid order by pos desc limit 1`.execute(
    stage.kernel.database.db,
  )
  expect(rows[0]).toEqual({ actor_id: id, after: { name: 'Paula' } })
})

test('nobody in, nothing out', async () => {
  for (const url of ['/api/me', '/api/me/sessions', '/api/me/keys', '/api/invitations'])
    expect((await stage.door.browser().ask('GET', url)).status).toBe(401)
  expect((await stage.door.browser().ask('POST', '/accounts/profile/', { name: 'X' })).status).toBe(401)
})

test.each([
  ['ninechars', 'password.too-short'],
  ['x'.repeat(201), 'too-long'],
  ['Password123', 'password.too-common'],
  ['aaaaaaaaaaaa', 'password.too-common'],
  ['Olga@Rapport.Test', 'password.is-email'],
])('the password %s is refused', (given, code) => {
  expect(() => checkPassword(given, owner.email)).toThrow(
    expect.objectContaining({ problems: [expect.objectContaining({ code })] }),
  )
})

test('the command line sets a password, and whoever was in is out', async () => {
  await setPassword(stage.kernel, email, 'green hills 55')
  stage.clock.now += 801
  expect((await browser.ask('GET', '/api/me')).status).toBe(401)
  expect((await browser.signIn(email, 'green  hills 55 ')).status).toBe(200)
})
