import { sql } from 'kysely'
import type { Db, Tx } from '../database/database.ts'
import { a, oneOf, orNull } from '../describe/answers.ts'
import { reactionQueue } from './reactions.ts'

/** What went wrong: given up, or to be tried again by itself. */
export interface Failure {
  readonly id: string
  /** Of a reaction, its name. */
  readonly job: string
  readonly key: string | null
  readonly data: Readonly<Record<string, unknown>>
  readonly state: 'failed' | 'retrying'
  readonly attempts: number
  readonly error: string | null
  readonly created_at: string
  readonly failed_at: string | null
  readonly next_at: string | null
}

/** As a route answers it, without what the job was given. */
export const failureAnswer = {
  ...{ id: a.id, job: a.text, key: orNull(a.text), state: oneOf('failed', 'retrying'), attempts: a.whole },
  ...{ error: orNull(a.text), created_at: a.moment, failed_at: orNull(a.moment), next_at: orNull(a.moment) },
}

export interface FailurePage {
  readonly limit?: number
  /** The id of the last of the page before. */
  readonly before?: string
  /** Of these alone. */
  readonly jobs?: readonly string[]
}

/** The newest first. */
export async function failures(db: Db, { limit = 50, before, jobs }: FailurePage): Promise<readonly Failure[]> {
  const { rows } = await sql<Failure>`
    select id, case when name = ${reactionQueue} then data->>'reaction' else name end as job, singleton_key as key, data,
      case state when 'failed' then 'failed' else 'retrying' end as state, retry_count + 1 as attempts,
      coalesce(output->>'message', output->'value'->>'message') as error, created_on as created_at,
      completed_on as failed_at, case state when 'retry' then start_after end as next_at
    from pgboss.job_common where state in ('failed', 'retry') and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
      and (${jobs ? [...jobs] : null}::text[] is null or name = any(${jobs ? [...jobs] : null}::text[]))
    order by id desc limit ${limit}`.execute(db)
  return rows
}

/** Answers with its queue. */
export async function retryFailure(db: Db | Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update pgboss.job_common set state = 'retry', retry_limit = retry_limit + 1, completed_on = null, start_after = now()
    where id = ${id}::uuid and state in ('failed', 'retry') returning name`.execute(db)
  return rows[0]?.name
}

export async function discardFailure(db: Db | Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    delete from pgboss.job_common where id = ${id}::uuid and state in ('failed', 'retry') returning name`.execute(db)
  return rows[0]?.name
}

export interface QueueStat {
  readonly job: string
  readonly waiting: number
  /** Not yet due. */
  readonly delayed: number
  readonly running: number
  readonly retrying: number
  readonly failed: number
  /** How long what is due has been waiting, in seconds. */
  readonly oldest: number
}

export async function queueStats(db: Db, queues: readonly string[]): Promise<readonly QueueStat[]> {
  const { rows } = await sql<QueueStat>`
    select q.name as job,
      count(*) filter (where j.state = 'created' and j.start_after <= now()) as waiting,
      count(*) filter (where j.state = 'created' and j.start_after > now()) as delayed,
      count(*) filter (where j.state = 'active') as running,
      count(*) filter (where j.state = 'retry') as retrying,
      count(*) filter (where j.state = 'failed') as failed,
      coalesce(extract(epoch from now() - min(j.start_after) filter (where j.state < 'active' and j.start_after <= now())), 0)::float8 as oldest
    from unnest(${[...queues]}::text[]) as q (name)
    left join pgboss.job_common j on j.name = q.name and j.state <> 'completed'
    group by q.name order by q.name`.execute(db)
  return rows
}
