import { number } from '../../fields/index.ts'
import { endpoint } from '../http/endpoint.ts'
import { requireEverything } from '../settings/endpoints.ts'

export const outboxEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/outbox',
    chapter: 'Mail',
    summary: 'Mail that was kept because no mail server is set up',
    query: { limit: number({ min: 1, max: 200, default: 50 }) },
    async run({ kernel, principal, query }) {
      requireEverything(principal.actor)
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
