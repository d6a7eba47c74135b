import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, expectTypeOf, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { number } from '../../fields/number/number.ts'
import type { Database, Db, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import { planTables } from '../tables/plan.ts'
import { companyName, companySettings, country, currency, language, signUp, timeZone } from './company.ts'
import { openSettings } from './live-settings.ts'
import { type AnySetting, defineSetting } from './setting.ts'
import { readSettings, settings, writeSetting } from './settings.ts'

let database: Database
let db: Db
beforeAll(async () => {
  database = await testDatabase({
    hash: 'settings-1',
    async prepare(empty) {
      for (const step of planTables([settings], { tables: new Map() }).steps) await sql.raw(step.sql).execute(empty.db)
    },
  })
  db = database.db
})
afterAll(() => database.close())
beforeEach(() => db.deleteFrom('settings').execute())

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const actor = { id: randomUUID(), locale: { language: 'en', zone: 'UTC', country: 'US', currency: 'USD' } }
const writer = (tx: Tx) => ({ db: tx, actor, now: '2026-05-01T10:00:00.000Z' })
const write = (setting: AnySetting, value: unknown) => transact(db, tx => writeSetting(writer(tx), setting, value))
const read = () => readSettings(db, companySettings)
const initial = {
  company_name: 'My company',
  currency: 'USD',
  country: 'US',
  language: 'en',
  time_zone: 'UTC',
  sign_up: 'closed',
}

test('nothing written, the defaults hold', async () => {
  expect(await read()).toEqual(initial)
})

test('what is written is read, with who wrote it', async () => {
  await write(companyName, '  Bäckerei   Müller ')
  await write(currency, 'EUR')
  await write(currency, 'CHF')
  await write(timeZone, 'Europe/Zurich')
  expect(await read()).toEqual({
    ...initial,
    company_name: 'Bäckerei Müller',
    currency: 'CHF',
    time_zone: 'Europe/Zurich',
  })
  const row = await db.selectFrom('settings').select(['updated_by']).where('key', '=', 'currency').executeTakeFirst()
  expect(row?.updated_by).toBe(actor.id)
})

test.each([
  [currency, 'XXL', 'not-a-currency'],
  [country, 'Atlantis', 'not-a-country'],
  [language, 'tlh', 'not-a-choice'],
  [timeZone, 'Mars/Olympus', 'not-a-time-zone'],
  [signUp, '', 'required'],
  [companyName, ' ', 'required'],
  [companyName, 'x'.repeat(121), 'too-long'],
])('%o refuses %j', async (setting, value, code) => {
  await expect(write(setting, value)).rejects.toMatchObject({
    kind: 'invalid',
    problems: [{ field: setting.key, code }],
  })
  expect(await read()).toEqual(initial)
})

test('every default is one that could be written', async () => {
  for (const setting of companySettings) await write(setting, setting.default)
  expect(await read()).toEqual(initial)
})

test('what no longer fits, or is not known here, is passed over', async () => {
  const row = { updated_at: '2026-05-01T10:00:00Z', updated_by: null }
  const values = [
    { key: 'currency', value: sql`'"DEM old"'::jsonb`, ...row },
    { key: 'language', value: sql`'null'::jsonb`, ...row },
    { key: 'of_another_version', value: sql`'{}'::jsonb`, ...row },
  ]
  await db.insertInto('settings').values(values).execute()
  expect(await read()).toEqual(initial)
})

test('every server hears of a change once it is committed, and asks without a query', async () => {
  const live = await openSettings(database, companySettings)
  open.push(live)
  const heard = Promise.withResolvers<typeof initial>()
  live.onChange(values => heard.resolve(values))
  await transact(db, async tx => {
    await writeSetting(writer(tx), signUp, 'open')
    expect(live.current().sign_up).toBe('closed')
  })
  expect((await heard.promise).sign_up).toBe('open')
  expect(live.current()).toEqual({ ...initial, sign_up: 'open' })
})

test('what is rolled back is not heard of, and who stopped listening hears nothing', async () => {
  const live = await openSettings(database, companySettings)
  open.push(live)
  let changes = 0
  const stop = live.onChange(() => {
    changes += 1
  })
  const failed = transact(db, async tx => {
    await writeSetting(writer(tx), signUp, 'open')
    throw new Error('rolled back')
  })
  await expect(failed).rejects.toThrow('rolled back')
  await live.refresh()
  expect(changes).toBe(0)
  await write(currency, 'EUR')
  await live.refresh()
  expect(changes).toBe(1)
  stop()
  await write(currency, 'CHF')
  await live.refresh()
  expect([changes, live.current().currency]).toEqual([1, 'CHF'])
})

test('a module has settings of its own, typed by their fields', async () => {
  const limit = defineSetting('mail_limit', number({ min: 1 }), 100)
  await write(limit, 7)
  const values = await readSettings(db, [limit, language])
  expectTypeOf(values.language).toEqualTypeOf<'en' | 'fr'>()
  expectTypeOf(values.mail_limit).toEqualTypeOf<typeof limit.default>()
  expectTypeOf(writeSetting<typeof language>)
    .parameter(2)
    .toEqualTypeOf<'en' | 'fr'>()
  expect(values).toEqual({ mail_limit: 7, language: 'en' })
})
