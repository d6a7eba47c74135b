import { number, ref, text } from '../../fields/index.ts'
import { endpoint } from '../http/endpoint.ts'
import { requireEverything } from '../settings/endpoints.ts'

/** The audit: every change, for those who may do everything. A record's own story is its timeline. */
export const auditEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/audit',
    chapter: 'Audit',
    summary: 'Every change of every record, the newest first',
    query: {
      object: text({ max: 64 }),
      record: ref('record'),
      actor: ref('user'),
      batch: ref('batch'),
      before: number({ help: 'The pos of the last change of the page before.' }),
      limit: number({ min: 1, max: 200, default: 50 }),
    },
    async run({ kernel, principal, query: { object, record, actor, batch, before, limit } }) {
      requireEverything(principal.actor)
      const rows = await kernel.database.db
        .selectFrom('changes')
        .select([
          'pos',
          'at',
          'object',
          'record_id',
          'version',
          'events',
          'actor_id',
          'source',
          'batch',
          'before',
          'after',
        ])
        .$if(object !== null, found => found.where('object', '=', object ?? ''))
        .$if(record !== null, found => found.where('record_id', '=', record ?? ''))
        .$if(actor !== null, found => found.where('actor_id', '=', actor ?? ''))
        .$if(batch !== null, found => found.where('batch', '=', batch ?? ''))
        .$if(before !== null, found => found.where('pos', '<', before ?? 0))
        .orderBy('epoch', 'desc')
        .orderBy('pos', 'desc')
        .limit(limit ?? 50)
        .execute()
      return { status: 200, body: { rows, next: rows.length === (limit ?? 50) ? (rows.at(-1)?.pos ?? null) : null } }
    },
  }),
]
