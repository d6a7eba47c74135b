import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, idOfRole, openStage, owner, type Stage } from '../../../tests/identity.ts'
import { makeUser } from './identity.ts'

let stage: Stage
let boss: Browser
let bossId: string
let superuser: string
beforeAll(async () => {
  stage = await openStage()
  boss = stage.door.browser()
  bossId = (await boss.signIn()).body.id
  superuser = await idOfRole(stage.kernel, 'superuser')
})
afterAll(() => stage.close())
beforeEach(() => sql`delete from throttles`.execute(stage.kernel.database.db))

const password = 'quiet rivers 3'
let count = 0
async function somebody(roles: readonly string[]) {
  const email = `person${count++}@rapport.test`
  const id = await makeUser(stage.kernel, { name: 'Paul', email, password, roles })
  const browser = stage.door.browser()
  await browser.signIn(email, password)
  return { id, email, browser }
}

/** May do everything with people but is no superuser. */
async function personnel() {
  const name = `personnel${count++}`
  const role = (await boss.ask('POST', '/api/roles', { name })).body.id
  for (const object of ['user', 'team', 'role', 'role_grant', 'role_mask'])
    await boss.ask('POST', '/api/role_grants', { role, object, verb: '*', scope: 'everybody' })
  return somebody([name])
}

const forbidden = (code: string) => ({ status: 403, body: { code } })

test('who may edit people hands out no rights, by whatever way', async () => {
  const { browser, id } = await personnel()
  const victim = await somebody(['regular'])
  const team = (await boss.ask('POST', '/api/teams', { name: `team${count}` })).body.id
  const own = await idOfRole(stage.kernel, 'regular')
  const refused = forbidden('role.not-yours')
  expect(await browser.ask('PATCH', `/api/users/${id}`, { roles: [superuser] })).toMatchObject(refused)
  expect(await browser.ask('PATCH', '/api/users', { ids: [id], patch: { roles: [superuser] } })).toMatchObject(refused)
  expect(await browser.ask('PATCH', `/api/users/${victim.id}`, { teams: [team] })).toMatchObject(refused)
  expect(
    await browser.ask('POST', '/api/users', { name: 'X', email: 'x@rapport.test', roles: [superuser] }),
  ).toMatchObject(refused)
  expect(await browser.ask('POST', '/api/roles', { name: 'mine' })).toMatchObject(refused)
  expect(await browser.ask('PATCH', `/api/roles/${own}`, { everything: true })).toMatchObject(refused)
  expect(await browser.ask('DELETE', `/api/roles/${own}`)).toMatchObject(refused)
  expect(await browser.ask('POST', `/api/roles/${superuser}/copy`, { name: 'mine' })).toMatchObject(refused)
  expect(
    await browser.ask('POST', '/api/role_grants', { role: own, object: '*', verb: '*', scope: 'everybody' }),
  ).toMatchObject(refused)
  const masks = (await boss.ask('GET', '/api/role_masks')).body.rows
  expect(await browser.ask('DELETE', `/api/role_masks/${masks[0].id}`)).toMatchObject(refused)
  const role = (await boss.ask('POST', '/api/roles', { name: `gone${count}`, everything: true })).body.id
  await boss.ask('DELETE', `/api/roles/${role}`)
  expect(await browser.ask('POST', `/api/roles/${role}/restore`)).toMatchObject(refused)
})

test('who may edit people takes over nobody by their address, and touches nobody above', async () => {
  const { browser } = await personnel()
  const victim = await somebody(['regular'])
  const admin = await somebody(['superuser'])
  expect(await browser.ask('PATCH', `/api/users/${victim.id}`, { email: 'mine@evil.test' })).toMatchObject(
    forbidden('user.email-not-yours'),
  )
  expect((await browser.ask('PATCH', `/api/users/${victim.id}`, { name: 'Renamed' })).status).toBe(200)
  expect(await browser.ask('POST', `/api/users/${admin.id}/deactivate`)).toMatchObject(forbidden('user.above-you'))
  expect(await browser.ask('DELETE', `/api/users/${admin.id}`)).toMatchObject(forbidden('user.above-you'))
  expect((await browser.ask('POST', `/api/users/${victim.id}/deactivate`)).status).toBe(200)
  await boss.ask('DELETE', `/api/users/${admin.id}`)
  expect(await browser.ask('POST', `/api/users/${admin.id}/restore`)).toMatchObject(forbidden('user.above-you'))
  expect(await browser.ask('POST', `/api/users/${admin.id}/purge`)).toMatchObject(forbidden('user.above-you'))
})

test('the last who may do everything stays', async () => {
  const last = { status: 409, body: { code: 'user.last-administrator' } }
  const self = { status: 409, body: { code: 'user.self' } }
  await sql`update users set active = false where id <> ${bossId}::uuid`.execute(stage.kernel.database.db)
  expect(await boss.ask('PATCH', `/api/users/${bossId}`, { roles: [] })).toMatchObject(last)
  expect(await boss.ask('PATCH', `/api/roles/${superuser}`, { everything: false })).toMatchObject(last)
  expect(await boss.ask('DELETE', `/api/roles/${superuser}`)).toMatchObject(last)
  expect(await boss.ask('POST', `/api/users/${bossId}/deactivate`)).toMatchObject(self)
  expect(await boss.ask('DELETE', `/api/users/${bossId}`)).toMatchObject(self)
  const second = await somebody(['superuser'])
  expect((await second.browser.ask('POST', `/api/users/${bossId}/deactivate`)).status).toBe(200)
  expect(await second.browser.ask('PATCH', `/api/users/${second.id}`, { roles: [] })).toMatchObject(last)
  expect((await second.browser.ask('POST', `/api/users/${bossId}/reactivate`)).status).toBe(200)
  await boss.signIn()
  expect((await boss.ask('DELETE', `/api/users/${second.id}`)).status).toBe(204)
})

test('two who remove each other at once do not both succeed', async () => {
  const other = await stage.another()
  const second = await somebody(['superuser'])
  const replies = await Promise.all([
    boss.ask('POST', `/api/users/${second.id}/deactivate`),
    second.browser.at(other).ask('POST', `/api/users/${bossId}/deactivate`),
  ])
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  const { rows } =
    await sql`select 1 from users u join links l on l.from_id = u.id where u.active and u.deleted_at is null and l.to_id = ${superuser}::uuid`.execute(
      stage.kernel.database.db,
    )
  expect(rows).toHaveLength(1)
  await sql`update users set active = true where email = ${owner.email}`.execute(stage.kernel.database.db)
  await boss.signIn()
})

test('a regular user sees what is theirs, reads what is shared, and administers nothing', async () => {
  const { browser, id } = await somebody(['regular'])
  expect((await boss.ask('POST', '/api/companies', { name: 'Of the boss' })).status).toBe(201)
  const mine = await browser.ask('POST', '/api/companies', { name: 'Mine' })
  expect(mine).toMatchObject({ status: 201, body: { owner_id: id } })
  expect((await browser.ask('GET', '/api/companies')).body.rows).toMatchObject([{ name: 'Mine' }])
  for (const plural of ['stages', 'users', 'teams', 'tags'])
    expect((await browser.ask('GET', `/api/${plural}`)).status).toBe(200)
  expect(Object.keys((await browser.ask('GET', `/api/users/${bossId}`)).body)).not.toContain('last_sign_in_at')
  for (const [url, body] of [
    ['/api/roles', { name: 'x' }],
    ['/api/teams', { name: 'x' }],
    ['/api/users', { name: 'x', email: 'x@y.test' }],
    ['/api/tags', { name: 'x' }],
  ] as const)
    expect((await browser.ask('POST', url, body)).status).toBe(403)
  expect((await browser.ask('PATCH', `/api/users/${id}`, { name: 'x' })).status).toBe(403)
})

test('staff see and edit everything but people and rights', async () => {
  const { browser, id } = await somebody(['staff'])
  const [company] = (await browser.ask('GET', '/api/companies')).body.rows
  expect((await browser.ask('PATCH', `/api/companies/${company.id}`, { industry: 'Print' })).status).toBe(200)
  expect((await browser.ask('POST', '/api/tags', { name: `tag${count}` })).status).toBe(201)
  for (const plural of ['users', 'roles', 'teams', 'custom_fields'])
    expect((await browser.ask('POST', `/api/${plural}`, { name: 'x' })).status).toBe(403)
  expect((await browser.ask('POST', `/api/users/${id}/deactivate`)).status).toBe(403)
})

test('a user without roles may do nothing', async () => {
  const { browser } = await somebody([])
  expect((await browser.ask('GET', '/api/me')).status).toBe(200)
  expect((await browser.ask('GET', '/api/contacts')).status).toBe(403)
})

test('a copy of a role gives and hides the same', async () => {
  const regular = await idOfRole(stage.kernel, 'regular')
  const copied = await boss.ask('POST', `/api/roles/${regular}/copy`, { name: 'regular, but not quite' })
  expect(copied).toMatchObject({ status: 200, body: { name: 'regular, but not quite', everything: false } })
  expect(copied.body.id).not.toBe(regular)
  const rows = async (plural: string, role: string) => {
    const where = encodeURIComponent(JSON.stringify({ role }))
    const { body } = await boss.ask('GET', `/api/${plural}?limit=200&where=${where}`)
    return body.rows
      .map((row: Record<string, unknown>) => [row.object, row.verb ?? row.field, row.scope ?? row.level].join(' '))
      .sort()
  }
  for (const plural of ['role_grants', 'role_masks']) {
    const before = await rows(plural, regular)
    expect(before.length).toBeGreaterThan(1)
    expect(await rows(plural, copied.body.id)).toEqual(before)
  }
  expect(await boss.ask('POST', `/api/roles/${regular}/copy`, { name: 'regular, but not quite' })).toMatchObject({
    status: 422,
  })
})
