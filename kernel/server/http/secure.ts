import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../schema/refused.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export function secureHeaders(server: FastifyInstance) {
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', policy)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('cross-origin-opener-policy', 'same-origin')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A cookie is sent by the browser whoever asks: a write with one must come from our own page. A token is not. */
export function guardOrigin(publicUrl: string, allowed: readonly string[]) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { origin, authorization, 'sec-fetch-site': site } = request.headers
    const own = origin === publicUrl || origin === `${request.protocol}://${request.headers.host}`
    if (origin !== undefined && !own && allowed.includes(origin)) allowCrossOrigin(reply, origin)
    if (safe.has(request.method) || authorization !== undefined) return
    const foreign = origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : !own
    if (foreign) throw new Refused('origin-refused', {})
  }
}

function allowCrossOrigin(reply: FastifyReply, origin: string) {
  reply.headers({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match',
    'access-control-expose-headers': 'etag, batch',
    vary: 'origin',
  })
}
