import { moment, number } from '../../fields/index.ts'
import { missing } from '../../schema/refused.ts'
import { requireAdministrator } from '../access/administrator.ts'
import { a, nothing, rowsOf } from '../describe/answers.ts'
import { type Call, endpoint } from '../http/endpoint.ts'
import { readId } from '../http/query.ts'
import { sourceOf } from '../http/request.ts'
import { failureAnswer } from './failures.ts'
import type { JobQueue } from './queue.ts'
import { settleFailure } from './settle.ts'

/** Work that waits, and work that was given up: to look at, to try again, to drop. */
export const jobEndpoints = (queue: JobQueue) => [
  endpoint({
    method: 'GET',
    path: '/api/jobs',
    chapter: 'Operation',
    summary: 'How much waits, runs and has failed, by queue',
    answer: rowsOf({
      job: a.text,
      waiting: a.whole,
      delayed: a.whole,
      running: a.whole,
      retrying: a.whole,
      failed: a.whole,
      oldest: a.number,
    }),
    async run({ principal }) {
      requireAdministrator(principal.actor)
      return { status: 200, body: { rows: await queue.stats() } }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/jobs/failures',
    chapter: 'Operation',
    summary: 'Jobs that were given up, the newest first',
    answer: rowsOf({ ...failureAnswer, data: a.record }),
    query: { limit: number({ min: 1, max: 200, default: 50 }), before: moment() },
    async run({ principal, query: { limit, before } }) {
      requireAdministrator(principal.actor)
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
    answer: nothing,
    run: call => settled(call, 'tried_again', queue.retryFailure),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/jobs/failures/:id',
    chapter: 'Operation',
    summary: 'Drops what was given up; for ordered work, what waits behind it goes on',
    answer: nothing,
    run: call => settled(call, 'dropped', queue.discardFailure),
  }),
]

async function settled(
  { kernel, principal, params }: Call,
  event: 'tried_again' | 'dropped',
  settle: JobQueue['retryFailure'],
) {
  requireAdministrator(principal.actor)
  const id = readId(params.id)
  const doing = { actor: principal.actor, source: sourceOf(principal) }
  if (!(await settleFailure(kernel, doing, id, event, tx => settle(id, tx)))) throw missing('job', id)
  return { status: 204 }
}
