// A server over a kernel of its own in which anybody may call with any rights: what the contract is tried against.

import type { FastifyInstance } from 'fastify'
import { user } from '#kernel/objects/index.ts'
import type { Field } from '#kernel/schema/field.ts'
import { type Actor, everything, type Role } from '#kernel/server/access/actor.ts'
import { bulkEndpoints } from '#kernel/server/bulk/endpoints.ts'
import { auditEndpoints } from '#kernel/server/changes/endpoints.ts'
import { chartEndpoints } from '#kernel/server/charts/endpoints.ts'
import { describe } from '#kernel/server/describe/describe.ts'
import { buildServer } from '#kernel/server/http/server.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { Parts } from '#kernel/server/parts.ts'
import type { AnyRow } from '#kernel/server/records/context.ts'
import { recordEndpoints } from '#kernel/server/records/endpoints.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { transferEndpoints } from '#kernel/server/transfer/endpoints.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { parts } from '#modules/parts.ts'
import { uploadAs } from '../factories.ts'
import { asSystem, testKernel } from '../kernel.ts'

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: a reply is whatever the server sent; tests say what they expect
  readonly body: any
}

export interface Caller {
  readonly actor: Actor
  get(url: string, headers?: Headers): Promise<Reply>
  post(url: string, body?: unknown, headers?: Headers): Promise<Reply>
  patch(url: string, body?: unknown, headers?: Headers): Promise<Reply>
  put(url: string, body?: unknown, headers?: Headers): Promise<Reply>
  delete(url: string, body?: unknown, headers?: Headers): Promise<Reply>
  /** A body that is no JSON of ours: the text itself. */
  raw(method: Method, url: string, payload: string, headers?: Headers): Promise<Reply>
}
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
type Headers = Readonly<Record<string, string>>

export interface World {
  readonly kernel: Kernel
  readonly server: FastifyInstance
  readonly models: readonly Model[]
  /** May do everything. */
  readonly owner: Caller
  /** People that there are: the one who calls, a mate of the same team, and a stranger. */
  readonly me: string
  readonly mate: string
  readonly stranger: string
  /** Me, with these rights and no others. */
  as(roles: readonly Role[], limits?: readonly string[]): Caller
  close(): Promise<void>
}

export const owning: Role = { ...everything, id: 'owner', name: 'Owner' }

/** What a role gives, and what it keeps to itself. */
export const roleOf = (grants: Role['grants'], masks: Role['masks'] = {}): Role => ({
  id: 'some',
  name: 'Some',
  everything: false,
  grants,
  masks,
})
export const seesAll = (masks: Role['masks'] = {}) => roleOf({ '*': { '*': 'everybody' } }, masks)

export async function openWorld(of: Parts = parts): Promise<World> {
  const kernel = await testKernel(of)
  const actors = new Map<string, Actor>()
  const words = collectWords(of.words)
  const endpoints = [
    ...recordEndpoints([]),
    ...auditEndpoints,
    ...transferEndpoints({ words }),
    ...bulkEndpoints(words),
    ...chartEndpoints(words),
  ]
  const server = await buildServer({
    kernel,
    words,
    endpoints: [...endpoints, ...describe({ words, endpoints }).endpoints],
    authenticate: async ({ headers }) => {
      const actor = actors.get(String(headers.authorization))
      return actor ? { actor, via: 'key', id: actor.id ?? '' } : null
    },
    origins: [],
    publicUrl: 'http://rapport.test',
  })
  const [me, mate, stranger] = await asSystem(kernel, ctx => ctx.create(user, ['Me', 'Mate', 'Stranger'].map(named)))
  if (!me || !mate || !stranger) throw new Error('Nobody is there.')
  uploadAs(kernel, me.id)
  const as = (roles: readonly Role[], limits?: readonly string[]): Caller => {
    const token = `actor ${actors.size}`
    const team = [me.id, mate.id]
    const actor: Actor = {
      kind: 'user',
      id: me.id,
      name: 'Me',
      roles,
      team,
      locale: kernel.locale,
      ...(limits ? { limits } : {}),
    }
    actors.set(token, actor)
    return callerOf(server, actor, token)
  }
  return {
    kernel,
    server,
    models: kernel.models.all,
    owner: as([owning]),
    me: me.id,
    mate: mate.id,
    stranger: stranger.id,
    as,
    async close() {
      await server.close()
      await kernel.close()
      await kernel.database.close()
    },
  }
}

const named = (name: string) => ({ name, email: `${name.toLowerCase()}@people.test` })

function callerOf(server: FastifyInstance, actor: Actor, token: string): Caller {
  const raw = async (
    method: Method,
    url: string,
    payload: string | undefined,
    headers: Headers = {},
  ): Promise<Reply> => {
    const type = payload === undefined ? {} : { 'content-type': 'application/json' }
    const reply = await server.inject({
      method,
      url,
      headers: { authorization: token, ...type, ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    const isJson = reply.payload !== '' && /json/.test(String(reply.headers['content-type']))
    return { status: reply.statusCode, headers: reply.headers, body: isJson ? reply.json() : reply.payload }
  }
  const send = (method: Method) => (url: string, body?: unknown, headers?: Headers) =>
    raw(method, url, body === undefined ? undefined : JSON.stringify(body), headers)
  const get = (url: string, headers?: Headers) => raw('GET', url, undefined, headers)
  return { actor, raw, get, post: send('POST'), patch: send('PATCH'), put: send('PUT'), delete: send('DELETE') }
}

export const withWhere = (where: unknown, more = '') => `?where=${encodeURIComponent(JSON.stringify(where))}${more}`

/** What was written down about a record, the first change first. */
export async function changesOf({ kernel }: World, id: string) {
  const columns = ['object', 'version', 'events', 'actor_id', 'source', 'batch', 'before', 'after'] as const
  return kernel.database.db
    .selectFrom('changes')
    .select(columns)
    .where('record_id', '=', id)
    .orderBy('epoch')
    .orderBy('pos')
    .execute()
}

/** Fields that whoever may edit can write. */
export const writableFields = (model: Model) =>
  Object.entries(model.object.fields).filter(([, field]) => !(field as Field).readonly) as [string, Field][]

export const inputOf = (model: Model, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(writableFields(model).flatMap(([name]) => (name in values ? [[name, values[name]] as const] : [])))

export const idsOf = (rows: readonly Pick<AnyRow, 'id'>[]) => rows.map(({ id }) => id)
