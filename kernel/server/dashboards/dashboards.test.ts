import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, idOfRole, openStage, type Stage } from '../../../tests/identity.ts'
import { makeUser } from '../identity/identity.ts'

let stage: Stage
let boss: Browser
let ana: Browser
let ben: Browser
beforeAll(async () => {
  stage = await openStage()
  boss = stage.door.browser()
  await boss.signIn()
  const north = (await boss.ask('POST', '/api/teams', { name: 'North' })).body.id
  ana = await somebody('ana', 'staff', [north])
  ben = await somebody('ben', 'regular', [])
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

const tile = { id: 'people', kind: 'number', chart: { object: 'user', where: { active: true } }, width: 3, height: 2 }
const save = (browser: Browser, more: object = {}) =>
  browser.ask('POST', '/api/dashboards', { name: 'People', tiles: { all: [tile] }, ...more })

test('is kept as it was sent, and shared by its owner alone', async () => {
  const made = await save(ana)
  expect(made).toMatchObject({ status: 201, body: { tiles: { all: [tile] }, visibility: 'mine' } })
  const url = `/api/dashboards/${made.body.id}`
  expect((await ben.ask('GET', url)).status).toBe(404)
  await ana.ask('PATCH', url, { visibility: 'all' })
  expect((await ben.ask('GET', url)).body.tiles).toEqual({ all: [tile] })
  expect((await ben.ask('PATCH', url, { name: 'Mine now' })).status).toBe(403)
})

test('holds no chart that its author could not have', async () => {
  const where = { last_sign_in_at: { empty: true } }
  const refused = await save(ana, { tiles: { all: [{ ...tile, chart: { object: 'user', where } }] } })
  expect(refused).toMatchObject({ status: 422, body: { fields: [{ code: 'filter.unknown-field' }] } })
  const shared = await save(boss, {
    visibility: 'all',
    tiles: { all: [{ ...tile, chart: { object: 'user', where } }] },
  })
  expect(shared.status).toBe(201)
})

test.each([
  ['no list', { all: 5 }],
  ['two of one name', { all: [tile, tile] }],
  ['no kind of ours', { all: [{ ...tile, kind: 'pie' }] }],
  ['wider than there is room', { all: [{ ...tile, width: 13 }] }],
  ['half a row', { all: [{ ...tile, height: 1.5 }] }],
  ['more than it knows', { all: [{ ...tile, onclick: 'x' }] }],
  ['too many', { all: Array.from({ length: 41 }, (_, at) => ({ ...tile, id: `t${at}` })) }],
])('refuses %s', async (_, tiles) => {
  expect(await save(ana, { tiles })).toMatchObject({ status: 422, body: { fields: [{ field: 'tiles' }] } })
})

test('two who arrange it at once: the second is told, and nothing is lost', async () => {
  const { body } = await save(ana)
  const put = (height: number) =>
    ana.ask(
      'PATCH',
      `/api/dashboards/${body.id}`,
      { tiles: { all: [{ ...tile, height }] } },
      { headers: { 'if-match': '"1"' } },
    )
  expect([(await put(3)).status, (await put(4)).status]).toEqual([200, 409])
})

test('opens first for a role only by those who hand out roles', async () => {
  const staff = await idOfRole(stage.kernel, 'staff')
  const first = { default_for: [{ id: staff, role: null }] }
  expect((await save(ana, first)).status).toBe(403)
  expect((await save(boss, first)).status).toBe(201)
})
