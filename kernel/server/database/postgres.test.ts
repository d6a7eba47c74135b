import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { testEngine } from '../../../tests/database.ts'
import { Listener } from './listener.ts'
import { openDatabase } from './open.ts'

const server = process.env.DATABASE_URL_TEST ?? ''

test.each([
  ['nobody answers', 'postgres://nobody:secret@127.0.0.1:1/none'],
  ['the name leads nowhere', 'postgres://nobody:secret@nowhere.invalid/none'],
])('when %s, opening is refused and no password is told', async (_, url) => {
  const refused = await openDatabase({ url, folder: '' }).catch(error => error)
  expect(refused).toMatchObject({ code: 'database.unreachable', kind: 'broken' })
  expect(JSON.stringify(refused.params)).not.toContain('secret')
})

test('a server that is too old is refused', async () => {
  const url = await fakeServer('14.9')
  await expect(openDatabase({ url, folder: '' })).rejects.toMatchObject({
    code: 'database.too-old',
    params: { version: '14.9', least: 15 },
  })
})

describe.runIf(testEngine === 'postgres')('on PostgreSQL', () => {
  test('a database that does not exist is refused', async () => {
    const url = new URL(server)
    url.pathname = '/not_there'
    await expect(openDatabase({ url: url.href, folder: '' })).rejects.toMatchObject({
      code: 'database.unreachable',
      params: { reason: expect.stringContaining('not_there') },
    })
  })

  test('when all connections are taken for too long, it is busy', async () => {
    const database = await openDatabase({ url: server, folder: '', max: 1, patience: 1000 })
    const free = Promise.withResolvers<void>()
    const holding = database.db.connection().execute(() => free.promise)
    const waiting = database.db.connection().execute(async () => {})
    await expect(waiting).rejects.toMatchObject({ code: 'database.busy', kind: 'throttled' })
    free.resolve()
    await holding
    await database.close()
  })

  test('a session says who it is and means UTC', async () => {
    await query('alter role current_user set timezone to "Asia/Tokyo"')
    onTestFinished(async () => void (await query('alter role current_user reset timezone')))
    const database = await openDatabase({ url: server, folder: '' })
    const { rows } = await database.db.executeQuery(
      CompiledQuery.raw(`select name, setting from pg_settings where name in
        ('TimeZone', 'application_name', 'statement_timeout', 'idle_in_transaction_session_timeout', 'lock_timeout')`),
    )
    expect(
      Object.fromEntries((rows as { name: string; setting: string }[]).map(row => [row.name, row.setting])),
    ).toEqual({
      TimeZone: 'UTC',
      application_name: 'rapport',
      statement_timeout: '30000',
      idle_in_transaction_session_timeout: '10000',
      lock_timeout: '0',
    })
    await database.close()
  })

  test('a listener that was cut off comes back and looks for what it missed', async () => {
    const { listener, heard, next } = await listening(server)
    await query(`notify things, 'first'`)
    await next()
    await query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test listener'`)
    await next()
    await query(`notify things, 'second'`)
    await next()
    expect(heard).toEqual(['first', '', 'second'])
    await listener.close()
  })

  test('a listener whose connection died without a word finds out and comes back', async () => {
    const proxy = await startProxy(server)
    const { listener, heard, next } = await listening(proxy.url, { beat: 20, patience: 200 })
    proxy.freeze()
    await next()
    await query(`notify things, 'again'`)
    await next()
    expect(heard).toEqual(['', 'again'])
    await listener.close()
  })

  test('after the last one stopped, nothing is heard, and closing ends the trying', async () => {
    const proxy = await startProxy(server)
    const { listener, heard, stop } = await listening(proxy.url)
    await stop()
    await query(`notify things, 'nobody'`)
    await listener.listen('other', () => {})
    expect(heard).toEqual([])
    proxy.server.close()
    proxy.cut()
    await listener.close()
  })
})

async function listening(url: string, pace?: { beat: number; patience: number }) {
  const listener = new Listener({ connectionString: url, application_name: 'test listener' }, console.error, pace)
  const heard: string[] = []
  let wake = Promise.withResolvers<void>()
  const stop = await listener.listen('things', payload => {
    heard.push(payload)
    wake.resolve()
  })
  const next = async () => {
    await wake.promise
    wake = Promise.withResolvers<void>()
  }
  return { listener, heard, next, stop }
}

async function query(text: string) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const result = await client.query(text)
  await client.end()
  return result
}

/** Between a client and the server; what was connected can be frozen or cut. */
async function startProxy(to: string) {
  const target = new URL(to)
  const pairs: [Socket, Socket][] = []
  const proxy = createServer(near => {
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) socket.on('error', () => {})
    near.pipe(far).pipe(near)
    pairs.push([near, far])
  })
  const url = new URL(to)
  url.host = `127.0.0.1:${await listenOn(proxy)}`
  return {
    server: proxy,
    url: url.href,
    freeze: () => {
      for (const [near, far] of pairs.splice(0)) near.unpipe(far) && far.unpipe(near)
    },
    cut: () => {
      for (const [near, far] of pairs.splice(0)) near.destroy() && far.destroy()
    },
  }
}

async function fakeServer(version: string) {
  const message = (letter: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(letter)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const ready = message('Z', Buffer.from('I'))
  const field = Buffer.concat([
    Buffer.from('\0\x01version\0'),
    Buffer.alloc(6),
    Buffer.from([0, 0, 0, 25, 255, 255]),
    Buffer.alloc(6),
  ])
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), Buffer.from(version)])
  const done = message('C', Buffer.from('SELECT 1\0'))
  const server = createServer(socket => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
      socket.on('data', packet => {
        const isVersion = packet.toString().includes('server_version')
        const answer = isVersion ? [message('T', field), message('D', row), done] : [message('C', Buffer.from('SET\0'))]
        if (packet[0] === 'X'.charCodeAt(0)) socket.end()
        else socket.write(Buffer.concat([...answer, ready]))
      })
    })
  })
  onTestFinished(() => void server.close())
  return `postgres://someone@127.0.0.1:${await listenOn(server)}/some`
}

async function listenOn(server: Server) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
