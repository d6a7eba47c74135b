import type { Db, Tx } from '../database/database.ts'
import { hot } from '../database/hot.ts'
import { along } from '../database/transaction.ts'
import { newId } from '../new-id.ts'
import { keptFor, longestRetryDelay, type Pace, policyOf, type QueuePlan } from './queue-plan.ts'

interface When {
  readonly key: string | undefined
  readonly after: string | undefined
}

/**
 * One prepared statement into the table of pg-boss, in place of its own `send`, which reads JSON, joins its
 * list of queues and is planned anew each time. And its `created_on` is when the transaction began, so that of
 * two that touch one record the later could come first: here it is when the job was sent.
 */
export async function insertJobs(
  db: Db | Tx,
  plan: QueuePlan,
  pace: Pace,
  data: readonly object[],
  { key, after }: When,
) {
  const values = [
    plan.name,
    data.map(() => newId()),
    data.map(value => JSON.stringify(value)),
    key ?? null,
    after ?? null,
    policyOf(plan),
    plan.retries,
    plan.retryDelay,
    longestRetryDelay,
    plan.expires,
    keptFor(plan),
    pace.lease,
  ]
  await along(db, db.executeQuery(hot(insert, values)))
}

const insert = `insert into pgboss.job_common (name, id, data, singleton_key, start_after, created_on, keep_until, policy,
    retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds)
  select $1, j.id, j.data, $4, coalesce($5::timestamptz, moment), moment, 'infinity', $6, $7, $8, true, $9, $10, $11, $12
  from clock_timestamp() as moment, unnest($2::uuid[], $3::jsonb[]) as j (id, data)
  on conflict do nothing`
