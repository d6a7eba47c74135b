// A server over a test's kernel in which a token is the name of whoever asks; signing in is tested with identity.

import type { FastifyInstance, InjectOptions } from 'fastify'
import { user } from '#kernel/objects/index.ts'
import type { Actor, Role } from '#kernel/server/access/actor.ts'
import { everything } from '#kernel/server/access/actor.ts'
import { auditEndpoints } from '#kernel/server/changes/endpoints.ts'
import { fileEndpoints } from '#kernel/server/files/endpoints.ts'
import type { Endpoint } from '#kernel/server/http/endpoint.ts'
import { buildServer } from '#kernel/server/http/server.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { recordEndpoints } from '#kernel/server/records/endpoints.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { held } from './held.ts'
import { asSystem } from './kernel.ts'

export interface Person extends Actor {
  readonly id: string
}

export interface TestServer {
  readonly server: FastifyInstance
  /** Somebody with these roles, and with these people in the same team. */
  person(name: string, roles: readonly Role[], team?: readonly string[]): Promise<Person>
  as(person: Person): Caller
  /** With a key of theirs that was narrowed to this. */
  withKey(person: Person, limits: readonly string[]): Caller
  close(): Promise<void>
}

export interface Caller {
  get(url: string, headers?: Record<string, string>): Promise<Reply>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  patch(url: string, body: unknown, headers?: Record<string, string>): Promise<Reply>
  put(url: string, body: unknown, headers?: Record<string, string>): Promise<Reply>
  delete(url: string, body?: unknown): Promise<Reply>
}

export interface Reply {
  readonly status: number
  readonly headers: Record<string, unknown>
  // biome-ignore lint/suspicious/noExplicitAny: a reply is whatever the server sent; tests say what they expect
  readonly body: any
}

export const ownerRole: Role = { ...everything, id: 'owner', name: 'Owner' }

export async function testServer(kernel: Kernel, more: readonly Endpoint[] = []): Promise<TestServer> {
  const people = new Map<string, Person>()
  const server = await buildServer({
    kernel,
    words: collectWords(),
    endpoints: held(kernel, [...recordEndpoints([]), ...fileEndpoints, ...auditEndpoints, ...more]),
    authenticate: async ({ headers }) => {
      const person = people.get(headers.authorization?.slice('Bearer '.length) ?? '')
      return person ? { actor: person, via: 'key', id: person.id } : null
    },
    origins: [],
    publicUrl: 'http://rapport.test',
  })
  return {
    server,
    async person(name, roles, team = []) {
      const [row] = await asSystem(kernel, ctx =>
        ctx.create(user, [{ name, email: `${name.toLowerCase()}@people.test` }]),
      )
      const id = row?.id ?? ''
      const person: Person = { kind: 'user', id, name, roles, team: [id, ...team], locale: kernel.locale }
      people.set(id, person)
      return person
    },
    as: ({ id }) => caller(server, id),
    withKey(person, limits) {
      const key = `${person.id} ${limits.join(' ')}`
      people.set(key, { ...person, limits })
      return caller(server, key)
    },
    close: async () => {
      await server.close()
      await kernel.close()
      await kernel.database.close()
    },
  }
}

function caller(server: FastifyInstance, token: string): Caller {
  const send = async (
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const reply = await server.inject({
      method: method ?? 'GET',
      url,
      headers: { authorization: `Bearer ${token}`, ...type, ...headers },
      ...payload,
    })
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: reply.payload && /json/.test(String(reply.headers['content-type'])) ? reply.json() : reply.payload,
    }
  }
  return {
    get: (url, headers) => send('GET', url, undefined, headers),
    post: (url, body, headers) => send('POST', url, body, headers),
    patch: (url, body, headers) => send('PATCH', url, body, headers),
    put: (url, body, headers) => send('PUT', url, body, headers),
    delete: (url, body) => send('DELETE', url, body),
  }
}
