import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import { requireAdministrator } from '../access/administrator.ts'
import { a, says } from '../describe/answers.ts'
import { endpoint } from '../http/endpoint.ts'
import type { createMetrics } from './metrics.ts'

/** For whoever runs it: alive, ready, and measured. */
export const observeEndpoints = (metrics: ReturnType<typeof createMetrics>, isDraining: () => boolean) => [
  endpoint({
    method: 'GET',
    path: '/healthz',
    chapter: 'Operation',
    summary: 'The process is alive',
    answer: says({ status: a.text }),
    open: true,
    run: async () => ({ status: 200, body: { status: 'alive' } }),
  }),
  endpoint({
    method: 'GET',
    path: '/readyz',
    chapter: 'Operation',
    summary: 'The process takes requests: the database answers, and it is not shutting down',
    answer: says({ status: a.text }),
    open: true,
    async run({ kernel }) {
      if (isDraining()) return { status: 503, body: { status: 'draining' } }
      const answered = await sql`select 1`.execute(kernel.database.db).then(
        () => true,
        () => false,
      )
      return answered ? { status: 200, body: { status: 'ready' } } : { status: 503, body: { status: 'no database' } }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/metrics',
    chapter: 'Operation',
    summary: 'Figures for Prometheus: from this computer, or with the key of somebody who may do everything',
    open: true,
    async run({ request, reply }) {
      if (!isLocal(request)) {
        if (!request.principal) throw new Refused('sign-in-needed', {}, { kind: 'unauthenticated' })
        requireAdministrator(request.principal.actor)
      }
      reply.type(metrics.contentType).send(await metrics.metrics())
      return undefined
    },
  }),
]

/** Asked from this computer itself, and not by a proxy on it for somebody else. */
function isLocal({
  socket,
  headers,
}: {
  socket: { remoteAddress?: string | undefined }
  headers: Record<string, unknown>
}) {
  const address = socket.remoteAddress ?? ''
  return (
    /^(::1|127\.|::ffff:127\.)/.test(address) &&
    headers['x-forwarded-for'] === undefined &&
    headers.forwarded === undefined
  )
}
