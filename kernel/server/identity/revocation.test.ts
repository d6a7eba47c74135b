import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, type Door, openStage, type Stage } from '../../../tests/identity.ts'
import { makeUser } from './identity.ts'

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
beforeEach(() => sql`delete from throttles`.execute(stage.kernel.database.db))

const password = 'quiet rivers 3'
let count = 0
async function somebody(roles: readonly string[] = ['regular']) {
  const email = `person${count++}@rapport.test`
  const id = await makeUser(stage.kernel, { name: 'Paul', email, password, roles })
  const browser = stage.door.browser()
  await browser.signIn(email, password)
  return { id, email, browser }
}

const status = async (browser: Pick<Browser, 'ask'>, url = '/api/me') => (await browser.ask('GET', url)).status

/** It works on both servers, and then does not: here at once, there within the second that a server may remember. */
async function bites(browser: Browser, revoke: () => Promise<unknown>, url?: string, after = 401) {
  const there = browser.at(other)
  expect([await status(browser, url), await status(there, url)]).toEqual([200, 200])
  await revoke()
  expect(await status(browser, url)).toBe(after)
  stage.clock.now += 801
  expect(await status(there, url)).toBe(after)
}

test('a deactivated user is out, and stays out after coming back', async () => {
  const { id, browser, email } = await somebody()
  const key = (await browser.ask('POST', '/api/me/keys', { name: 'k', scopes: '*:read' })).body.key
  await bites(browser, () => boss.ask('POST', `/api/users/${id}/deactivate`))
  expect(await status(stage.door.withKey(key))).toBe(401)
  expect(await browser.signIn(email, password)).toMatchObject({ status: 401, body: { code: 'sign-in.failed' } })
  expect((await boss.ask('POST', `/api/users/${id}/reactivate`)).status).toBe(200)
  expect([await status(browser), await status(stage.door.withKey(key))]).toEqual([401, 401])
  expect((await browser.signIn(email, password)).status).toBe(200)
})

test('a deleted user is out, and what was open does not come back from the trash', async () => {
  const { id, browser } = await somebody()
  await bites(browser, () => boss.ask('DELETE', `/api/users/${id}`))
  expect((await boss.ask('POST', `/api/users/${id}/restore`)).status).toBe(200)
  stage.clock.now += 801
  expect(await status(browser)).toBe(401)
})

test('a role that is taken away, deleted or narrowed gives nothing any more', async () => {
  const { id, browser } = await somebody(['staff'])
  await bites(browser, () => boss.ask('PATCH', `/api/users/${id}`, { roles: [] }), '/api/contacts', 403)
  const role = (await boss.ask('POST', '/api/roles', { name: 'reader' })).body.id
  const grant = (
    await boss.ask('POST', '/api/role_grants', { role, object: 'contact', verb: 'read', scope: 'everybody' })
  ).body.id
  await boss.ask('PATCH', `/api/users/${id}`, { roles: [role] })
  stage.clock.now += 801
  await bites(browser, () => boss.ask('PATCH', `/api/role_grants/${grant}`, { scope: 'nobody' }), '/api/contacts', 403)
  await boss.ask('PATCH', `/api/role_grants/${grant}`, { scope: 'own' })
  stage.clock.now += 801
  await bites(browser, () => boss.ask('DELETE', `/api/roles/${role}`), '/api/contacts', 403)
})

test('a new password needs the old one, ends the other sessions and leaves this one', async () => {
  const { browser, email } = await somebody()
  const elsewhere = stage.door.browser()
  await elsewhere.signIn(email, password)
  const change = (old_password: string, new_password: string) =>
    browser.ask('POST', '/api/me/password', { old_password, new_password })
  expect(await change('not the old one', 'new meadows 88')).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'old_password', code: 'password.wrong' }] },
  })
  expect(await change(password, email)).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'new_password', code: 'password.is-email' }] },
  })
  expect(await change(password, 'short')).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'password.too-short' }] },
  })
  await bites(elsewhere, () => change(password, 'new meadows 88'))
  expect(await status(browser)).toBe(200)
  expect((await elsewhere.signIn(email, password)).status).toBe(401)
  expect((await elsewhere.signIn(email, 'new meadows 88')).status).toBe(200)
})

test('who took over a session does not guess the password in it', async () => {
  const { browser } = await somebody()
  const guess = () =>
    browser.ask('POST', '/api/me/password', { old_password: 'a wrong guess', new_password: 'new meadows 88' })
  const statuses = []
  for (let at = 0; at < 7; at++) statuses.push((await guess()).status)
  expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429])
})

test('sessions are listed, and ended one by one or all but this', async () => {
  const { browser, email } = await somebody()
  const [second, third] = [stage.door.browser(), stage.door.browser()]
  for (const one of [second, third]) await one.signIn(email, password)
  const list = async () => (await browser.ask('GET', '/api/me/sessions')).body.rows
  const rows = await list()
  expect(rows.map(({ current }: { current: boolean }) => current).toSorted()).toEqual([false, false, true])
  expect(JSON.stringify(rows)).not.toContain('token')
  const mine = (await second.ask('GET', '/api/me/sessions')).body.rows.find(
    ({ current }: { current: boolean }) => current,
  ).id
  expect(await boss.ask('DELETE', `/api/me/sessions/${mine}`)).toMatchObject({ status: 404 })
  await bites(second, () => browser.ask('DELETE', `/api/me/sessions/${mine}`))
  await bites(third, () => browser.ask('DELETE', '/api/me/sessions'))
  expect(await list()).toHaveLength(1)
})

test('a session ends by itself: after a month without use, and after half a year of it', async () => {
  const { browser, id } = await somebody()
  const day = 86_400_000
  const start = stage.clock.now
  for (let at = 0; at < 8; at++) {
    stage.clock.now += 22 * day
    expect(await status(browser)).toBe(200)
    await expect.poll(() => lastSeen(id)).toBe(stage.clock.now)
  }
  stage.clock.now = start + 181 * day
  expect(await status(browser)).toBe(401)
  const { browser: idle } = await somebody()
  stage.clock.now += 31 * day
  expect(await status(idle)).toBe(401)
  stage.clock.now = start
})

async function lastSeen(userId: string) {
  const { rows } = await sql<{ seen_at: string }>`select seen_at from sessions where user_id = ${userId}::uuid`.execute(
    stage.kernel.database.db,
  )
  return Date.parse(rows[0]?.seen_at ?? '')
}

test('that somebody was seen is written at most once a minute', async () => {
  const { browser, id } = await somebody()
  const first = stage.clock.now
  stage.clock.now += 30_000
  expect(await status(browser)).toBe(200)
  stage.clock.now += 31_000
  expect(await lastSeen(id)).toBe(first)
  expect(await status(browser)).toBe(200)
  await expect.poll(() => lastSeen(id)).toBe(first + 61_000)
})
