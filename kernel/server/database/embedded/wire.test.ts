import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Engine, openEngine } from './engine.ts'
import { Wire } from './wire.ts'

let engine: Engine
const reports: Error[] = []

beforeAll(async () => {
  engine = await openEngine({}, error => reports.push(error))
  const client = new pg.Client({ ssl: false, stream: () => new Wire(engine) })
  await client.connect()
  await client.query('create table thing (name text)')
  await client.end()
})
afterAll(() => engine.close())

async function connect(config: pg.ClientConfig = {}) {
  const wire = new Wire(engine)
  const client = new pg.Client({ user: 'postgres', database: 'postgres', ssl: false, stream: () => wire, ...config })
  client.on('error', () => {})
  // One that a failed test left behind would keep the others waiting.
  onTestFinished(() => void wire.destroy())
  await client.connect()
  return Object.assign(client, { wire, [Symbol.asyncDispose]: () => client.end() })
}

async function names() {
  await using client = await connect()
  const { rows } = await client.query('select name from thing order by name')
  return rows.map(row => row.name)
}

test.each([
  ['says goodbye', (client: pg.Client) => client.end()],
  ['is cut off', async (client: pg.Client & { wire: Wire }) => void client.wire.destroy()],
  ['is cut off by an error', async (client: pg.Client & { wire: Wire }) => void client.wire.destroy(new Error('cut'))],
  [
    'is cut off while a query runs',
    async (client: pg.Client & { wire: Wire }) => {
      const query = client.query(`insert into thing select 'lost' from generate_series(1, 10000)`)
      client.wire.destroy()
      await expect(query).rejects.toThrow('Connection terminated')
    },
  ],
])('a client that %s leaves nothing to the next one', async (_, leave) => {
  const first = await connect()
  await first.query('begin')
  await first.query(`insert into thing values ('lost')`)
  await first.query(`set work_mem to '5MB'; prepare leftover as select 1; create temp table scratch (a int)`)
  const next = connect()
  await leave(first)
  await using second = await next
  const { rows } = await second.query(
    `select (select count(*) from thing)::int as things, current_setting('work_mem') as memory,
      (select count(*) from pg_prepared_statements where name = 'leftover')::int as prepared,
      to_regclass('scratch') as scratch, now() = statement_timestamp() as outside`,
  )
  expect(rows).toEqual([{ things: 0, memory: '4MB', prepared: 0, scratch: null, outside: true }])
})

test('a client that failed in mid-transaction leaves no failed transaction', async () => {
  const first = await connect()
  await first.query('begin')
  await expect(first.query('select 1/0')).rejects.toMatchObject({ code: '22012' })
  await expect(first.query('select 1')).rejects.toMatchObject({ code: '25P02' })
  first.wire.destroy()
  expect(await names()).toEqual([])
})

/** What pg itself never leaves behind: a sequence without the Sync at its end. */
const unsynced = (text: string) =>
  Buffer.concat([
    message('P', `\0${text}\0\0\0`),
    message('B', '\0\0\0\0\0\0\0\0'),
    message('E', '\0\0\0\0\0'),
    message('H', ''),
  ])

function message(letter: string, body: string) {
  const head = Buffer.alloc(5)
  head.write(letter)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, Buffer.from(body)])
}

test.each([
  ['was executed', `insert into thing values ('lost')`, 'INSERT'],
  ['failed', 'select 1/0', 'division'],
])('what %s but was not confirmed by a Sync is undone', async (_, text, sign) => {
  for (const begin of ['select 1', 'begin']) {
    const first = await connect()
    await first.query(begin)
    const answered = new Promise<void>(done => first.wire.on('data', (part: Buffer) => part.includes(sign) && done()))
    first.wire.write(unsynced(text))
    await answered
    first.wire.destroy()
    expect(await names()).toEqual([])
  }
})

test('a client waits for the one before it', async () => {
  const order: string[] = []
  const first = await connect()
  const waiting = connect().then(async client => {
    order.push('second')
    await client.end()
  })
  await first.query('select 1')
  order.push('first')
  await first.end()
  await waiting
  expect(order).toEqual(['first', 'second'])
})

test('one that gives up waiting does not keep the place', async () => {
  const first = await connect()
  const wire = new Wire(engine)
  const impatient = new pg.Client({ ssl: false, stream: () => wire })
  impatient.on('error', () => {})
  const failed = expect(impatient.connect()).rejects.toThrow()
  await first.query('select 1')
  wire.destroy()
  await failed
  await first.end()
  expect(await names()).toEqual([])
})

test('encryption is declined, a cancellation ends quietly', async () => {
  const packet = (...words: number[]) => {
    const bytes = Buffer.alloc(4 + words.length * 4)
    bytes.writeInt32BE(bytes.length, 0)
    for (const [at, word] of words.entries()) bytes.writeInt32BE(word, 4 + at * 4)
    return bytes
  }
  const answer = async (...packets: Buffer[]) => {
    const wire = new Wire(engine)
    for (const bytes of packets) wire.write(bytes)
    const first = new Promise<string>(done => {
      wire.once('data', (part: Buffer) => done(part.toString('latin1', 0, 1)))
      wire.once('end', () => done('end'))
    })
    const letter = await first
    wire.destroy()
    return letter
  }
  expect(await answer(packet(80877103))).toBe('N')
  expect(await answer(packet(80877104))).toBe('N')
  expect(await answer(packet(80877102, 1, 2))).toBe('end')
  // In pieces, as a socket may bring it.
  const startup = Buffer.concat([packet(196608), Buffer.from('user\0postgres\0\0')])
  startup.writeInt32BE(startup.length, 0)
  expect(await answer(startup.subarray(0, 3), startup.subarray(3, 10), startup.subarray(10))).toBe('R')
})

test('a reader that does not read holds the thread, not the memory', async () => {
  await using client = await connect()
  client.wire.pause()
  const query = client.query(`select repeat('x', 1000) as line from generate_series(1, 40000)`)
  const seen = () => client.wire.readableLength
  for (let before = -1; before !== seen() || before === 0; ) {
    before = seen()
    await new Promise(next => setTimeout(next, 50))
  }
  expect(seen()).toBeLessThan(8_000_000)
  client.wire.resume()
  expect((await query).rowCount).toBe(40_000)
})

test('a transaction left idle is ended and undone', async () => {
  const client = await connect({ idle_in_transaction_session_timeout: 50 })
  const lost = new Promise<Error>(done => client.on('error', done))
  await client.query('begin')
  await client.query(`insert into thing values ('idle')`)
  expect(await lost).toMatchObject({ code: '25P03' })
  await expect(client.query('commit')).rejects.toThrow()
  expect(await names()).toEqual([])
})

test('nothing of this broke the thread', () => expect(reports).toEqual([]))
