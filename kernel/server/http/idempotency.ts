import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { invalidField, Refused } from '../../schema/refused.ts'
import { asJson } from '../database/as-json.ts'
import type { Tx } from '../database/database.ts'
import { column, defineTable, type TableRow } from '../tables/define-table.ts'

/** What was answered to a request that carried an Idempotency-Key; kept 24 hours. */
export const idempotencyKeys = defineTable('idempotency_keys', {
  primary: ['actor_id', 'route', 'key'],
  columns: {
    actor_id: column<string>('uuid'),
    route: column<string>('text'),
    key: column<string>('text'),
    body_hash: column<string>('text'),
    reply: column<Answer | null>('jsonb', { null: true }),
    created_at: column<string>('timestamp(3) with time zone'),
  },
  indexes: [{ on: ['created_at'] }],
})
declare module '../database/database.ts' {
  interface Tables {
    idempotency_keys: TableRow<typeof idempotencyKeys>
  }
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Attempt {
  readonly actorId: string
  readonly route: string
  readonly key: string
  readonly body: unknown
  readonly now: string
}

/**
 * Does the work once for a key, and repeats the answer. Key and answer are written in the transaction of the
 * work itself: a second request with the key waits for the first to end, and a failure leaves no trace.
 */
export async function once(tx: Tx, attempt: Attempt, work: () => Promise<Answer>): Promise<Answer> {
  const { actorId, route, key, now } = attempt
  const bodyHash = hashOf(attempt.body)
  const taken = await sql`insert into idempotency_keys (actor_id, route, key, body_hash, created_at)
    values (${actorId}::uuid, ${route}, ${key}, ${bodyHash}, ${now}) on conflict do nothing returning key`.execute(tx)
  if (taken.rows.length === 0) return earlier(tx, attempt, bodyHash)
  const answer = await work()
  await tx
    .updateTable('idempotency_keys')
    .set({ reply: asJson(answer) })
    .where('actor_id', '=', actorId)
    .where('route', '=', route)
    .where('key', '=', key)
    .execute()
  return answer
}

/** A body that is nested too deeply to be written again is no body of ours. */
function hashOf(body: unknown) {
  try {
    return hash('sha256', JSON.stringify(body ?? null))
  } catch (cause) {
    throw new Refused('bad-request', {}, { kind: 'invalid', cause })
  }
}

async function earlier(tx: Tx, { actorId, route, key }: Attempt, bodyHash: string): Promise<Answer> {
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'reply'])
    .where('actor_id', '=', actorId)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row?.reply) throw new Refused('idempotency.in-progress', {}, { kind: 'conflict' })
  if (row.body_hash !== bodyHash) throw new Refused('idempotency.other-body', {}, { kind: 'conflict' })
  return { ...row.reply, headers: { ...row.reply.headers, 'idempotent-replay': 'true' } }
}

export function readKey(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header))
    throw invalidField('Idempotency-Key', 'idempotency.invalid')
  return header
}
