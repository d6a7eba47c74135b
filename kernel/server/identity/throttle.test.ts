import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Browser, type Door, openStage, owner, type Stage } from '../../../tests/identity.ts'
import { makeUser } from './identity.ts'

let stage: Stage
let other: Door
beforeAll(async () => {
  stage = await openStage()
  other = await stage.another()
})
afterAll(() => stage.close())
beforeEach(() => sql`delete from throttles`.execute(stage.kernel.database.db))

const guess = (browser: Browser, email: string = owner.email) => browser.signIn(email, 'a wrong guess')
const tooMany = { status: 429, body: { code: 'too-many-tries' } }

test('guesses from many addresses close the account for longer and longer, at most a quarter of an hour, on every server', async () => {
  let ip = 0
  const elsewhere = () => (ip % 2 ? stage.door : other).browser(`10.1.0.${ip++}`)
  for (let at = 0; at < 6; at++) expect((await guess(elsewhere())).status).toBe(401)
  const waits: number[] = []
  for (let at = 0; at < 14; at++) {
    const reply = await guess(elsewhere())
    expect(reply).toMatchObject(tooMany)
    waits.push(Number(reply.headers['retry-after']))
    stage.clock.now += Number(reply.headers['retry-after']) * 1000
    expect((await guess(elsewhere())).status).toBe(401)
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900])
})

test('who knocks at a closed door does not keep it closed, and the right password opens it afterwards', async () => {
  for (let at = 0; at < 6; at++) await guess(stage.door.browser(`10.2.0.${at}`))
  for (let at = 0; at < 40; at++) expect(await guess(stage.door.browser(`10.2.1.${at}`))).toMatchObject(tooMany)
  stage.clock.now += 2000
  expect((await stage.door.browser('10.2.2.1').signIn()).status).toBe(200)
  expect((await guess(stage.door.browser('10.2.2.2'))).status).toBe(401)
})

test('a browser that was signed in before is not held up by the failures of others', async () => {
  const known = stage.door.browser('10.3.0.1')
  await known.signIn()
  await known.ask('POST', '/api/sign-out')
  for (let at = 0; at < 20; at++) await guess(stage.door.browser('10.3.0.1'))
  expect(await stage.door.browser('10.3.0.1').signIn()).toMatchObject(tooMany)
  expect((await known.signIn()).status).toBe(200)
  expect((await known.at(other).signIn()).status).toBe(200)
})

test('a browser that is known for one person is as good as unknown for another, and is held to its own count', async () => {
  await makeUser(stage.kernel, {
    name: 'Paul',
    email: 'paul@rapport.test',
    password: 'quiet rivers 3',
    roles: ['regular'],
  })
  const pauls = stage.door.browser('10.4.0.1')
  expect((await pauls.signIn('paul@rapport.test', 'quiet rivers 3')).status).toBe(200)
  for (let at = 0; at < 6; at++) await guess(stage.door.browser(`10.4.1.${at}`))
  expect(await pauls.signIn()).toMatchObject(tooMany)
  const statuses = []
  for (let at = 0; at < 12; at++) statuses.push((await guess(pauls, 'paul@rapport.test')).status)
  expect(statuses).toEqual([...Array(11).fill(401), 429])
})

test('one address that tries many accounts is slowed down, and an account of its own does not wipe that away', async () => {
  const address = '10.5.0.1'
  await makeUser(stage.kernel, { name: 'Eve', email: 'eve@rapport.test', password: 'quiet rivers 3', roles: [] })
  const statuses = []
  for (let at = 0; at < 24; at++) {
    statuses.push((await guess(stage.door.browser(address), `person${at}@rapport.test`)).status)
    if (at % 5 === 0) await stage.door.browser(address).signIn('eve@rapport.test', 'quiet rivers 3')
  }
  expect(statuses.filter(status => status === 429).length).toBeGreaterThan(0)
  expect((await guess(stage.door.browser('10.5.0.2'), 'person1@rapport.test')).status).toBe(401)
})

test('a thousand addresses of one network are one', async () => {
  const statuses = []
  for (let at = 0; at < 24; at++)
    statuses.push((await guess(stage.door.browser(`2001:db8:1:2::${at.toString(16)}`), `six${at}@rapport.test`)).status)
  expect(statuses.indexOf(429)).toBe(21)
  expect((await guess(stage.door.browser('2001:db8:1:3::1'), 'six@rapport.test')).status).toBe(401)
})

test('guesses that come all at once are counted all the same', async () => {
  const replies = await Promise.all(
    Array.from({ length: 30 }, (_, at) => guess((at % 2 ? stage.door : other).browser(`10.6.0.${at}`))),
  )
  expect(replies.filter(({ status }) => status === 401)).toHaveLength(6)
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(24)
})
