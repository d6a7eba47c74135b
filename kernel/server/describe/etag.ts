import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Answer } from '../http/idempotency.ts'

export const contentHash = (text: string) => hash('sha256', text, 'base64url').slice(0, 22)

/** Weak: what is sent may be compressed on its way. */
export const etagOf = (text: string) => `W/"${contentHash(text)}"`

/** The text, or the answer that whoever asks has it already. The browser keeps it, and asks each time. */
export function unlessKnown(request: FastifyRequest, etag: string, type: string, body: unknown): Answer {
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization, cookie', 'content-type': type }
  const known = (request.headers['if-none-match'] ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''))
  return known.includes(etag.slice(2)) ? { status: 304, headers } : { status: 200, body, headers }
}
