import type { FastifyReply, FastifyRequest } from 'fastify'
import { missing, Refused } from '../../../schema/refused.ts'
import { loadActor } from '../../access/load-actor.ts'
import type { Principal } from '../../http/request.ts'
import type { Kernel } from '../../kernel.ts'
import { broughtBy } from '../cookies.ts'
import type { Entered, Visitor } from '../enter.ts'
import { describeMe } from '../profile.ts'
import { senderOf } from '../sender.ts'

export const chapter = 'Identity'

export interface Call {
  readonly kernel: Kernel
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export const visitorOf = ({ request }: Pick<Call, 'request'>): Visitor => ({
  from: senderOf(request),
  ...broughtBy(request),
})

export async function signedInAs(kernel: Kernel, { userId }: Entered) {
  const actor = await loadActor(kernel.database.db, userId, kernel.locale)
  if (!actor) throw missing('user', userId)
  return describeMe(kernel, { actor, via: 'session', id: userId })
}

/** What a person does about themselves is not for their programs: a key never makes another, nor a new password. */
export function requireInPerson({ via, actor }: Principal): string {
  if (via !== 'session' || actor.id === null) throw new Refused('session-needed')
  return actor.id
}
