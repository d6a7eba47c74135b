import type { FastifyRequest } from 'fastify'
import { Refused } from '../../schema/refused.ts'
import { loadActor } from '../access/load-actor.ts'
import type { Principal } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import { findKey, isKey, touchKey } from './api-keys.ts'
import { broughtBy } from './cookies.ts'
import { principalsOf } from './principals.ts'
import { type Sender, senderOf } from './sender.ts'
import { findSession, touchSession } from './sessions.ts'
import { hashToken } from './token.ts'

/** Who sent a request: by a token in its head, which leaves cookies unread, or by the cookie. */
export const authenticator = (kernel: Kernel) => (request: FastifyRequest) => authenticate(kernel, request)

export async function authenticate(kernel: Kernel, request: FastifyRequest): Promise<Principal | null> {
  const { authorization } = request.headers
  if (authorization !== undefined) return byKey(kernel, authorization)
  const { session } = broughtBy(request)
  return session === undefined ? null : bySession(kernel, session, senderOf(request))
}

async function byKey(kernel: Kernel, authorization: string): Promise<Principal> {
  const token = /^Bearer +(\S{1,200})$/i.exec(authorization)?.[1] ?? ''
  const principal = isKey(token) ? await remembered(kernel, token, hash => loadKey(kernel, hash)) : null
  if (!principal) throw new Refused('key.invalid', {}, { kind: 'unauthenticated' })
  return principal
}

const bySession = (kernel: Kernel, token: string, from: Sender) =>
  remembered(kernel, token, hash => loadSession(kernel, hash, from))

function remembered(kernel: Kernel, token: string, load: (tokenHash: string) => Promise<Principal | null>) {
  const tokenHash = hashToken(token)
  return principalsOf(kernel).get(tokenHash, kernel.clock().getTime(), () => load(tokenHash))
}

async function loadSession(kernel: Kernel, tokenHash: string, from: Sender): Promise<Principal | null> {
  const { db } = kernel.database
  const now = kernel.clock()
  const session = await findSession(db, tokenHash, now.toISOString())
  const actor = session && (await loadActor(db, session.user_id, kernel.locale))
  if (!session || !actor) return null
  if (isMinuteOld(session.seen_at, now)) unhurried(touchSession(db, session.id, from, now.toISOString()))
  return { actor, via: 'session', id: session.id }
}

async function loadKey(kernel: Kernel, tokenHash: string): Promise<Principal | null> {
  const { db } = kernel.database
  const now = kernel.clock()
  const key = await findKey(db, tokenHash, now.toISOString())
  const actor = key && (await loadActor(db, key.user_id, kernel.locale))
  if (!key || !actor) return null
  if (isMinuteOld(key.last_used_at, now)) unhurried(touchKey(db, key.id, now.toISOString()))
  return { actor: { ...actor, limits: key.scopes, keyId: key.id }, via: 'key', id: key.id }
}

const isMinuteOld = (at: string | null, now: Date) => at === null || now.getTime() - Date.parse(at) > 60_000

/** Nobody waits for the note that they were seen; the next minute brings another. */
const unhurried = (write: Promise<unknown>) => void write.catch(() => {})
