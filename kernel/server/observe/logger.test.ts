import { expect, test } from 'vitest'
import { Refused } from '../../schema/refused.ts'
import { createLogger } from './logger.ts'

function logging() {
  const lines: string[] = []
  const log = createLogger({ level: 'debug' }, { write: line => void lines.push(line) })
  const last = () => JSON.parse(lines.at(-1) ?? 'null')
  return { log, lines, last }
}

test('what happened is written with its facts', () => {
  const { log, last } = logging()
  const facts = {
    method: 'GET',
    route: '/api/deals/:id',
    status: 200,
    duration_ms: 1.5,
    actor_id: 'a-1',
    request_id: 'r1',
  }
  log.info(facts, 'request answered')
  expect(last()).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    ...facts,
    msg: 'request answered',
  })
})

const secret = 'ada@example.com'
test.each<readonly [string, object]>([
  ['a name', { first_name: 'example' }],
  ['a body', { body: { email: secret } }],
  ['headers', { headers: { cookie: secret } }],
  ['a request', { req: { url: `/x?q=${secret}`, headers: {} }, res: { secret } }],
  ['a query in the route', { route: `/api/deals?q=${secret}` }],
  ['an address as id', { actor_id: secret }],
  ['words as code', { code: `what ${secret} said` }],
  ['an object as fact', { object: { email: secret } }],
  ['a list as fact', { record_id: [secret] }],
])('%s is not', (_, given) => {
  const { log, lines } = logging()
  log.info(given, 'done')
  log.child(given).warn({ count: 1 }, 'again')
  expect(lines).toHaveLength(2)
  expect(lines.join()).not.toContain('example')
  expect(lines[1]).toContain('"count":1')
})

test('a message pieced together is not', () => {
  const { log, lines } = logging()
  log.info(`signed in: ${secret}`)
  log.info('signed in %s', secret)
  log.info({ count: 1 }, 'signed in %s', secret)
  log.error(new Error(`no ${secret}`), secret)
  expect(lines).toHaveLength(4)
  expect(lines.join()).not.toContain('example')
})

test('a child keeps the facts that it was given', () => {
  const { log, last } = logging()
  log.child({ job: 'mail.send', email: secret }).info({ attempt: 2 }, 'job done')
  expect(last()).toMatchObject({ job: 'mail.send', attempt: 2 })
  expect(last()).not.toHaveProperty('email')
})

test('of an error, code and place are written, but not its words', () => {
  const { log, lines, last } = logging()
  const database = Object.assign(new Error(`invalid input: "${secret}"`), {
    code: '22P02',
    table: 'contacts',
    detail: secret,
  })
  log.error({ err: new Refused('mail.not-now', { email: secret }, { kind: 'broken', cause: database }) }, 'job failed')
  expect(last().err).toMatchObject({
    type: 'Refused',
    code: 'mail.not-now',
    kind: 'broken',
    cause: { type: 'Error', code: '22P02', table: 'contacts' },
  })
  expect(last().err.stack[0]).toMatch(/^at .*logger\.test\.ts:\d+/)
  log.error(database)
  expect(last().err.code).toBe('22P02')
  log.error({ error: new Error(`first line\n    at ${secret}`) }, 'failed')
  log.error({ err: { email: secret } }, 'failed')
  expect(lines.join()).not.toContain('example')
})

test('a slip in the code keeps its message, which names only code', () => {
  const { log, last } = logging()
  log.error({ err: new TypeError('x is not a function') }, 'failed')
  expect(last().err.message).toBe('x is not a function')
})

test('below the level nothing is written', () => {
  const { log, lines } = logging()
  log.trace({ count: 1 }, 'detail')
  expect(lines).toEqual([])
})
