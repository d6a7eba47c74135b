import type { FastifyRequest } from 'fastify'
import { Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'

/** Who sent a request, and by what they were known. */
export interface Principal {
  readonly actor: Actor
  readonly via: 'session' | 'key'
  /** The session, or the API key. */
  readonly id: string
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null
  }
}

export function requirePrincipal(request: FastifyRequest): Principal {
  if (!request.principal) throw new Refused('sign-in-needed', {}, { kind: 'unauthenticated' })
  return request.principal
}

export const sourceOf = ({ via }: Principal): 'page' | 'api' => (via === 'session' ? 'page' : 'api')

/** The language of the answer: the person's own, otherwise what the browser asks for. */
export function languageOf(request: FastifyRequest): string {
  if (request.principal) return request.principal.actor.locale.language
  return /^\s*fr\b/i.test(request.headers['accept-language'] ?? '') ? 'fr' : 'en'
}
