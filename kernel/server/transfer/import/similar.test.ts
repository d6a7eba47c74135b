import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { make } from '../../../../tests/factories.ts'
import { testKernel } from '../../../../tests/kernel.ts'
import { refreshTouched } from '../../duplicates/jobs.ts'
import { checkCsv, type Desk, deskOf, importCsv, person } from '../tests/csv-kernel.ts'

let desk: Desk
let jonas: string

beforeAll(async () => {
  desk = deskOf(await testKernel())
  jonas = (await make(desk.kernel, contact, { first_name: 'Jonas', last_name: 'Okafor', phone: '+49301234567' })).id
  await refreshTouched(desk.kernel, { object: 'contact', ids: [jonas] })
})
afterAll(async () => {
  await desk.kernel.close()
  await desk.kernel.database.close()
})

const file = `first,last,phone,position\nOkafor,Jonas,+49 30 1234567,Buyer\nElena,Petrova,+49 30 7654321,CEO\n`
const people = async () => {
  const { rows } = await sql<{ last_name: string; position: string | null }>`
    select last_name, position from contacts where deleted_at is null order by last_name`.execute(
    desk.kernel.database.db,
  )
  return rows
}

test('a dry run says whom a row looks like', async () => {
  const row = await checkCsv(desk, 'contact', file)
  expect(row.detail).toMatchObject([
    { row: 2, fate: 'created', similar: { id: jonas, title: 'Jonas Okafor', score: 98 } },
    { row: 3, fate: 'created' },
  ])
  expect(row.detail[1]).not.toHaveProperty('similar')
})

test('whom the importer may not see nothing looks like', async () => {
  const grants = { contact: { read: 'own', create: 'own', edit: 'own', import: 'everybody' } } as const
  const ada = { ...desk, actor: await person(desk.kernel, grants) }
  expect((await checkCsv(ada, 'contact', file)).detail.filter(({ similar }) => similar)).toEqual([])
})

test('what is there is changed instead, if one likes', async () => {
  const row = await importCsv(desk, 'contact', file, { alike: 'update' })
  expect([row.created, row.updated, row.failed]).toEqual([1, 1, 0])
  expect(await people()).toEqual([
    { last_name: 'Jonas', position: 'Buyer' },
    { last_name: 'Petrova', position: 'CEO' },
  ])
})
