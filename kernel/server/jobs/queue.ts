import type { Job } from '../actions/behaviours.ts'
import type { Database, Db, Tx } from '../database/database.ts'
import { afterCommit } from '../database/transact.ts'
import type { Kernel } from '../kernel.ts'
import {
  discardFailure,
  type Failure,
  type FailurePage,
  failures,
  type QueueStat,
  queueStats,
  retryFailure,
} from './failures.ts'
import { installQueues } from './install.ts'
import { defaultPace, embeddedPace, type Pace, planOf, type QueuePlan } from './queue-plan.ts'
import { reactionPlan } from './reactions.ts'
import { insertJobs } from './send.ts'
import { openWakes } from './wakes.ts'
import { type Report, startWorkers, type Workers } from './workers.ts'

export interface EnqueueOptions {
  /** Jobs of one key run one after the other, in their order. For jobs that are declared as ordered, and only those. */
  readonly key?: string
  /** Not before this instant. */
  readonly after?: string
}

export interface Queue {
  /** Puts work into the queue, in the transaction that makes it necessary. */
  send(
    db: Db | Tx,
    job: string,
    data: readonly Readonly<Record<string, unknown>>[],
    options?: EnqueueOptions,
  ): Promise<void>
}

export interface JobQueue extends Queue {
  /** Begins to work; a process that only sends never calls it. */
  start(kernel: Kernel): Promise<void>
  /** Lets what runs come to its end, at most for so many milliseconds, and gives the rest back. */
  stop(patience?: number): Promise<void>
  failures(page?: FailurePage): Promise<readonly Failure[]>
  /** Tries once more what was given up, and says which job it is; nothing when it is no longer there. */
  retryFailure(id: string, db?: Db | Tx): Promise<string | undefined>
  /** Drops what was given up; for an ordered job, what waits behind it goes on. */
  discardFailure(id: string, db?: Db | Tx): Promise<string | undefined>
  stats(): Promise<readonly QueueStat[]>
}

export interface QueueOptions {
  readonly report?: Report
  readonly pace?: Partial<Pace>
}

/** What is due later than that is found by looking: nobody needs to be woken for it. */
const isSoon = (after: string | undefined, { look }: Pace) =>
  after === undefined || Date.parse(after) < Date.now() + 2000 * look

/** The queue over this database, with a place for every job that is declared: sending never has to look anything up. */
export async function openQueue(
  database: Database,
  jobs: readonly Job[],
  options: QueueOptions = {},
): Promise<JobQueue> {
  const pace = { ...(database.kind === 'embedded' ? embeddedPace : defaultPace), ...options.pace }
  const report = options.report ?? (() => {})
  const plans = new Map([...jobs.map(planOf), reactionPlan].map(plan => [plan.name, plan]))
  await installQueues(database, [...plans.values()], pace)
  const wakes = openWakes(database)
  let workers: Workers | undefined

  return {
    async send(db, job, data, { key, after } = {}) {
      const plan = plans.get(job)
      if (!plan) throw new Error(`No job is called "${job}".`)
      requireKey(plan, key)
      if (data.length === 0) return
      await insertJobs(db, plan, pace, data, { key, after })
      if (isSoon(after, pace)) afterCommit(() => wakes.tell(job))
    },
    async start(kernel) {
      workers ??= await startWorkers({ database, kernel, plans: [...plans.values()], pace, wakes, report })
    },
    async stop(patience = 10_000) {
      await workers?.stop(patience)
      workers = undefined
      await wakes.close()
    },
    failures: (page = {}) => failures(database.db, page),
    async retryFailure(id, db = database.db) {
      const job = await retryFailure(db, id)
      if (job) afterCommit(() => wakes.tell(job))
      return job
    },
    async discardFailure(id, db = database.db) {
      const job = await discardFailure(db, id)
      if (job) afterCommit(() => wakes.tell(job))
      return job
    },
    stats: () => queueStats(database.db, [...plans.keys()]),
  }
}

function requireKey({ name, ordered }: QueuePlan, key: string | undefined) {
  if (ordered && !key) throw new Error(`The job "${name}" is ordered: it is sent with a key.`)
  if (!ordered && key) throw new Error(`The job "${name}" is not ordered: it is sent without a key.`)
}
