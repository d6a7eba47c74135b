import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, type Door, openStage, owner, type Stage } from '../../../tests/identity.ts'
import { issueKeyFor, makeUser } from './identity.ts'

let stage: Stage
let other: Door
let boss: Browser
beforeAll(async () => {
  stage = await openStage()
  other = await stage.another()
  boss = stage.door.browser()
  await boss.signIn()
})
afterAll(() => stage.close())

const make = (scopes: string, more = {}, browser = boss) =>
  browser.ask('POST', '/api/me/keys', { name: 'Till', scopes, ...more })
const withKey = async (scopes: string, more = {}) => stage.door.withKey((await make(scopes, more)).body.key)

test('a key is shown once, listed without its secret, and does what it names and no more', async () => {
  const made = await make('contact:read deal:*')
  expect(made).toMatchObject({
    status: 201,
    body: { scopes: ['contact:read', 'deal:*'], key: expect.stringMatching(/^rpt_[\w-]{43}$/) },
  })
  const { key, prefix } = made.body
  const listed = await boss.ask('GET', '/api/me/keys')
  expect(listed.body.rows[0]).toMatchObject({ name: 'Till', prefix })
  expect(key.startsWith(prefix)).toBe(true)
  const { rows } = await sql<{ all: string }>`select json_agg(k)::text as all from api_keys k`.execute(
    stage.kernel.database.db,
  )
  for (const text of [JSON.stringify(listed.body), rows[0]?.all]) expect(text).not.toContain(key)
  const program = stage.door.withKey(key)
  const status = async (method: 'GET' | 'POST', url: string, body?: object) =>
    (await program.ask(method, url, body)).status
  expect(await status('GET', '/api/contacts')).toBe(200)
  expect(await status('GET', '/api/deals')).toBe(200)
  expect(await status('POST', '/api/contacts', { last_name: 'Kahn' })).toBe(403)
  expect(await status('GET', '/api/companies')).toBe(403)
  expect(await status('GET', '/api/users')).toBe(403)
})

test('a key makes no key, no password, no profile, no invitation; nor does it see sessions', async () => {
  const program = await withKey('*:*')
  const refused = { status: 403, body: { code: 'session-needed' } }
  expect(await program.ask('POST', '/api/me/keys', { name: 'More', scopes: '*:*' })).toMatchObject(refused)
  expect(await program.ask('GET', '/api/me/keys')).toMatchObject(refused)
  expect(
    await program.ask('POST', '/api/me/password', { old_password: owner.password, new_password: 'green hills 55' }),
  ).toMatchObject(refused)
  expect(await program.ask('PATCH', '/api/me', { name: 'X' })).toMatchObject(refused)
  expect(await program.ask('GET', '/api/me/sessions')).toMatchObject(refused)
  expect(await program.ask('DELETE', '/api/me/sessions')).toMatchObject(refused)
  expect(await program.ask('POST', '/api/invitations', { email: 'x@rapport.test' })).toMatchObject(refused)
  expect((await program.ask('GET', '/api/me')).body).toMatchObject({ via: 'key', email: owner.email })
})

test('a narrowed key of who may do everything hands out no rights', async () => {
  const id = await makeUser(stage.kernel, {
    name: 'Paul',
    email: 'paul@rapport.test',
    password: 'quiet rivers 3',
    roles: ['regular'],
  })
  const { rows } = (await boss.ask('GET', '/api/roles')).body
  const superuser = rows.find(({ name }: { name: string }) => name === 'superuser').id
  const program = await withKey('user:* role:* role_grant:*')
  expect(await program.ask('PATCH', `/api/users/${id}`, { roles: [superuser] })).toMatchObject({
    status: 403,
    body: { code: 'role.not-yours' },
  })
  expect(await program.ask('PATCH', `/api/users/${id}`, { email: 'mine@evil.test' })).toMatchObject({
    status: 403,
    body: { code: 'user.email-not-yours' },
  })
  expect(await program.ask('POST', '/api/roles', { name: 'mine', everything: true })).toMatchObject({
    status: 403,
    body: { code: 'role.not-yours' },
  })
  expect((await program.ask('GET', '/api/me')).body.administrator).toBe(false)
  expect((await (await withKey('*:*')).ask('POST', '/api/roles', { name: 'theirs' })).status).toBe(201)
})

test.each([
  ['contact', 'key.unknown-scope'],
  ['contact:fly', 'key.unknown-scope'],
  ['starship:read', 'key.unknown-scope'],
  ['contact:read:all', 'key.unknown-scope'],
  ['*:win', undefined],
  ['deal:win', undefined],
  ['contact:win', 'key.unknown-scope'],
])('the scope %s: %s', async (scope, code) => {
  const made = await make(scope)
  expect(made.body.fields?.[0]?.code).toBe(code)
})

test('a key is never wider than its owner, and narrows with them', async () => {
  const email = 'mara@rapport.test'
  const id = await makeUser(stage.kernel, { name: 'Mara', email, password: 'quiet rivers 3', roles: ['regular'] })
  const mara = stage.door.browser()
  await mara.signIn(email, 'quiet rivers 3')
  expect(await make('contact:export', {}, mara)).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'key.scope-beyond' }] },
  })
  const { key } = (await make('*:*', {}, mara)).body
  const program = stage.door.withKey(key)
  expect((await program.ask('GET', '/api/contacts')).status).toBe(200)
  expect((await program.ask('POST', '/api/roles', { name: 'x' })).status).toBe(403)
  await boss.ask('PATCH', `/api/users/${id}`, { roles: [] })
  expect((await program.ask('GET', '/api/contacts')).status).toBe(403)
})

test('a key ends when it expires and when it is revoked, on every server within a second', async () => {
  const expires_at = new Date(stage.clock.now + 60_000).toISOString()
  expect(await make('*:read', { expires_at: new Date(stage.clock.now - 1).toISOString() })).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'key.expires-in-past' }] },
  })
  const brief = await withKey('*:read', { expires_at })
  expect((await brief.ask('GET', '/api/me')).status).toBe(200)
  stage.clock.now += 60_001
  expect(await brief.ask('GET', '/api/me')).toMatchObject({ status: 401, body: { code: 'key.invalid' } })

  const { key, id } = (await make('*:read')).body
  const [here, there] = [stage.door.withKey(key), other.withKey(key)]
  expect([(await here.ask('GET', '/api/me')).status, (await there.ask('GET', '/api/me')).status]).toEqual([200, 200])
  expect((await boss.ask('DELETE', `/api/me/keys/${id}`)).status).toBe(204)
  expect((await here.ask('GET', '/api/me')).status).toBe(401)
  stage.clock.now += 801
  expect((await there.ask('GET', '/api/me')).status).toBe(401)
  expect((await boss.ask('DELETE', `/api/me/keys/${id}`)).status).toBe(404)
})

test('nobody revokes the key of another', async () => {
  const mara = stage.door.browser()
  await mara.signIn('mara@rapport.test', 'quiet rivers 3')
  const { id, key } = (await make('*:read')).body
  expect((await mara.ask('DELETE', `/api/me/keys/${id}`)).status).toBe(404)
  expect((await stage.door.withKey(key).ask('GET', '/api/me')).status).toBe(200)
})

test('the command line makes one too, and says that it was used', async () => {
  const { key, id } = await issueKeyFor(stage.kernel, owner.email, {
    name: 'Backup',
    scopes: ['*:read'],
    expires_at: null,
  })
  expect((await stage.door.withKey(key).ask('GET', '/api/contacts')).status).toBe(200)
  const used = async () => {
    const { rows } = await sql<{
      at: string | null
    }>`select last_used_at as at from api_keys where id = ${id}::uuid`.execute(stage.kernel.database.db)
    return rows[0]?.at
  }
  await expect.poll(used).toBe(new Date(stage.clock.now).toISOString())
})
