import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Entered } from './enter.ts'
import { longestSession } from './sessions.ts'

export const sessionCookie = 'rapport_session'
export const deviceCookie = 'rapport_device'

const dayInSeconds = 86_400

/** What the browser keeps: neither is read by a script, nor sent with another site's form. */
export interface Cookies {
  give(reply: FastifyReply, entered: Entered): void
  take(reply: FastifyReply): void
}

export function cookiesFor(publicUrl: string): Cookies {
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const
  return {
    give(reply, { session, device }) {
      reply.setCookie(sessionCookie, session, { ...kept, maxAge: longestSession * dayInSeconds })
      reply.setCookie(deviceCookie, device, { ...kept, maxAge: 400 * dayInSeconds })
    },
    take: reply => void reply.clearCookie(sessionCookie, kept),
  }
}

/** What this browser brought along. A request with a token has no cookies, whatever it sends. */
export function broughtBy(request: FastifyRequest) {
  if (request.headers.authorization !== undefined) return {}
  const { [sessionCookie]: session, [deviceCookie]: device } = request.cookies
  return { ...(session ? { session } : {}), ...(device ? { device } : {}) }
}
