import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, owner, type Stage } from '../../../tests/identity.ts'
import { makeUser } from './identity.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ ready: false })
})
afterAll(() => stage.close())

const answers = {
  name: 'Olga',
  company_name: 'Atelier',
  currency: 'EUR',
  language: 'fr',
  country: 'FR',
  time_zone: 'Europe/Paris',
}

test('the command line makes no user before there is an owner: it would close the first run for ever', async () => {
  const made = makeUser(stage.kernel, {
    name: 'Paul',
    email: 'paul@rapport.test',
    password: 'quiet rivers 3',
    roles: [],
  })
  await expect(made).rejects.toMatchObject({ code: 'setup.needed' })
})

test('the first run waits for its owner, refuses what it cannot use, and lets one of two through', async () => {
  const { door } = stage
  expect((await door.browser().ask('GET', '/api/setup')).body).toEqual({ needed: true })
  const bad = await door
    .browser()
    .ask('POST', '/api/setup', { ...answers, email: owner.email, password: '1234567890', currency: 'XXY' })
  expect(bad).toMatchObject({ status: 422, body: { fields: [{ field: 'currency', code: 'not-a-currency' }] } })
  const weak = await door
    .browser()
    .ask('POST', '/api/setup', { ...answers, email: owner.email, password: '1234567890' })
  expect(weak).toMatchObject({ status: 422, body: { fields: [{ field: 'password', code: 'password.too-common' }] } })
  expect((await door.browser().ask('GET', '/api/setup')).body).toEqual({ needed: true })

  const browsers = [door.browser(), (await stage.another()).browser()]
  const replies = await Promise.all(
    browsers.map((browser, at) =>
      browser.ask('POST', '/api/setup', { ...answers, email: `owner${at}@rapport.test`, password: owner.password }),
    ),
  )
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const winner = browsers[replies.findIndex(({ status }) => status === 201)]
  expect((await winner?.ask('GET', '/api/me'))?.body).toMatchObject({
    administrator: true,
    roles: [{ name: 'superuser' }],
    company: { name: 'Atelier' },
  })
  expect((await door.browser().ask('GET', '/api/setup')).body).toEqual({ needed: false })
  expect(await door.browser().ask('POST', '/api/setup', { ...answers, ...owner })).toMatchObject({
    status: 409,
    body: { code: 'setup.done' },
  })
})

test('roles, company and the sign-in of the owner are there', async () => {
  const { db } = stage.kernel.database
  const roles = await sql<{
    name: string
    everything: boolean
  }>`select name, everything from roles order by name`.execute(db)
  expect(roles.rows).toEqual([
    { name: 'regular', everything: false },
    { name: 'staff', everything: false },
    { name: 'superuser', everything: true },
  ])
  const settings = await sql<{ key: string; value: string }>`select key, value from settings order by key`.execute(db)
  expect(Object.fromEntries(settings.rows.map(({ key, value }) => [key, value]))).toMatchObject({
    company_name: 'Atelier',
    currency: 'EUR',
    language: 'fr',
    country: 'FR',
    time_zone: 'Europe/Paris',
  })
  const comings = await sql<{ event: string; method: string }>`select event, method from sign_ins`.execute(db)
  expect(comings.rows).toEqual([{ event: 'signed_in', method: 'setup' }])
})

test('no secret stands in the database as it is', async () => {
  const browser = stage.door.browser()
  await browser.ask('POST', '/api/sign-in', { email: await ownerAddress(), password: owner.password })
  const { rows } = await sql<{
    all: string
  }>`select (select json_agg(s) from sessions s)::text || (select json_agg(d) from devices d)::text
    || (select json_agg(c) from credentials c)::text as all`.execute(stage.kernel.database.db)
  const kept = rows[0]?.all ?? ''
  expect(browser.cookies.size).toBe(2)
  for (const secret of [...browser.cookies.values(), owner.password]) expect(kept).not.toContain(secret)
  expect(kept).toContain('$argon2id$')
})

async function ownerAddress() {
  const { rows } = await sql<{ email: string }>`select email from users`.execute(stage.kernel.database.db)
  return rows[0]?.email ?? ''
}
