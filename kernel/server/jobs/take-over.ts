import type { Db } from '../database/database.ts'
import { hot } from '../database/hot.ts'

/**
 * Jobs whose process gives no sign any more wait again, at once; of several servers that look, one finds them. The
 * attempt counts. What has none left, and a job of the calendar, is left to pg-boss, which looks less often.
 */
export const takeOver = (db: Db, queues: readonly string[]) => db.executeQuery(hot(free, [queues]))

const free = `update pgboss.job_common
  set state = 'retry', start_after = now(), heartbeat_on = null,
    output = '{"value": {"message": "The process ended in the middle."}}'
  where state = 'active' and name = any($1::text[]) and policy <> 'stately' and retry_count < retry_limit
    and heartbeat_on + heartbeat_seconds * interval '1 s' < now()`

/** What runs is found among all that waits. */
export const leases = `create index if not exists job_leases on pgboss.job_common (name) where state = 'active'`
