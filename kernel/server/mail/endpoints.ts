import { number } from '../../fields/index.ts'
import { requireAdministrator } from '../access/administrator.ts'
import { a, orNull, rowsOf } from '../describe/answers.ts'
import { listOf } from '../describe/json-schema.ts'
import { endpoint } from '../http/endpoint.ts'
import { failureAnswer } from '../jobs/failures.ts'
import type { JobQueue } from '../jobs/queue.ts'

export const outboxEndpoints = (queue: Pick<JobQueue, 'failures'>) => [
  endpoint({
    method: 'GET',
    path: '/api/outbox/failed',
    chapter: 'Mail',
    summary: 'Mail that did not go: given up, or to be tried again by itself',
    answer: rowsOf({ ...failureAnswer, recipient: orNull(a.text) }),
    query: { limit: number({ min: 1, max: 200, default: 50 }) },
    async run({ kernel, principal, query }) {
      requireAdministrator(principal.actor)
      const jobs = kernel.behaviours.jobs.filter(({ options }) => options.mails).map(({ name }) => name)
      const rows = await queue.failures({ limit: query.limit ?? 50, jobs })
      return {
        status: 200,
        body: { rows: rows.map(({ data, ...row }) => ({ ...row, recipient: data.email ?? null })) },
      }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/outbox',
    chapter: 'Mail',
    summary: 'Mail that was kept because no mail server is set up',
    answer: rowsOf({
      id: a.id,
      recipients: listOf(a.text),
      subject: a.text,
      text: a.text,
      html: orNull(a.text),
      created_at: a.moment,
    }),
    query: { limit: number({ min: 1, max: 200, default: 50 }) },
    async run({ kernel, principal, query }) {
      requireAdministrator(principal.actor)
      const rows = await kernel.database.db
        .selectFrom('outbox')
        .select(['id', 'recipients', 'subject', 'text', 'html', 'created_at'])
        .orderBy('created_at', 'desc')
        .limit(query.limit ?? 50)
        .execute()
      return { status: 200, body: { rows } }
    },
  }),
]
