import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database, Db, Tx } from './database.ts'
import { transact } from './transact.ts'
import { along, settled, withSavepoint } from './transaction.ts'

let database: Database

const run = (db: Db | Tx, text: string, ...values: unknown[]) =>
  db.executeQuery<{ name: string }>(CompiledQuery.raw(text, values) as CompiledQuery<{ name: string }>)
const addAlong = (db: Db | Tx, name: string) => along(db, run(db, 'insert into said (name) values ($1)', name))
const names = async () => (await run(database.db, 'select name from said order by name')).rows.map(({ name }) => name)

beforeAll(async () => {
  database = await testDatabase({
    hash: 'transaction-test-1',
    prepare: async ({ db }) => void (await run(db, 'create table said (name text primary key)')),
  })
})
beforeEach(() => run(database.db, 'truncate said'))
afterAll(() => database.close())

test('what goes along is there for the next statement, and is kept', async () => {
  const seen = await transact(database.db, async tx => {
    await addAlong(tx, 'a')
    await addAlong(tx, 'b')
    return (await run(tx, 'select name from said order by name')).rows
  })
  expect(seen).toEqual([{ name: 'a' }, { name: 'b' }])
  await transact(database.db, tx => addAlong(tx, 'last'))
  expect(await names()).toEqual(['a', 'b', 'last'])
})

test('outside of a transaction it is said at once', async () => {
  await addAlong(database.db, 'a')
  expect(await names()).toEqual(['a'])
})

test('what fails along the way fails the transaction with its own error, whatever comes next', async () => {
  await addAlong(database.db, 'a')
  const work = transact(database.db, async tx => {
    await addAlong(tx, 'b')
    await addAlong(tx, 'a')
    await run(tx, 'select name from said')
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
  await expect(transact(database.db, tx => addAlong(tx, 'a'))).rejects.toMatchObject({ code: '23505' })
  expect(await names()).toEqual(['a'])
})

test('a transaction that is given up leaves nothing of it to the next one', async () => {
  const work = transact(database.db, async tx => {
    await addAlong(tx, 'a')
    throw new Error('given up')
  })
  await expect(work).rejects.toThrow('given up')
  await transact(database.db, tx => addAlong(tx, 'b'))
  expect(await names()).toEqual(['b'])
})

test('whoever waits for what went along hears why it failed', async () => {
  await addAlong(database.db, 'a')
  const work = transact(database.db, async tx => {
    await addAlong(tx, 'a')
    await expect(settled(tx)).rejects.toMatchObject({ code: '23505' })
    throw new Error('said')
  })
  await expect(work).rejects.toThrow('said')
})

test('what was asked in one breath is answered in its order', async () => {
  const answers = await transact(database.db, async tx => {
    const asked = ['a', 'b', 'c'].map(async name => {
      void addAlong(tx, name)
      return (await run(tx, 'select max(name) as name from said')).rows[0]?.name
    })
    return Promise.all(asked)
  })
  expect(answers).toEqual(['a', 'b', 'c'])
})

test('a failure that was swallowed is no success', async () => {
  const work = transact(database.db, async tx => {
    await addAlong(tx, 'b')
    await run(tx, 'select 1 / 0').catch(() => {})
  })
  await expect(work).rejects.toThrow('nobody said so')
  expect(await names()).toEqual([])
})

test('a query after the end of its transaction is refused', async () => {
  const tx = await transact(database.db, async tx => ({ tx }))
  await expect(run(tx.tx, 'select 1')).rejects.toThrow('after the end')
})

test('what fails within a savepoint is undone, and what was before it stays', async () => {
  await transact(database.db, async tx => {
    await addAlong(tx, 'a')
    const failing = withSavepoint(tx, async () => {
      await addAlong(tx, 'b')
      await addAlong(tx, 'a')
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    const refusing = withSavepoint(tx, async () => {
      await addAlong(tx, 'a')
      throw new Error('for another reason')
    })
    await expect(refusing).rejects.toThrow('for another reason')
    await withSavepoint(
      tx,
      () => withSavepoint(tx, () => addAlong(tx, 'c')),
      () => true,
    )
    await withSavepoint(tx, () => addAlong(tx, 'd'))
  })
  expect(await names()).toEqual(['a', 'd'])
})

test('what goes along and rests on another answer does not keep that answer from coming', async () => {
  await addAlong(database.db, 'a')
  const work = transact(database.db, async tx => {
    await addAlong(tx, 'a')
    const seen = run(tx, 'select name from said').then(({ rows }) => rows.length)
    await along(tx, seen)
    return { seen }
  })
  await expect(work).rejects.toMatchObject({ code: '23505' })
})
