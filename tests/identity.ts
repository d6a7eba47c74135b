// For the tests of identity: one or more servers over one database, a clock to turn, the mails that went out.

import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from 'kysely'
import type { AnyObject } from '#kernel/schema/object.ts'
import { buildServer } from '#kernel/server/http/server.ts'
import { identity, identityJobs, setUp } from '#kernel/server/identity/identity.ts'
import { runJob } from '#kernel/server/jobs/run-job.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { openMailer } from '#kernel/server/mail/mailer.ts'
import { openKernel } from '#kernel/server/open-kernel.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { objects } from '#modules/index.ts'
import { parts } from '#modules/parts.ts'
import { held } from './held.ts'
import { asSystem, testKernel } from './kernel.ts'

export const publicUrl = 'http://rapport.test'
export const owner = { email: 'olga@rapport.test', password: 'wide meadows 7' } as const
const company = {
  name: 'Olga',
  company_name: 'Atelier',
  currency: 'EUR',
  language: 'en',
  country: 'FR',
  time_zone: 'Europe/Paris',
} as const

export interface Stage {
  readonly kernel: Kernel
  readonly clock: { now: number }
  /** Another process over the same database. */
  another(): Promise<Door>
  readonly door: Door
  /** Runs what was put into the queue; answers with the mails that went out since the last time. */
  mails(): Promise<Mail[]>
  close(): Promise<void>
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** What the link carries. */
  readonly token: string
}

export async function openStage({ ready = true } = {}): Promise<Stage> {
  const base = await testKernel()
  const clock = { now: Date.parse('2026-11-20T10:00:00.000Z') }
  const queued: { job: string; data: Readonly<Record<string, unknown>> }[] = []
  const open: (() => Promise<unknown>)[] = []

  const openOne = async () => {
    const kernel = await openKernel({
      ...parts,
      objects: Object.values(objects) as readonly AnyObject[],
      database: { ...base.database },
      secrets: base.secrets,
      store: base.store,
      clock: () => new Date(clock.now),
      queue: { send: async (_db, job, data) => void queued.push(...data.map(one => ({ job, data: one }))) },
    })
    const own = identity(kernel, { publicUrl })
    const server = await buildServer({
      kernel,
      words: collectWords(),
      origins: [],
      publicUrl,
      ...own,
      endpoints: held(kernel, own.endpoints),
    })
    open.push(
      () => server.close(),
      () => kernel.close(),
    )
    return { kernel, door: door(server) }
  }

  const { kernel, door: first } = await openOne()
  if (ready) await setUp(kernel, { ...company, ...owner })
  const mailer = openMailer({
    mailUrl: null,
    sender: { email: 'crm@rapport.test' },
    db: kernel.database.db,
    clock: kernel.clock,
    newId: kernel.newId,
  })
  const jobs = new Map(identityJobs({ mailer, publicUrl }).map(job => [job.name, job]))

  return {
    kernel,
    clock,
    door: first,
    another: async () => (await openOne()).door,
    async mails() {
      const signal = new AbortController().signal
      for (const { job, data } of queued.splice(0)) {
        const known = jobs.get(job)
        if (known) await runJob(known)(kernel, { id: kernel.newId(), data, attempt: 0, signal, finish: async () => {} })
      }
      return takeMails(kernel)
    },
    async close() {
      for (const one of open) await one()
      await base.close()
      await base.database.close()
    },
  }
}

async function takeMails(kernel: Kernel): Promise<Mail[]> {
  const { rows } = await sql<{
    recipients: string[]
    subject: string
    text: string
  }>`delete from outbox returning recipients, subject, text`.execute(kernel.database.db)
  return rows.map(({ recipients, subject, text }) => ({
    to: recipients.join(),
    subject,
    text,
    token: /#token=(\S+)/.exec(text)?.[1] ?? '',
  }))
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: a reply is whatever the server sent; tests say what they expect
  readonly body: any
}

export interface Asking {
  readonly headers?: Readonly<Record<string, string>>
  readonly ip?: string
}

/** A server, as those outside know it. */
export interface Door {
  readonly server: FastifyInstance
  /** A browser of its own: it keeps its cookies. */
  browser(ip?: string): Browser
  withKey(key: string): Pick<Browser, 'ask'>
}

export interface Browser {
  readonly cookies: Map<string, string>
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown, asking?: Asking): Promise<Reply>
  signIn(email?: string, password?: string): Promise<Reply>
  /** The same browser at another server of the same Rapport. */
  at(other: Door): Browser
}

function door(server: FastifyInstance): Door {
  return {
    server,
    browser: (ip = '10.0.0.1') => browser(server, new Map(), ip),
    withKey: key => ({
      ask: (method, url, body, { headers = {} } = {}) =>
        send(server, { method, url, headers: { authorization: `Bearer ${key}`, ...headers } }, body),
    }),
  }
}

function browser(server: FastifyInstance, cookies: Map<string, string>, ip: string): Browser {
  const ask: Browser['ask'] = async (method, url, body, asking = {}) => {
    const reply = await send(
      server,
      {
        method,
        url,
        headers: { ...asking.headers },
        cookies: Object.fromEntries(cookies),
        remoteAddress: asking.ip ?? ip,
      },
      body,
    )
    for (const { name, value } of reply.cookies) value ? cookies.set(name, value) : cookies.delete(name)
    return reply
  }
  return {
    cookies,
    ask,
    signIn: (email = owner.email, password = owner.password) => ask('POST', '/api/sign-in', { email, password }),
    at: other => browser(other.server, cookies, ip),
  }
}

async function send(server: FastifyInstance, { headers, ...options }: InjectOptions, body: unknown) {
  const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const reply = await server.inject({ ...options, headers: { ...type, ...headers }, ...payload })
  const isJson = /json/.test(String(reply.headers['content-type']))
  return {
    status: reply.statusCode,
    headers: reply.headers,
    body: isJson ? reply.json() : reply.payload,
    cookies: reply.cookies,
  }
}

/** Somebody with a password, roles by name, made by the system. */
export async function idOfRole(kernel: Kernel, name: string): Promise<string> {
  const { rows } = await asSystem(kernel, ({ db }) =>
    sql<{ id: string }>`select id from roles where name = ${name}`.execute(db),
  )
  return rows[0]?.id ?? ''
}
