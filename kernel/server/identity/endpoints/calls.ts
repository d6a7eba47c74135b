import type { FastifyReply, FastifyRequest } from 'fastify'
import { email } from '../../../fields/index.ts'
import { missing, Refused } from '../../../schema/refused.ts'
import { loadActor } from '../../access/load-actor.ts'
import type { Endpoint } from '../../http/endpoint.ts'
import type { Principal } from '../../http/request.ts'
import type { Kernel } from '../../kernel.ts'
import { broughtBy, type Cookies } from '../cookies.ts'
import type { Entered, Visitor } from '../enter.ts'
import { describeMe } from '../profile.ts'
import { senderOf } from '../sender.ts'

export const chapter = 'Identity'
export const open = { chapter, open: true } as const
export const emailField = email({ required: true, label: 'E-mail' })

/** One endpoint at several addresses. */
export const at = (paths: readonly string[], make: (path: string) => Endpoint) => paths.map(make)

export interface Call {
  readonly kernel: Kernel
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export const visitorOf = ({ request }: Pick<Call, 'request'>): Visitor => ({
  from: senderOf(request),
  ...broughtBy(request),
})

/** The answer to whoever has just come in: the cookies, and who they are. */
export const welcomeWith =
  (cookies: Cookies) =>
  async ({ kernel, reply }: Call, entered: Entered, status = 200) => {
    const actor = await loadActor(kernel.database.db, entered.userId, kernel.locale)
    if (!actor) throw missing('user', entered.userId)
    cookies.give(reply, entered)
    return { status, body: await describeMe(kernel, { actor, via: 'session', id: entered.userId }) }
  }

/** What a person does about themselves is not for their programs: a key never makes another, nor a new password. */
export function requireInPerson({ via, actor }: Principal): string {
  if (via !== 'session' || actor.id === null) throw new Refused('session-needed')
  return actor.id
}
