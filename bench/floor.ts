// The floor: a bare server over the driver, with the SQL of floor-sql.ts. Nothing that is built on Node and
// PostgreSQL can be much faster; how near ours comes is what the bench prints.

import { hash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { fold } from '#kernel/schema/fold.ts'
import { newId } from '#kernel/server/new-id.ts'
import { openEngine } from './floor-engine.ts'
import * as floor from './floor-sql.ts'
import { people, through } from './people.ts'

type Row = Record<string, unknown>
interface Asking {
  readonly who: string
  readonly scope: floor.Scope
  /** Their id, where the scope asks for it. */
  readonly mine: readonly string[]
  readonly query: URLSearchParams
  readonly id: string
  readonly body: Row
}
const engine = await openEngine()

async function list({ mine, scope, query }: Asking) {
  const rows = await engine.plain(floor.list(scope), [query.get('status'), ...mine])
  return { rows: rows.slice(0, 50), next: rows.length > 50 ? rows[49]?.id : null }
}

async function search({ mine, scope, query }: Asking) {
  const words = fold(query.get('search') ?? '')
    .split(' ')
    .map(word => `%${word}%`)
  const rows = await engine.plain(floor.search(scope, words.length), [...words, ...mine])
  return { rows: rows.slice(0, 50), next: rows.length > 50 ? rows[49]?.id : null }
}

async function get({ mine, scope, id }: Asking) {
  const [row] = await engine.named(floor.get(scope), [id, ...mine])
  return row
}

async function create({ who, body: { first_name, last_name, company, email } }: Asking) {
  const [id, address, batch, now] = [newId(), newId(), newId(), new Date().toISOString()]
  const after = { first_name, last_name, company, email, status: 'lead', subscribed: false, owner_id: who }
  const afterAddress = { contact: id, address: email, kind: 'work', main: true }
  const digests = [after, afterAddress].map(value => hash('sha256', JSON.stringify([null, value]), 'buffer'))
  const rows = await engine.named(floor.create, [
    id,
    first_name,
    last_name,
    company,
    email,
    who,
    now,
    address,
    batch,
    JSON.stringify(after),
    JSON.stringify(afterAddress),
    ...digests,
    newId(),
    jobOf(id),
  ])
  return { ...rows[0], tags: [] }
}

async function createInSteps({ who, body: { first_name, last_name, company, email } }: Asking) {
  const [id, address, batch, now] = [newId(), newId(), newId(), new Date().toISOString()]
  const after = { first_name, last_name, company, email, status: 'lead', subscribed: false, owner_id: who }
  const afterAddress = { contact: id, address: email, kind: 'work', main: true }
  const steps = floor.createInSteps
  const change = (object: string, record: string, value: Row): [string, unknown[]] => [
    steps.change,
    [now, object, record, who, batch, JSON.stringify(value), hash('sha256', JSON.stringify([null, value]), 'buffer')],
  ]
  const [, made] = await engine.steps([
    [steps.company, [company]],
    [steps.contact, [id, first_name, last_name, company, email, who, now]],
    change('contact', id, after),
    [steps.address, [address, id, email, who, now]],
    change('contact_email', address, afterAddress),
    [steps.job, [newId(), jobOf(id)]],
  ])
  return { ...made?.[0], tags: [] }
}

const jobOf = (id: string) => JSON.stringify({ reaction: 'bench', ids: [id] })

async function update({ who, id, body }: Asking) {
  const [row] = await engine.named(floor.update, [
    id,
    who,
    body.position,
    new Date().toISOString(),
    newId(),
    newId(),
    jobOf(id),
  ])
  return row
}

async function updateMany({ who, body: { ids, position } }: Asking) {
  const [row] = await engine.named(floor.updateMany, [ids, who, position, new Date().toISOString(), newId()])
  return row
}

const routes: Readonly<Record<string, (asking: Asking) => Promise<unknown>>> = {
  list,
  search,
  get,
  create,
  'create-in-steps': createInSteps,
  update,
  'update-many': updateMany,
}
const byToken = new Map(people.map(person => [`Bearer ${person.token}`, person]))

const server = createServer(async (request, reply) => {
  const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://floor')
  const [, route = '', id = ''] = pathname.split('/')
  const who = byToken.get(request.headers.authorization ?? '')
  const run = routes[route]
  try {
    if (!run || !who) throw new Error(`No ${route} for ${who?.name}`)
    const whose =
      who === through ? ({ scope: 'print', mine: [] } as const) : ({ scope: 'own', mine: [who.id] } as const)
    const answer = await run({ who: who.id, ...whose, query, id, body: await bodyOf(request) })
    if (answer === undefined) throw new Error(`Nothing found: ${request.url}`)
    const text = JSON.stringify(answer)
    reply.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
  } catch (error) {
    const text = String(error)
    reply.writeHead(500, { 'content-length': Buffer.byteLength(text) }).end(text)
  }
})

async function bodyOf(request: IncomingMessage): Promise<Row> {
  if (request.method === 'GET') return {}
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString())
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
})
process.once('SIGTERM', () => process.exit(0))
