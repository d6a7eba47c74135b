import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database, Db } from './database.ts'
import { aside } from './hot.ts'
import { transact } from './transact.ts'

let database: Database

const run = (db: Db, text: string, ...values: unknown[]) =>
  db.executeQuery<{ name: string }>(CompiledQuery.raw(text, values) as CompiledQuery<{ name: string }>)
const addAside = (db: Db, name: string) => db.executeQuery(aside('insert into said (name) values ($1)', [name]))
const names = async () => (await run(database.db, 'select name from said order by name')).rows.map(({ name }) => name)

beforeAll(async () => {
  database = await testDatabase({
    hash: 'sender-test-1',
    prepare: async ({ db }) => void (await run(db, 'create table said (name text primary key)')),
  })
})
beforeEach(() => run(database.db, 'truncate said'))
afterAll(() => database.close())

test('what is said aside is there for the next statement, and is kept', async () => {
  const seen = await transact(database.db, async tx => {
    await addAside(tx, 'a')
    await addAside(tx, 'b')
    return (await run(tx, 'select name from said order by name')).rows
  })
  expect(seen).toEqual([{ name: 'a' }, { name: 'b' }])
  await transact(database.db, tx => addAside(tx, 'last'))
  expect(await names()).toEqual(['a', 'b', 'last'])
})

test('outside of a transaction it is said at once', async () => {
  await addAside(database.db, 'a')
  expect(await names()).toEqual(['a'])
})

test('what fails aside fails the transaction with its own error, whatever comes next', async () => {
  await addAside(database.db, 'a')
  const work = transact(database.db, async tx => {
    await addAside(tx, 'b')
    await addAside(tx, 'a')
    await run(tx, 'select name from said')
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
  await expect(transact(database.db, tx => addAside(tx, 'a'))).rejects.toMatchObject({ code: '23505' })
  expect(await names()).toEqual(['a'])
})

test('a transaction that is given up leaves nothing of it to the next one', async () => {
  const work = transact(database.db, async tx => {
    await addAside(tx, 'a')
    throw new Error('given up')
  })
  await expect(work).rejects.toThrow('given up')
  await transact(database.db, tx => addAside(tx, 'b'))
  expect(await names()).toEqual(['b'])
})
