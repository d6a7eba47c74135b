// The routes that every object has. They are written once: the object is found by its plural in the address.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { invalidField, Refused } from '../../schema/refused.ts'
import { may } from '../access/rights.ts'
import { act } from '../actions/act.ts'
import { resolveAlias } from '../duplicates/alias.ts'
import { lastingFileUrl } from '../files/signed-url.ts'
import type { Kernel } from '../kernel.ts'
import { chosenIds } from '../records/choose.ts'
import type { AnyRow, Context } from '../records/context.ts'
import { bringBackRecords, createRecords, editRecords, eraseRecords, removeRecords } from '../records/edge.ts'
import { getRecord, getRecords, type OneRecord } from '../records/get.ts'
import { comesAlong, includeNames, joinIncluded } from '../records/include.ts'
import { countRecords, listRecords, type Reading } from '../records/list.ts'
import { replaceInput } from '../records/replace.ts'
import type { Titles } from '../records/titles.ts'
import { readTotals, totalsOf } from '../records/totals.ts'
import type { Model } from '../tables/model.ts'
import type { Answer } from './idempotency.ts'
import { etagOf, readId, readListRequest, readObject, readVersion } from './query.ts'
import { readingOf } from './reading.ts'
import { requirePrincipal } from './request.ts'
import { type Arriving, write } from './write-route.ts'

type Request = FastifyRequest<{ Params: { plural: string; id: string; action: string } }>
type Body = Readonly<Record<string, unknown>>

export function recordRoutes(server: FastifyInstance, kernel: Kernel) {
  const writing =
    (work: (ctx: Context, model: Model, request: Request) => Promise<Answer | Arriving>) =>
    (request: Request, reply: FastifyReply) =>
      write(kernel, request, reply, ctx => work(ctx, modelOf(kernel, request), request))

  server.get('/api/:plural', (request: Request) => list(kernel, request, queryOf))
  server.post('/api/:plural/query', (request: Request) => list(kernel, request, bodyOf))
  server.get('/api/:plural/totals', (request: Request) => totals(kernel, request, queryOf))
  server.post('/api/:plural/totals', (request: Request) => totals(kernel, request, bodyOf))
  server.get('/api/:plural/:id', (request: Request, reply: FastifyReply) => get(kernel, request, reply))

  server.post('/api/:plural', writing(create))
  server.patch(
    '/api/:plural/:id',
    writing((ctx, model, request) => edit(ctx, model, request, request.body)),
  )
  server.put(
    '/api/:plural/:id',
    writing((ctx, model, request) => edit(ctx, model, request, replaceInput(ctx, model, request.body))),
  )
  server.delete(
    '/api/:plural/:id',
    writing(async (ctx, model, request) => gone(await removeRecords(ctx, model, [readId(request.params.id)]))),
  )
  server.patch('/api/:plural', writing(editMany))
  server.delete(
    '/api/:plural',
    writing(async (ctx, model, request) =>
      many(await removeRecords(ctx, model, await chosenIds(ctx, model, 'delete', bodyOf(request)))),
    ),
  )
  server.post(
    '/api/:plural/restore',
    writing(async (ctx, model, request) =>
      many(await bringBackRecords(ctx, model, await chosenIds(ctx, model, 'delete', bodyOf(request), 'trashed'))),
    ),
  )
  server.post(
    '/api/:plural/:id/restore',
    writing(async (ctx, model, request) =>
      one(ctx, model, await bringBackRecords(ctx, model, [readId(request.params.id)])),
    ),
  )
  server.post('/api/:plural/:id/purge', writing(purge))
  server.post(
    '/api/:plural/:id/:action',
    writing((ctx, model, request) => actOnOne(ctx, model, request)),
  )
  server.post('/api/:plural/:action', writing(actOnMany))
}

export function modelOf(kernel: Kernel, request: FastifyRequest): Model {
  const { actor } = requirePrincipal(request)
  const { plural } = request.params as { plural: string }
  const model = kernel.models.byPlural(plural)
  if (!model) throw new Refused('unknown-object', { plural }, { kind: 'missing' })
  if (!may(actor, model, 'read')) throw new Refused('forbidden', { object: model.name, verb: 'read' })
  return model
}

const queryOf = (request: FastifyRequest) => request.query as Body

const bodyOf = ({ body }: FastifyRequest): Body => readObject('', body)

async function list(kernel: Kernel, request: Request, given: (request: Request) => Body) {
  const model = modelOf(kernel, request)
  const reading = readingOf(kernel, request)
  const asked = readListRequest(given(request), model, reading)
  const along = asked.include.filter(name => comesAlong(model, name))
  const [page, counted] = await Promise.all([
    listRecords(reading, model, { ...asked, along }),
    asked.count ? countRecords(reading, model, asked, countCap) : {},
  ])
  return {
    rows: page.rows,
    next: page.next,
    ...(await included(kernel, reading, model, page.rows, asked.include, page.titles)),
    ...counted,
  }
}

/** What the records point to, where that was asked for. */
async function included(
  kernel: Kernel,
  reading: Reading,
  model: Model,
  rows: readonly AnyRow[],
  fields: readonly string[],
  titles: Titles,
) {
  if (fields.length === 0) return {}
  const others = fields.filter(name => !comesAlong(model, name))
  return { included: joinIncluded(titles, await includeNames(reading, model, rows, others, linkWith(kernel))) }
}

/** Long enough to look at, too short to pass on. */
const linkWith =
  ({ secrets, clock }: Kernel) =>
  (file: string) =>
    lastingFileUrl(secrets, file, clock(), 15 * 60_000)

const countCap = 1000

async function totals(kernel: Kernel, request: Request, given: (request: Request) => Body) {
  const model = modelOf(kernel, request)
  const reading = readingOf(kernel, request)
  return { rows: await totalsOf(reading, model, readTotals(given(request), model, reading.actor)) }
}

async function get(kernel: Kernel, request: Request, reply: FastifyReply) {
  const model = modelOf(kernel, request)
  const reading = readingOf(kernel, request)
  const { include } = readListRequest({ include: (request.query as Body).include }, model, reading)
  const along = include.filter(name => comesAlong(model, name))
  const { row, titles } = await getThrough(reading, model, readId(request.params.id), along)
  if (row.id !== request.params.id) reply.header('content-location', `/api/${model.object.plural}/${row.id}`)
  reply.header('etag', etagOf(row))
  if (request.headers['if-none-match'] === etagOf(row) && include.length === 0) return reply.code(304).send()
  return { ...row, ...(await included(kernel, reading, model, [row], include, titles)) }
}

/** Who asks for a record that was merged into another is given that one. */
async function getThrough(reading: Reading, model: Model, id: string, along: readonly string[]) {
  const found = await getRecord(reading, model, id, along).catch((error: unknown) => error)
  const isThere = !(found instanceof Error) && (found as OneRecord).row.deleted_at === null
  const merged = isThere ? undefined : await resolveAlias(reading.db, model, id)
  if (merged !== undefined) return getRecord(reading, model, merged, along)
  if (found instanceof Error) throw found
  return found as OneRecord
}

async function create(ctx: Context, model: Model, { body }: Request): Promise<Arriving> {
  if (!Array.isArray(body)) return one(ctx, model, await createRecords(ctx, model, [body]), 201)
  if (body.length === 0 || body.length > 1000) throw invalidField('', 'too-many', { max: 1000 })
  const rows = await createRecords(ctx, model, body)
  return { arriving: readBack(ctx, model, rows).then(seen => ({ status: 201, body: { rows: seen } })) }
}

async function edit(ctx: Context, model: Model, request: Request, input: unknown): Promise<Arriving> {
  const version = readVersion(request.headers['if-match'])
  const id = readId(request.params.id)
  return one(ctx, model, await editRecords(ctx, model, [{ id, input, ...(version === undefined ? {} : { version }) }]))
}

/** The same patch for records named by id or found by a filter; or each its own, as `edits`. */
async function editMany(ctx: Context, model: Model, request: Request): Promise<Answer> {
  const { patch, edits, ...choice } = bodyOf(request)
  if (edits !== undefined) return many(await editRecords(ctx, model, readEdits(edits)))
  const ids = await chosenIds(ctx, model, 'edit', choice)
  return many(
    await editRecords(
      ctx,
      model,
      ids.map(id => ({ id, input: patch })),
    ),
  )
}

function readEdits(edits: unknown) {
  if (!Array.isArray(edits) || edits.length === 0) throw invalidField('edits', 'not-a-list')
  if (edits.length > 1000) throw invalidField('edits', 'too-many', { max: 1000 })
  return edits.map(edit => {
    const { id, version, ...input } = readObject('edits', edit)
    if (version !== undefined && !Number.isSafeInteger(version)) throw invalidField('version', 'not-a-number')
    return { id: readId(id), input, ...(typeof version === 'number' ? { version } : {}) }
  })
}

async function purge(ctx: Context, model: Model, request: Request): Promise<Answer> {
  await eraseRecords(ctx, model, [readId(request.params.id)])
  return { status: 204 }
}

const actOnOne = async (ctx: Context, model: Model, { params, body }: Request) =>
  one(ctx, model, await act(ctx, model, params.action, [readId(params.id)], body ?? {}))

async function actOnMany(ctx: Context, model: Model, request: Request): Promise<Answer> {
  const { input, ...choice } = bodyOf(request)
  const ids = await chosenIds(ctx, model, request.params.action, choice)
  return many(await act(ctx, model, request.params.action, ids, input ?? {}))
}

/** The record as this person may see it, read back. Who may create but not read it gets its id. */
const one = (ctx: Context, model: Model, rows: readonly AnyRow[], status = 200): Arriving => ({
  arriving: readBack(ctx, model, rows.slice(0, 1)).then(([seen]) =>
    seen ? { status, body: seen, headers: { etag: etagOf(seen) } } : { status, body: { id: rows[0]?.id } },
  ),
})

async function readBack(ctx: Context, model: Model, rows: readonly AnyRow[]) {
  const places = new Map(rows.map(({ id }, at) => [id, at]))
  const seen = await getRecords(ctx, model, [...places.keys()])
  return seen.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}

const many = (rows: readonly AnyRow[]): Answer => ({
  status: 200,
  body: { count: rows.length, ids: rows.slice(0, 1000).map(row => row.id) },
})
const gone = (_rows: readonly AnyRow[]): Answer => ({ status: 204 })
