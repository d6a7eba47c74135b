import { Refused } from '../../schema/refused.ts'
import { endpoint } from '../http/endpoint.ts'
import { readId } from '../http/query.ts'
import { readingOf } from '../http/reading.ts'
import type { Kernel } from '../kernel.ts'
import { getRecord } from '../records/get.ts'
import type { Reading } from '../records/list.ts'
import { followersOf, setFollowing } from './followers.ts'

const answer = {
  type: 'object',
  required: ['rows', 'count', 'following'],
  properties: {
    rows: { type: 'array', items: { $ref: '#/components/schemas/Named' } },
    count: { type: 'integer', minimum: 0, description: 'Also those whom whoever asks may not see.' },
    following: { type: 'boolean', description: 'Whether whoever asks is among them.' },
  },
} as const
const route = { chapter: 'Records', path: '/api/:plural/:id/following', answer } as const

export const followEndpoints = [
  endpoint({
    ...route,
    method: 'GET',
    summary: 'Who follows a record: they are told what others do with it',
    async run({ kernel, request, params }) {
      const reading = readingOf(kernel, request)
      const { model, id } = await seen(kernel, reading, params)
      return { status: 200, body: await followersOf(reading, model, id) }
    },
  }),
  ...[
    { method: 'PUT', follows: true, summary: 'Follows a record' } as const,
    { method: 'DELETE', follows: false, summary: 'Follows a record no more, whatever one does there' } as const,
  ].map(({ method, follows, summary }) =>
    endpoint({
      ...route,
      method,
      summary,
      async run({ kernel, request, params, principal }) {
        const reading = readingOf(kernel, request)
        const { model, id } = await seen(kernel, reading, params)
        await setFollowing(kernel.database.db, {
          object: model.name,
          record_id: id,
          user_id: principal.actor.id ?? principal.id,
          follows,
          since: kernel.clock().toISOString(),
        })
        return { status: 200, body: await followersOf(reading, model, id) }
      },
    }),
  ),
]

/** To those who may not see a record, nobody follows it: it is not there. */
async function seen(kernel: Kernel, reading: Reading, params: Readonly<Record<string, string>>) {
  const model = kernel.models.byPlural(params.plural ?? '')
  if (!model) throw new Refused('unknown-object', { plural: params.plural }, { kind: 'missing' })
  const id = readId(params.id)
  await getRecord(reading, model, id)
  return { model, id }
}
