import { flag, number } from '../../fields/index.ts'
import { endpoint } from '../http/endpoint.ts'
import { readIds } from '../http/query.ts'
import { languageOf } from '../http/request.ts'
import type { Words } from '../words/words.ts'

export const noticeEndpoints = (words: Words) => [
  endpoint({
    method: 'GET',
    path: '/api/notifications',
    chapter: 'Notifications',
    summary: 'What this person was told, the newest first',
    query: { limit: number({ min: 1, max: 100, default: 30 }), unread: flag() },
    async run({ kernel, principal, request, query }) {
      const rows = await kernel.database.db
        .selectFrom('notifications')
        .select(['id', 'code', 'params', 'object', 'record_id', 'created_at', 'read_at'])
        .where('user_id', '=', principal.actor.id ?? principal.id)
        .$if(query.unread === true, found => found.where('read_at', 'is', null))
        .orderBy('id', 'desc')
        .limit(query.limit ?? 30)
        .execute()
      const language = languageOf(request)
      return {
        status: 200,
        body: { rows: rows.map(row => ({ ...row, message: words.say(language, row.code, row.params).message })) },
      }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/notifications/read',
    chapter: 'Notifications',
    summary: 'Marks notifications as read: some by ids, or all',
    async run({ kernel, principal, request }) {
      const ids = (request.body as { ids?: unknown } | undefined)?.ids
      await kernel.database.db
        .updateTable('notifications')
        .set({ read_at: kernel.clock().toISOString() })
        .where('user_id', '=', principal.actor.id ?? principal.id)
        .where('read_at', 'is', null)
        .$if(ids !== undefined, found => found.where('id', 'in', readIds(ids, 200)))
        .execute()
      return { status: 204 }
    },
  }),
]
