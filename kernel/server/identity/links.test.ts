// What comes by mail: invitations, open sign-up, new passwords.

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, idOfRole, openStage, owner, type Stage } from '../../../tests/identity.ts'
import { asSystem } from '../../../tests/kernel.ts'
import { signUp } from '../settings/company.ts'
import { writeSetting } from '../settings/settings.ts'
import { makeUser } from './identity.ts'

let stage: Stage
let boss: Browser
beforeAll(async () => {
  stage = await openStage()
  boss = stage.door.browser()
  await boss.signIn()
})
afterAll(() => stage.close())
beforeEach(() => sql`delete from throttles`.execute(stage.kernel.database.db))

const password = 'quiet rivers 3'
const day = 86_400_000
const visitor = (ip?: string) => stage.door.browser(ip)
const invite = (email: string, more = {}) => boss.ask('POST', '/api/invitations', { email, ...more })
const accept = (token: string, browser = visitor()) =>
  browser.ask('POST', '/api/invitations/accept', { token, name: 'Ines', password })
const askReset = (email: string, ip?: string) => visitor(ip).ask('POST', '/api/password-resets', { email })
const useReset = (token: string, fresh: string, browser = visitor()) =>
  browser.ask('POST', '/api/password-resets/use', { token, password: fresh })
const invalidLink = { status: 404, body: { code: 'link.invalid' } }

async function token() {
  const [mail, ...more] = await stage.mails()
  expect(more).toEqual([])
  return mail?.token ?? ''
}

test('an invitation makes a user with its roles and teams, once', async () => {
  const regular = await idOfRole(stage.kernel, 'regular')
  const team = (await boss.ask('POST', '/api/teams', { name: 'North' })).body.id
  expect(await invite('ines@rapport.test', { roles: [regular], teams: [team] })).toMatchObject({ status: 201 })
  expect((await boss.ask('GET', '/api/invitations')).body.rows).toMatchObject([
    { email: 'ines@rapport.test', roles: [regular] },
  ])
  const link = await token()
  expect((await visitor().ask('POST', '/api/invitations/find', { token: link })).body).toEqual({
    email: 'ines@rapport.test',
  })
  const browser = visitor()
  expect(await accept(link, browser)).toMatchObject({
    status: 201,
    body: { name: 'Ines', roles: [{ name: 'regular' }], administrator: false },
  })
  expect((await browser.ask('GET', '/api/me')).status).toBe(200)
  expect((await boss.ask('GET', `/api/users/${(await browser.ask('GET', '/api/me')).body.id}`)).body.teams).toEqual([
    { id: team, role: null },
  ])
  expect(await accept(link)).toMatchObject(invalidLink)
  expect((await boss.ask('GET', '/api/invitations')).body.rows).toEqual([])
  expect(await invite('ines@rapport.test')).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'invitation.already-user' }] },
  })
})

test('of two who accept at once one gets in, and there is one user', async () => {
  await invite('twice@rapport.test')
  const link = await token()
  const other = await stage.another()
  const replies = await Promise.all([accept(link), accept(link, other.browser()), accept(link)])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 404, 404])
  expect(
    (await boss.ask('GET', `/api/users?where=${encodeURIComponent('{"email":"twice@rapport.test"}')}`)).body.rows,
  ).toHaveLength(1)
})

test('an invitation is sent again, replaced, revoked, and ends after a week', async () => {
  const first = (await invite('late@rapport.test')).body.id
  const link = await token()
  stage.clock.now += 6 * day
  expect((await boss.ask('POST', `/api/invitations/${first}/resend`)).status).toBe(202)
  expect(await token()).toBe(link)
  stage.clock.now += 6 * day
  expect((await visitor().ask('POST', '/api/invitations/find', { token: link })).status).toBe(200)
  stage.clock.now += 2 * day
  expect(await accept(link)).toMatchObject(invalidLink)
  const second = (await invite('late@rapport.test')).body.id
  const newer = await token()
  expect((await boss.ask('POST', `/api/invitations/${first}/resend`)).status).toBe(404)
  expect((await boss.ask('DELETE', `/api/invitations/${second}`)).status).toBe(204)
  expect(await accept(newer)).toMatchObject(invalidLink)
})

test('who may not hand out rights invites nobody to them, and who was sent away invites nobody back', async () => {
  await makeUser(stage.kernel, { name: 'Stan', email: 'stan@rapport.test', password, roles: ['staff'] })
  const staff = visitor()
  await staff.signIn('stan@rapport.test', password)
  expect(await staff.ask('POST', '/api/invitations', { email: 'x@rapport.test' })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  expect((await staff.ask('GET', '/api/invitations')).status).toBe(403)
  const role = (await boss.ask('POST', '/api/roles', { name: 'recruiter' })).body.id
  for (const verb of ['read', 'create', 'edit', 'delete'])
    await boss.ask('POST', '/api/role_grants', { role, object: 'user', verb, scope: 'everybody' })
  await boss.ask('POST', '/api/role_grants', { role, object: 'role', verb: 'read', scope: 'everybody' })
  const id = await makeUser(stage.kernel, { name: 'Rita', email: 'rita@rapport.test', password, roles: ['recruiter'] })
  const rita = visitor()
  await rita.signIn('rita@rapport.test', password)
  const superuser = await idOfRole(stage.kernel, 'superuser')
  expect(await rita.ask('POST', '/api/invitations', { email: 'x@rapport.test', roles: [superuser] })).toMatchObject({
    status: 403,
    body: { code: 'role.not-yours' },
  })
  expect((await rita.ask('POST', '/api/invitations', { email: 'x@rapport.test' })).status).toBe(201)
  const link = await token()
  await boss.ask('POST', `/api/users/${id}/deactivate`)
  expect(await accept(link)).toMatchObject(invalidLink)
})

test('sign-up is closed unless the company opens it; the answer does not tell who has an account', async () => {
  const ask = (email: string, path = '/accounts/signup/') => visitor().ask('POST', path, { email })
  expect(await ask('new@rapport.test')).toMatchObject({ status: 403, body: { code: 'sign-up-closed' } })
  await asSystem(stage.kernel, ctx => writeSetting(ctx, signUp, 'open'))
  const [fresh, known] = [await ask('new@rapport.test'), await ask(owner.email, '/api/sign-up')]
  expect([fresh.status, known.status]).toEqual([202, 202])
  expect(fresh.body).toEqual(known.body)
  const mails = await stage.mails()
  const [link] = mails.flatMap(({ to, token: found }) => (to === 'new@rapport.test' ? [found] : []))
  expect(mails.find(({ to }) => to === owner.email)).toMatchObject({ token: '' })
  expect(await accept(link ?? '')).toMatchObject({
    status: 201,
    body: { email: 'new@rapport.test', roles: [{ name: 'regular' }] },
  })
  await ask('late-one@rapport.test')
  const late = await token()
  await asSystem(stage.kernel, ctx => writeSetting(ctx, signUp, 'closed'))
  expect(await accept(late)).toMatchObject({ status: 403, body: { code: 'sign-up-closed' } })
})

test('a link of a mail sets a new password once, ends every session and opens the door that guesses had closed', async () => {
  const email = 'rosa@rapport.test'
  await makeUser(stage.kernel, { name: 'Rosa', email, password, roles: ['regular'] })
  const before = visitor()
  await before.signIn(email, password)
  expect((await askReset(email)).status).toBe(202)
  const link = await token()
  for (let at = 0; at < 10; at++) await visitor(`10.7.0.${at}`).signIn(email, 'a wrong guess')
  expect((await visitor('10.7.1.1').signIn(email, password)).status).toBe(429)
  expect(await useReset(link, 'rosa@rapport.test')).toMatchObject({
    status: 422,
    body: { fields: [{ code: 'password.is-email' }] },
  })
  const browser = visitor()
  expect(await useReset(link, 'green hills 55', browser)).toMatchObject({ status: 200, body: { email } })
  expect([(await before.ask('GET', '/api/me')).status, (await browser.ask('GET', '/api/me')).status]).toEqual([
    401, 200,
  ])
  expect(await useReset(link, 'green hills 66')).toMatchObject(invalidLink)
  expect((await visitor('10.7.1.2').signIn(email, 'green hills 55')).status).toBe(200)
})

test('of two that use a reset at once one does; others of the same person are void then, and after an hour', async () => {
  const email = 'nora@rapport.test'
  await makeUser(stage.kernel, { name: 'Nora', email, password, roles: ['regular'] })
  await askReset(email)
  const first = await token()
  await askReset(email)
  const second = await token()
  const replies = await Promise.all([useReset(second, 'green hills 55'), useReset(second, 'green hills 66')])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 404])
  expect(await useReset(first, 'green hills 77')).toMatchObject(invalidLink)
  await askReset(email)
  const late = await token()
  stage.clock.now += 3_600_001
  expect(await useReset(late, 'green hills 77')).toMatchObject(invalidLink)
})

test('asking for a new password is answered alike for every address; only whoever is there gets mail', async () => {
  const [known, unknown] = [await askReset(owner.email), await askReset('nobody@rapport.test')]
  expect(known.status).toBe(unknown.status)
  expect(known.body).toEqual(unknown.body)
  expect((await stage.mails()).map(({ to }) => to)).toEqual([owner.email])
  const statuses = []
  for (let at = 0; at < 7; at++) statuses.push((await askReset('flood@rapport.test', `10.8.0.${at}`)).status)
  expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429])
})

test('tokens are kept as their hash, and one kind is not good for another', async () => {
  await askReset(owner.email)
  const reset = await token()
  await invite('hash@rapport.test')
  const invitation = await token()
  const { rows } = await sql<{
    all: string
  }>`select (select json_agg(r) from password_resets r)::text || (select json_agg(i) from invitations i)::text as all`.execute(
    stage.kernel.database.db,
  )
  for (const link of [reset, invitation]) expect(rows[0]?.all).not.toContain(link)
  expect(await accept(reset)).toMatchObject(invalidLink)
  expect(await useReset(invitation, password)).toMatchObject(invalidLink)
  expect((await boss.ask('GET', '/api/me')).status).toBe(200)
})
