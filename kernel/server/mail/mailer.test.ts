import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { sql } from 'kysely'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { Refused } from '../../schema/refused.ts'
import type { Database } from '../database/database.ts'
import { planTables } from '../tables/plan.ts'
import { openMailer } from './mailer.ts'
import type { Message } from './message.ts'
import { outbox } from './outbox.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase({
    hash: 'outbox-1',
    async prepare({ db }) {
      for (const step of planTables([outbox], { tables: new Map() }).steps) await sql.raw(step.sql).execute(db)
    },
  })
})
afterAll(() => database.close())

const open: { close(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

const sender = { name: 'Müller & Söhne', email: 'crm@example.org' }
const clock = () => new Date('2026-05-01T10:00:00Z')
const mailer = (mailUrl: string | null) => {
  const opened = openMailer({ mailUrl, sender, db: database.db, clock, newId: randomUUID })
  open.push(opened)
  return opened
}

interface Received {
  readonly from: string
  readonly to: string[]
  readonly raw: string
}

async function smtp(options: SMTPServerOptions = {}, port = 0) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      void textOf(stream).then(raw => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  open.push(server)
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return { received, server, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

const message: Message = { key: 'reset:1', to: [{ email: 'ada@example.com' }], subject: 'Hello', text: 'Hi Ada' }

const refusal = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refused)) throw new Error('nothing was refused', { cause: error })
  return { code: error.code, kind: error.kind, params: error.params }
}

/** The header as it was meant: lines joined, encoded words decoded. */
function header({ raw }: Received, name: string) {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]
  return line
    ?.replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?(Q|B)\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how === 'B' ? base64(text) : quoted(text),
    )
}
const base64 = (text: string) => Buffer.from(text, 'base64').toString()
const quoted = (text: string) =>
  decodeURIComponent(text.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%'))

describe('by SMTP', () => {
  test('a message arrives as it was meant', async () => {
    const { url, received } = await smtp()
    const to = [{ name: 'Łukasz, "Łuk" <x@evil.example>', email: 'Ada@Example.com' }, { email: 'bob@bücher.example' }]
    const replyTo = { name: '李', email: 'team@example.org' }
    const unsubscribe = `<https://crm.example.org/unsubscribe/${'x'.repeat(200)}>`
    const headers = { 'List-Unsubscribe': unsubscribe, 'X-Campaign': 'été' }
    const html = '<p>Grüße</p>'
    const sent = await mailer(url).send({
      ...message,
      to,
      replyTo,
      headers,
      html,
      subject: 'Angebot für Łódź 🎉',
      text: 'Grüße',
    })
    const [mail, more] = received
    if (!mail || more) throw new Error('exactly one should arrive')
    expect(mail).toMatchObject({ from: 'crm@example.org', to: ['ada@example.com', 'bob@bücher.example'] })
    expect(header(mail, 'subject')).toBe('Angebot für Łódź 🎉')
    expect(header(mail, 'from')).toContain('Müller & Söhne')
    expect(header(mail, 'reply-to')).toBe('李 <team@example.org>')
    expect(header(mail, 'to')).toContain('Łukasz')
    expect(header(mail, 'message-id')).toBe(sent.messageId)
    expect(header(mail, 'date')).toBe('Fri, 01 May 2026 10:00:00 +0000')
    expect(header(mail, 'x-campaign')).toBe('été')
    expect(mail.raw.split('\r\n')).toContain(`List-Unsubscribe: ${unsubscribe}`)
    expect(mail.raw).toMatch(/text\/plain.*text\/html/s)
    expect(sent.refused).toEqual([])
  })

  test('the same key gives the same Message-ID, another key another', async () => {
    const { url } = await smtp()
    const { send } = mailer(url)
    const ids = await Promise.all(['a', 'a', 'b'].map(async key => (await send({ ...message, key })).messageId))
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@example\.org>$/)
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
  })

  test('a recipient refused for good is not tried again; one refused for now is', async () => {
    const { url } = await smtp({
      onRcptTo({ address }, _session, done) {
        const code = { 'gone@example.com': 550, 'busy@example.com': 450 }[address]
        done(code ? Object.assign(new Error('no'), { responseCode: code }) : null)
      },
    })
    const { send } = mailer(url)
    const to = (...emails: string[]) => ({ ...message, to: emails.map(email => ({ email })) })
    const gone = { code: 'mail.recipient-refused', kind: 'refused', params: { reply: 550 } }
    expect(await refusal(send(to('gone@example.com')))).toEqual(gone)
    const busy = { code: 'mail.not-now', kind: 'broken', params: { reply: 450 } }
    expect(await refusal(send(to('busy@example.com')))).toEqual(busy)
    const some = await send(to('gone@example.com', 'ada@example.com'))
    expect(some.refused).toEqual([{ email: 'gone@example.com' }])
  })

  test.each([
    [554, 'mail.message-refused', 'refused'],
    [451, 'mail.not-now', 'broken'],
    [421, 'mail.not-now', 'broken'],
  ])('an answer of %i to the message: %s', async (responseCode, code, kind) => {
    const { url } = await smtp({
      onData(stream, _session, done) {
        stream.resume().on('end', () => done(Object.assign(new Error('no'), { responseCode })))
      },
    })
    expect(await refusal(mailer(url).send(message))).toMatchObject({ code, kind })
  })

  test('a server that is down is tried again, and found when it is back', async () => {
    const first = await smtp()
    const { send } = mailer(first.url)
    await new Promise<void>(done => first.server.close(done))
    expect(await refusal(send(message))).toMatchObject({ code: 'mail.unreachable', kind: 'broken' })
    const { received } = await smtp({}, Number(new URL(first.url).port))
    await send(message)
    expect(received).toHaveLength(1)
  })

  test('a connection that breaks off over a message is not tried again behind our back', async () => {
    let begun = 0
    const { url, server } = await smtp({
      onData() {
        begun += 1
        for (const connection of server.connections) connection._socket.destroy()
      },
    })
    expect(await refusal(mailer(url).send(message))).toMatchObject({ kind: 'broken' })
    expect(begun).toBe(1)
  })

  test('a server that hangs up at once is called once', async () => {
    let calls = 0
    const server = createServer(socket => {
      calls += 1
      socket.end()
    })
    open.push(server)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const sending = mailer(`smtp://127.0.0.1:${port}`).send(message)
    expect(await refusal(sending)).toMatchObject({ code: 'mail.unreachable', kind: 'broken' })
    expect(calls).toBe(1)
  })

  test('a wrong password is said to be one', async () => {
    const { url } = await smtp({ authOptional: false, onAuth: (_auth, _session, done) => done(new Error('no')) })
    const sending = mailer(url.replace('//', '//user:wrong@')).send(message)
    expect(await refusal(sending)).toMatchObject({ code: 'mail.sign-in-failed', kind: 'broken' })
  })
})

describe('nothing gets into a header', () => {
  const lines = ['a\r\nBcc: x@example.com', 'a\nb', 'a\rb', 'a\0b', 'a\u2028b']
  const send = (part: Partial<Message>) => refusal(mailer('smtp://127.0.0.1:1').send({ ...message, ...part }))

  test.each(lines)('from %j', async line => {
    const code = 'mail.line-break'
    const email = 'ada@example.com'
    expect(await send({ subject: line })).toMatchObject({ code })
    expect(await send({ to: [{ name: line, email }] })).toMatchObject({ code })
    expect(await send({ from: { name: line, email } })).toMatchObject({ code })
    expect(await send({ replyTo: { name: line, email } })).toMatchObject({ code })
    expect(await send({ headers: { 'X-A': line } })).toMatchObject({ code })
  })

  test.each(['Bcc', 'content-type', 'Message-ID', 'X A', 'X-A: b\r\nBcc', ''])('named %j', async name => {
    expect(await send({ headers: { [name]: 'x' } })).toMatchObject({ code: 'mail.header-not-free' })
  })

  test.each([
    '',
    'ada',
    'a@b',
    'a@b.example, c@d.example',
    'ada@example.com\r\nBcc: x@y.example',
    '<a@b.example>',
    'a b@c.example',
  ])('as the address %j', async email => {
    expect(await send({ to: [{ email }] })).toMatchObject({ code: 'mail.not-an-address' })
  })

  test('and no message goes without recipient or text', async () => {
    expect(await send({ to: [] })).toMatchObject({ code: 'mail.no-recipient' })
    expect(await send({ text: ' \n', html: '<p>x</p>' })).toMatchObject({ code: 'mail.no-text' })
  })
})

test('without a server the message is kept in the outbox', async () => {
  const { send } = mailer(null)
  const to = [{ name: 'Ada, L.', email: 'ada@example.com' }, { email: 'bob@example.com' }]
  const { messageId } = await send({ ...message, to, html: '<p>Hi</p>', headers: { 'X-Kind': 'reset' } })
  await expect(send({ ...message, subject: 'a\r\nb' })).rejects.toMatchObject({ code: 'mail.line-break' })
  const rows = await database.db
    .selectFrom('outbox')
    .select(['recipients', 'subject', 'text', 'html', 'headers'])
    .execute()
  expect(rows).toEqual([
    {
      recipients: ['Ada, L. <ada@example.com>', 'bob@example.com'],
      subject: 'Hello',
      text: 'Hi Ada',
      html: '<p>Hi</p>',
      headers: { From: 'Müller & Söhne <crm@example.org>', 'Message-ID': messageId, 'X-Kind': 'reset' },
    },
  ])
})
