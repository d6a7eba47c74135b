import type { FastifyRequest } from 'fastify'

/** Where a request came from, as far as it can be known. */
export interface Sender {
  readonly ip: string
  readonly userAgent: string
}

export const senderOf = (request: FastifyRequest): Sender => ({
  ip: request.ip,
  userAgent: (request.headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, 300),
})

/** For what is done on the machine itself. */
export const nowhere: Sender = { ip: '', userAgent: '' }
