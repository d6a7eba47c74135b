import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, idOfRole, openStage, type Stage } from '../../../tests/identity.ts'
import { makeUser } from '../identity/identity.ts'

let stage: Stage
let boss: Browser
let ana: Browser
let ben: Browser
let cleo: Browser
let north: string
beforeAll(async () => {
  stage = await openStage()
  boss = stage.door.browser()
  await boss.signIn()
  north = (await boss.ask('POST', '/api/teams', { name: 'North' })).body.id
  ana = await somebody('ana', 'staff', [north])
  ben = await somebody('ben', 'regular', [north])
  cleo = await somebody('cleo', 'staff', [])
})
afterAll(() => stage.close())

const password = 'quiet rivers 3'
async function somebody(name: string, role: string, teams: readonly string[]) {
  const email = `${name}@rapport.test`
  const id = await makeUser(stage.kernel, { name, email, password, roles: [role] })
  if (teams.length)
    await boss.ask('PATCH', `/api/users/${id}`, { teams: teams.map(team => ({ id: team, role: null })) })
  const browser = stage.door.browser()
  await browser.signIn(email, password)
  return browser
}

const open = { name: 'Open', object: 'user', state: { where: { active: true }, sort: ['name'] } }
const save = async (browser: Browser, more = {}) =>
  (await browser.ask('POST', '/api/views', { ...open, ...more })).body as { id: string; version: number }
const finds = async (browser: Browser, id: string) => (await browser.ask('GET', `/api/views/${id}`)).status

test('mine is read by me, the team’s by the team, all’s by all; it is changed by nobody else', async () => {
  const mine = await save(ana)
  const ours = await save(ana, { visibility: 'team' })
  const everyones = await save(ana, { visibility: 'all' })
  const seen = (browser: Browser) => Promise.all([mine, ours, everyones].map(({ id }) => finds(browser, id)))
  expect(await seen(ana)).toEqual([200, 200, 200])
  expect(await seen(ben)).toEqual([404, 200, 200])
  expect(await seen(cleo)).toEqual([404, 404, 200])
  for (const browser of [ben, cleo])
    for (const method of ['PATCH', 'DELETE'] as const)
      expect(
        (await browser.ask(method, `/api/views/${everyones.id}`, method === 'PATCH' ? { name: 'X' } : undefined))
          .status,
      ).toBe(403)
  const list = async (browser: Browser) => (await browser.ask('GET', '/api/views?count=true')).body.count
  expect([await list(ana), await list(ben), await list(cleo)]).toEqual([3, 2, 1])
  await ana.ask('PATCH', `/api/views/${everyones.id}`, { visibility: 'mine' })
  expect(await finds(cleo, everyones.id)).toBe(404)
})

test('a filter that its author could not run is not saved', async () => {
  const refused = (code: string) => ({ status: 422, body: { fields: [{ code }] } })
  const where = (filter: unknown) => ({ ...open, state: { where: filter } })
  expect(await ana.ask('POST', '/api/views', where({ nothing: 1 }))).toMatchObject(refused('filter.unknown-field'))
  expect(await ana.ask('POST', '/api/views', where({ last_sign_in_at: { empty: true } }))).toMatchObject(
    refused('filter.unknown-field'),
  )
  const { id } = await save(ana)
  expect(await ana.ask('PATCH', `/api/views/${id}`, { state: { where: [] } })).toMatchObject(
    refused('filter.not-an-object'),
  )
})

test('only who hands out roles says what others find first', async () => {
  const role = await idOfRole(stage.kernel, 'staff')
  const default_for = [{ id: role, role: null }]
  expect(await ana.ask('POST', '/api/views', { ...open, default_for })).toMatchObject({ status: 403 })
  expect(await boss.ask('POST', '/api/views', { ...open, visibility: 'all', default_for })).toMatchObject({
    status: 201,
    body: { default_for },
  })
})

test('who is in a team says what it finds first, and nobody from outside', async () => {
  const default_for_teams = [{ id: north, role: null }]
  const ours = await ana.ask('POST', '/api/views', { ...open, visibility: 'team', default_for_teams })
  expect(ours).toMatchObject({ status: 201, body: { default_for_teams } })
  const refused = { status: 409, body: { code: 'view.not-your-team' } }
  expect(await cleo.ask('POST', '/api/views', { ...open, visibility: 'all', default_for_teams })).toMatchObject(refused)
  const theirs = await cleo.ask('POST', '/api/views', { ...open, visibility: 'all' })
  expect(await cleo.ask('PATCH', `/api/views/${theirs.body.id}`, { default_for_teams })).toMatchObject(refused)
  expect(await boss.ask('PATCH', `/api/views/${theirs.body.id}`, { default_for_teams })).toMatchObject({ status: 200 })
  expect((await ben.ask('GET', '/api/me')).body.teams).toEqual([{ id: north, name: 'North' }])
})
