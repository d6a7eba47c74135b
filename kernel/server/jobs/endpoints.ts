import { moment, number } from '../../fields/index.ts'
import { missing } from '../../schema/refused.ts'
import { endpoint } from '../http/endpoint.ts'
import { readId } from '../http/query.ts'
import { requireEverything } from '../settings/endpoints.ts'
import type { JobQueue } from './queue.ts'

/** Work that waits, and work that was given up: to look at, to try again, to drop. */
export const jobEndpoints = (queue: JobQueue) => [
  endpoint({
    method: 'GET',
    path: '/api/jobs',
    chapter: 'Operation',
    summary: 'How much waits, runs and has failed, by queue',
    async run({ principal }) {
      requireEverything(principal.actor)
      return { status: 200, body: { rows: await queue.stats() } }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/jobs/failures',
    chapter: 'Operation',
    summary: 'Jobs that were given up, the newest first',
    query: { limit: number({ min: 1, max: 200, default: 50 }), before: moment() },
    async run({ principal, query: { limit, before } }) {
      requireEverything(principal.actor)
      return {
        status: 200,
        body: { rows: await queue.failures({ limit: limit ?? 50, ...(before ? { before } : {}) }) },
      }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/jobs/failures/:id/retry',
    chapter: 'Operation',
    summary: 'Tries once more what was given up',
    async run({ principal, params }) {
      requireEverything(principal.actor)
      const id = readId(params.id)
      if (!(await queue.retryFailure(id))) throw missing('job', id)
      return { status: 204 }
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/jobs/failures/:id',
    chapter: 'Operation',
    summary: 'Drops what was given up; for ordered work, what waits behind it goes on',
    async run({ principal, params }) {
      requireEverything(principal.actor)
      const id = readId(params.id)
      if (!(await queue.discardFailure(id))) throw missing('job', id)
      return { status: 204 }
    },
  }),
]
