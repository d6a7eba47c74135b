import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, testEngine } from '../../../tests/database.ts'
import type { Database, Db } from './database.ts'
import { hot } from './hot.ts'
import { outside, refuseInside, transact } from './transact.ts'

let database: Database
let db: Db

async function run<R = Record<string, unknown>>(on: Db, text: string, ...values: unknown[]) {
  const { rows } = await on.executeQuery(CompiledQuery.raw(text, values) as CompiledQuery<R>)
  return rows
}
const names = async () => (await run<{ name: string }>(db, 'select name from thing order by name')).map(row => row.name)
const add = (on: Db, name: string) => run(on, 'insert into thing (name) values ($1)', name)

beforeAll(async () => {
  database = await testDatabase({
    hash: 'database-test-1',
    async prepare({ db }) {
      await run(db, 'create table thing (name text primary key, amount int not null default 0)')
    },
  })
  db = database.db
})
beforeEach(() => run(db, 'truncate thing'))
afterAll(() => database.close())

test('a transaction is kept as a whole', async () => {
  const answer = await transact(db, async tx => {
    await add(tx, 'a')
    await add(tx, 'b')
    return 'done'
  })
  expect(answer).toBe('done')
  expect(await names()).toEqual(['a', 'b'])
})

test('a transaction that throws leaves nothing, and its own error comes out', async () => {
  const work = transact(db, async tx => {
    await add(tx, 'a')
    throw new Error('mine')
  })
  await expect(work).rejects.toThrow('mine')
  expect(await names()).toEqual([])
})

test('an error that was swallowed inside does not look like success', async () => {
  const work = transact(db, async tx => {
    await add(tx, 'a')
    await run(tx, 'select 1/0').catch(() => {})
  })
  await expect(work).rejects.toThrow()
  expect(await names()).toEqual([])
})

test('errors carry the codes of PostgreSQL and the name of the constraint', async () => {
  await add(db, 'a')
  await expect(add(db, 'a')).rejects.toMatchObject({ code: '23505', constraint: 'thing_pkey' })
  await expect(run(db, 'select nothing from thing')).rejects.toMatchObject({ code: '42703' })
  await expect(run(db, 'selec')).rejects.toMatchObject({ code: '42601' })
  expect(await names()).toEqual(['a'])
})

test('a query beside the transaction fails at once, also deep inside', async () => {
  const deep = async () => names()
  await expect(transact(db, async () => deep())).rejects.toThrow('A query outside the transaction: use ctx.db')
  await expect(transact(db, async () => transact(db, async () => {}))).rejects.toThrow('outside the transaction')
  await expect(transact(db, async () => database.listen('things', () => {}))).rejects.toThrow('outside the transaction')
})

test('what was begun inside may use the root once the transaction is over', async () => {
  const over = Promise.withResolvers<void>()
  let later: Promise<string[]> | undefined
  await transact(db, async tx => {
    await add(tx, 'a')
    later = over.promise.then(names)
  })
  over.resolve()
  expect(await later).toEqual(['a'])
})

test('a connection given back in the middle of a transaction takes it along', async () => {
  const left = db.connection().execute(async one => {
    await run(one, 'begin')
    await add(one, 'lost')
    throw new Error('gone')
  })
  await expect(left).rejects.toThrow('gone')
  await add(db, 'kept')
  await transact(db, tx => add(tx, 'kept too'))
  expect(await names()).toEqual(['kept', 'kept too'])
})

test('500 transactions at once', async () => {
  await add(db, 'sum')
  const one = (index: number) =>
    transact(db, async tx => {
      await run(tx, `update thing set amount = amount + 1 where name = 'sum'`)
      await add(tx, `n${index}`)
      if (index % 5 === 0) throw new Error('every fifth')
    }).catch(() => 'failed')
  const results = await Promise.all(Array.from({ length: 500 }, (_, index) => one(index)))
  expect(results.filter(result => result === 'failed')).toHaveLength(100)
  const [row] = await run(db, `select max(amount) as sum, count(*) as count from thing`)
  expect(row).toEqual({ sum: 400, count: 401 })
})

test('a notification is heard when its transaction is kept, and only then', async () => {
  const heard: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = await database.listen('Some Channel', payload => {
    heard.push(payload)
    if (payload === 'last') resolve()
  })
  const notify = (on: Db, payload: string) => run(on, 'select pg_notify($1, $2)', 'Some Channel', payload)
  await transact(db, async tx => {
    await notify(tx, 'never')
    throw new Error('undone')
  }).catch(() => {})
  await transact(db, tx => notify(tx, 'kept'))
  await notify(db, 'last')
  await promise
  expect(heard).toEqual(['kept', 'last'])
  await stop()
})

test('who hears may query at once', async () => {
  const { promise, resolve } = Promise.withResolvers<string[]>()
  const stop = await database.listen('things', () => resolve(names()))
  await transact(db, async tx => {
    await add(tx, 'a')
    await run(tx, 'notify things')
  })
  expect(await promise).toEqual(['a'])
  await stop()
})

test('10 MB come whole, and go whole', async () => {
  const rows = await run<{ line: string }>(db, `select repeat('é', 500) || n as line from generate_series(1, 10000) n`)
  expect(rows).toHaveLength(10_000)
  expect(rows.at(-1)?.line).toBe(`${'é'.repeat(500)}10000`)
  const large = 'x'.repeat(10_000_000)
  expect(await run(db, 'select length($1::text) as length, md5($1) = md5($2) as same', large, large)).toEqual([
    { length: 10_000_000, same: true },
  ])
})

test('the process goes on while the database is busy', async () => {
  let turns = 0
  let busy = true
  const turn = () => {
    turns++
    if (busy) setTimeout(turn, 1)
  }
  turn()
  await run(db, 'select count(*) from generate_series(1, 2000000) n where md5(n::text) is null')
  busy = false
  expect(turns).toBeGreaterThan(20)
})

test('each type crosses in one way, alone, in arrays and in JSON', async () => {
  const [row] = await run(
    db,
    `select 9007199254740991::int8 as big, 1.50::numeric as amount, date '2026-01-02' as day,
      timestamptz '2026-01-02 03:04:05.6789+02' as moment, timestamptz '2026-01-02' as midnight, true as flag,
      null::timestamptz as nothing, 'infinity'::timestamptz as infinite, 0.5::float8 as half, 7::int4 as small,
      '{"at": [1, null]}'::jsonb as json, 'null'::jsonb as json_null, interval '90 seconds' as span,
      array[1, null]::int8[] as bigs, array[1.50]::numeric[] as amounts, array[date '2026-01-02'] as days,
      array[timestamptz '2026-01-02 03:04:05.1+00'] as moments, array['{"a": "b,\\"c"}']::jsonb[] as jsons,
      array[['a', null], ['b,', '"']]::text[] as texts`,
  )
  expect(row).toEqual({
    big: 9007199254740991,
    amount: '1.50',
    day: '2026-01-02',
    moment: '2026-01-02T01:04:05.678Z',
    midnight: '2026-01-02T00:00:00.000Z',
    flag: true,
    nothing: null,
    infinite: 'infinity',
    half: 0.5,
    small: 7,
    json: { at: [1, null] },
    json_null: null,
    span: '00:01:30',
    bigs: [1, null],
    amounts: ['1.50'],
    days: ['2026-01-02'],
    moments: ['2026-01-02T03:04:05.100Z'],
    jsons: [{ a: 'b,"c' }],
    texts: [
      ['a', null],
      ['b,', '"'],
    ],
  })
  await expect(run(db, 'select 9007199254740993::int8')).rejects.toThrow('too large for a number')
})

test('what is read can be written again', async () => {
  const [row] = await run(
    db,
    `select $1::timestamptz as moment, $2::date as day`,
    '2026-01-02T01:04:05.678Z',
    '2026-01-02',
  )
  expect(row).toEqual({ moment: '2026-01-02T01:04:05.678Z', day: '2026-01-02' })
})

test('a hot statement is prepared once a connection, and outlives errors and changes of the table', async () => {
  const amount = (on: Db) => on.executeQuery(hot('select amount from thing where name = $1', ['a']))
  const insert = () => db.executeQuery(hot('insert into thing (name, amount) values ($1, $2)', ['a', 1]))
  await insert()
  await expect(insert()).rejects.toMatchObject({ code: '23505' })
  await db.connection().execute(async one => {
    for (let times = 0; times < 8; times++) expect((await amount(one)).rows).toEqual([{ amount: 1 }])
    const prepared = await run(one, `select name from pg_prepared_statements where statement like 'select amount%'`)
    expect(prepared).toHaveLength(1)
    await run(one, 'alter table thing add column note text')
    expect((await amount(one)).rows).toEqual([{ amount: 1 }])
    await run(one, 'alter table thing drop column note')
  })
})

test.runIf(testEngine === 'postgres')('a statement is stopped after its time, and its transaction undone', async () => {
  const slow = transact(db, async tx => {
    await run(tx, `set local statement_timeout = '100ms'`)
    await add(tx, 'a')
    await run(tx, 'select pg_sleep(60)')
  })
  await expect(slow).rejects.toMatchObject({ code: '57014' })
  expect(await names()).toEqual([])
})

test.runIf(testEngine === 'postgres')('of two that wait for each other, one is run again', async () => {
  await add(db, 'a')
  await add(db, 'b')
  const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
  let runs = 0
  const work = (me: 0 | 1, first: string, second: string) =>
    transact(db, async tx => {
      runs++
      await run(tx, 'update thing set amount = amount + 1 where name = $1', first)
      both[me].resolve()
      await Promise.all(both.map(({ promise }) => promise))
      await run(tx, 'update thing set amount = amount + 1 where name = $1', second)
    })
  await Promise.all([work(0, 'a', 'b'), work(1, 'b', 'a')])
  expect(runs).toBeGreaterThan(2)
  expect(await run(db, 'select name, amount from thing order by name')).toEqual([
    { name: 'a', amount: 2 },
    { name: 'b', amount: 2 },
  ])
})

test.runIf(testEngine === 'postgres')('who would not wait for a lock is run again until it is free', async () => {
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holder = transact(db, async tx => {
    await run(tx, 'lock table thing')
    held.resolve()
    await free.promise
  })
  await held.promise
  let runs = 0
  await transact(db, async tx => {
    if (++runs === 2) free.resolve()
    await run(tx, `set local lock_timeout = '20ms'`)
    await add(tx, 'a')
  })
  await holder
  expect(runs).toBeGreaterThan(1)
  expect(await names()).toEqual(['a'])
})

test('what is no part of the transaction may say so', () =>
  transact(db, async () => {
    expect(refuseInside).toThrow('outside the transaction')
    expect(() => outside(refuseInside)).not.toThrow()
  }))

test.runIf(testEngine === 'postgres')('losing the connection in mid-transaction is an error and no more', async () => {
  const work = transact(db, async tx => {
    await add(tx, 'a')
    await run(tx, 'select pg_terminate_backend(pg_backend_pid())')
  })
  await expect(work).rejects.toMatchObject({ code: '57P01' })
  expect(await names()).toEqual([])
})
