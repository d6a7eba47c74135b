import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStage, owner, publicUrl, type Stage } from '../../../tests/identity.ts'
import { loadActor } from '../access/load-actor.ts'
import { timelineOf } from '../timeline/timeline.ts'
import { signInEvents } from './identity.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())
beforeEach(() => sql`delete from throttles`.execute(stage.kernel.database.db))

const signInBody = { email: owner.email, password: owner.password }

test.each(['/api/sign-in', '/accounts/login', '/accounts/login/'])(
  '%s signs in, and the cookie is out of reach of scripts',
  async path => {
    const browser = stage.door.browser()
    const reply = await browser.ask('POST', path, signInBody)
    expect(reply).toMatchObject({ status: 200, body: { email: owner.email, via: 'session', administrator: true } })
    const [session] = reply.headers['set-cookie'] as string[]
    expect(session).toMatch(/^rapport_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await browser.ask('GET', '/api/me')).body.email).toBe(owner.email)
  },
)

test.each(['/api/sign-out', '/accounts/logout/'])('%s ends the session itself, not only the cookie', async path => {
  const browser = stage.door.browser()
  await browser.signIn()
  const kept = new Map(browser.cookies)
  expect(await browser.ask('POST', path)).toMatchObject({ status: 204 })
  expect(browser.cookies.has('rapport_session')).toBe(false)
  for (const [name, value] of kept) browser.cookies.set(name, value)
  expect(await browser.ask('GET', '/api/me')).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } })
})

test('the cookie is sent over https only where Rapport is reached by it', async () => {
  const { cookiesFor } = await import('./cookies.ts')
  const given: object[] = []
  const reply = { setCookie: (_name: string, _value: string, options: object) => given.push(options) }
  cookiesFor('https://crm.example.org').give(reply as never, { userId: '', session: 'a', device: 'b' })
  expect(given).toMatchObject([{ secure: true }, { secure: true }])
})

test('an unknown address, a wrong password and an account without one are answered alike', async () => {
  await sql`insert into users (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Nil', 'nil@rapport.test', now(), now()) on conflict do nothing`.execute(
    stage.kernel.database.db,
  )
  const replies = []
  for (const [email, password] of [
    ['nobody@rapport.test', 'wrong password 1'],
    [owner.email, 'wrong password 1'],
    ['nil@rapport.test', 'wrong password 1'],
  ])
    replies.push(await stage.door.browser().ask('POST', '/api/sign-in', { email, password }))
  for (const reply of replies) {
    expect(reply.status).toBe(401)
    expect({ ...reply.body, request_id: '' }).toEqual({ ...replies[0]?.body, request_id: '' })
    expect(reply.headers['set-cookie']).toBeUndefined()
  }
})

test('an unknown address takes as long as a wrong password: both are compared with a hash', async () => {
  const { isPassword } = await import('./password.ts')
  const time = async (known: string | null) => {
    const start = process.cpuUsage().user
    for (let at = 0; at < 6; at++) expect(await isPassword(known, 'wrong password 1')).toBe(false)
    return process.cpuUsage().user - start
  }
  const { rows } = await sql<{ hash: string }>`select hash from credentials`.execute(stage.kernel.database.db)
  const [unknown, wrong] = [await time(null), await time(rows[0]?.hash ?? '')]
  expect(unknown).toBeGreaterThan(wrong / 3)
})

test('a session that was planted before signing in is not taken over, and the one before it ends', async () => {
  const victim = stage.door.browser()
  victim.cookies.set('rapport_session', 'planted-by-somebody-else')
  victim.cookies.set('rapport_device', 'planted-too')
  await victim.signIn()
  expect(victim.cookies.get('rapport_session')).not.toBe('planted-by-somebody-else')
  expect(victim.cookies.get('rapport_device')).not.toBe('planted-too')
  const first = stage.door.browser()
  first.cookies.set('rapport_session', victim.cookies.get('rapport_session') ?? '')
  await victim.signIn()
  expect((await first.ask('GET', '/api/me')).status).toBe(401)
})

test('a page of another origin writes nothing with the cookie, and signs nobody in', async () => {
  const browser = stage.door.browser()
  await browser.signIn()
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    expect(await browser.ask('PATCH', '/api/me', { name: 'Evil' }, { headers })).toMatchObject({
      status: 403,
      body: { code: 'origin-refused' },
    })
    expect((await stage.door.browser().ask('POST', '/api/sign-in', signInBody, { headers })).status).toBe(403)
  }
  expect((await browser.ask('PATCH', '/api/me', { name: 'Olga' }, { headers: { origin: publicUrl } })).status).toBe(200)
})

test('a request with a token has no cookies: a wrong one is not helped by them', async () => {
  const browser = stage.door.browser()
  await browser.signIn()
  for (const authorization of [
    'Bearer rpt_wrong',
    'Bearer ',
    'Basic b2xnYTpvbGdh',
    browser.cookies.get('rapport_session') ?? '',
    `Bearer ${browser.cookies.get('rapport_session')}`,
  ])
    expect(await browser.ask('GET', '/api/me', undefined, { headers: { authorization } })).toMatchObject({
      status: 401,
      body: { code: 'key.invalid' },
    })
})

test('a password without end is refused before it is hashed, by its length', async () => {
  const start = performance.now()
  const reply = await stage.door
    .browser()
    .ask('POST', '/api/sign-in', { email: owner.email, password: 'x'.repeat(3_000_000) })
  expect(reply).toMatchObject({ status: 422, body: { fields: [{ field: 'password', code: 'too-long' }] } })
  expect(performance.now() - start).toBeLessThan(3000)
  const { rows } = await sql`select 1 from throttles`.execute(stage.kernel.database.db)
  expect(rows).toEqual([])
})

test('comings and goings are recorded, mirrored on the user and told by the timeline', async () => {
  const { db } = stage.kernel.database
  await sql`delete from sign_ins`.execute(db)
  stage.clock.now += 2000
  const browser = stage.door.browser('10.9.8.7')
  await browser.ask('POST', '/api/sign-in', { email: owner.email, password: 'not this one' })
  stage.clock.now += 2000
  await browser.signIn()
  stage.clock.now += 2000
  await browser.ask('POST', '/api/sign-out')
  const { rows } = await sql<{ event: string; ip: string; last: boolean }>`select s.event, s.ip,
    s.at = case s.event when 'signed_in' then u.last_sign_in_at when 'signed_out' then u.last_sign_out_at end as last
    from sign_ins s join users u on u.id = s.user_id order by s.seq`.execute(db)
  expect(rows).toEqual([
    { event: 'sign_in_failed', ip: '10.9.8.7', last: null },
    { event: 'signed_in', ip: '10.9.8.7', last: true },
    { event: 'signed_out', ip: '10.9.8.7', last: true },
  ])
  const { rows: users } = await sql<{ id: string }>`select id from users where email = ${owner.email}`.execute(db)
  const id = users[0]?.id ?? ''
  const actor = await loadActor(db, id, stage.kernel.locale)
  if (!actor) throw new Error('no owner')
  const { models } = stage.kernel
  const told = await timelineOf({ db, models, actor, today: '2026-11-20' }, [signInEvents], models.get('user'), id, {
    limit: 3,
  })
  expect(told.entries.map(({ events }) => events)).toEqual([['signed_out'], ['signed_in'], ['sign_in_failed']])
})
