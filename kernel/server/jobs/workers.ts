import { sql } from 'kysely'
import { type Job, type JobResult, PgBoss, type WorkOptions } from 'pg-boss'
import type { Database } from '../database/database.ts'
import { hot } from '../database/hot.ts'
import type { Kernel } from '../kernel.ts'
import { bossDatabase } from './boss-database.ts'
import { startLooking } from './look.ts'
import type { Pace, QueuePlan } from './queue-plan.ts'
import type { Claim } from './run-job.ts'
import { startSchedules } from './schedules.ts'
import type { Wakes } from './wakes.ts'

type Data = Readonly<Record<string, unknown>>

/** Hears of every attempt that failed, and of what went wrong around the queue. */
export type Report = (
  error: unknown,
  facts: { readonly job?: string; readonly job_id?: string; readonly attempt?: number },
) => void

interface WorkerOptions {
  readonly database: Database
  readonly kernel: Kernel
  readonly plans: readonly QueuePlan[]
  readonly pace: Pace
  readonly wakes: Wakes
  readonly report: Report
}

export interface Workers {
  stop(patience: number): Promise<void>
}

export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const { database, plans, pace, wakes, report } = options
  const boss = openBoss(database, pace)
  boss.on('error', error => report(error, {}))
  await boss.start()
  await takeBack(database, boss)
  const stopping = new AbortController()
  const workers = new Map<string, string[]>()
  const wake = (queue: string) => {
    for (const id of workers.get(queue) ?? []) boss.notifyWorker(id)
  }
  const look = startLooking({
    database,
    queues: plans.map(({ name }) => name),
    seconds: pace.look,
    wake,
    report,
  })
  for (const plan of plans) {
    const ids: string[] = []
    workers.set(plan.name, ids)
    for (let at = 0; at < plan.concurrency; at++)
      ids.push(await startWorker({ ...options, boss, stopping: stopping.signal, look: look.now }, plan))
  }
  await wakes.hear(queues => {
    for (const queue of queues ?? workers.keys()) wake(queue)
    look.now()
  })
  const schedules = await startSchedules(database, boss, plans, report)

  return {
    async stop(patience) {
      const drained = Promise.all(plans.map(({ name }) => boss.offWork(name, { wait: true })))
      await Promise.all([schedules.stop(), look.stop()])
      if (!(await within(drained, patience))) {
        stopping.abort(new Error('The process stops.'))
        await within(drained, lastWords)
      }
      await boss.stop({ graceful: false, close: false })
    },
  }
}

/** For jobs that hear that the process stops and come to their end. */
const lastWords = 2000
/** Found by looking; the poll of pg-boss itself would ask once for each queue. */
const longPoll = 300

const openBoss = (database: Database, pace: Pace) =>
  new PgBoss({
    db: bossDatabase(database.db),
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    superviseIntervalSeconds: pace.supervise,
    monitorIntervalSeconds: pace.supervise,
    cronMonitorIntervalSeconds: pace.cron,
    cronWorkerIntervalSeconds: Math.min(10, pace.cron),
    maintenanceIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
    // Both are PostgreSQL's own work, which the embedded one does not do.
    reindex: database.kind === 'postgres',
    monitorVacuum: database.kind === 'postgres',
  })

/** Nobody else works on the embedded database: whatever is still running there died with the process before. */
async function takeBack({ kind, db }: Database, boss: PgBoss) {
  if (kind !== 'embedded') return
  const { rows } = await sql<{ name: string; ids: string[] }>`
    select name, array_agg(id::text) as ids from pgboss.job_common where state = 'active' group by name`.execute(db)
  for (const { name, ids } of rows) await boss.fail(name, ids, { message: 'The process ended in the middle.' })
}

interface StartWorker extends WorkerOptions {
  readonly boss: PgBoss
  readonly stopping: AbortSignal
  readonly look: () => void
}

async function startWorker(options: StartWorker, plan: QueuePlan): Promise<string> {
  const { boss, pace, look } = options
  const id = await boss.work<Data, unknown, typeof batched & WorkOptions>(
    plan.name,
    {
      ...batched,
      batchSize: plan.batch,
      burstWhenBatchFull: plan.batch > 1,
      pollingIntervalSeconds: longPoll,
      heartbeatRefreshSeconds: pace.lease / 3,
    },
    async jobs => {
      const results: JobResult[] = []
      for (const job of jobs) results.push(await attempt(options, plan, job))
      boss.notifyWorker(id)
      // The answer is written down when this has returned; then it can be seen when to try again.
      if (results.some(({ status }) => status === 'failed')) setTimeout(look, settling).unref()
      return results
    },
  )
  return id
}

const settling = 250
const batched = { perJobResults: true } as const

async function attempt(options: StartWorker, plan: QueuePlan, job: Job<Data>): Promise<JobResult> {
  const { kernel, stopping, report } = options
  try {
    await plan.run(kernel, claimOf(options, plan, job))
    return { id: job.id, status: 'completed' }
  } catch (error) {
    if (stopping.aborted) await giveBack(options.database, plan, job).catch(() => {})
    else report(error, { job: plan.name, job_id: job.id, attempt: job.retryCount })
    return { id: job.id, status: 'failed', output: error }
  }
}

const claimOf = ({ stopping }: StartWorker, { name }: QueuePlan, job: Job<Data>): Claim => ({
  id: job.id,
  data: job.data,
  attempt: job.retryCount,
  signal: AbortSignal.any([job.signal, stopping]),
  async finish(tx) {
    const { rows } = await tx.executeQuery(hot(end, [name, job.id, job.retryCount]))
    if (rows.length === 0) throw new Error('Another process has taken the job over.')
  },
})

/** The number of the attempt tells ours from that of another process. */
const ours = `name = $1 and id = $2 and state = 'active' and retry_count = $3`
const end = `delete from pgboss.job_common where ${ours} returning id`
const restore = `update pgboss.job_common set state = 'created', started_on = null, heartbeat_on = null where ${ours}`

/** An attempt that the end of the process cut short does not count. */
const giveBack = ({ db }: Database, { name }: QueuePlan, { id, retryCount }: Job<Data>) =>
  db.executeQuery(hot(restore, [name, id, retryCount]))

const within = (work: Promise<unknown>, milliseconds: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, milliseconds, false)
  work
    .then(
      () => resolve(true),
      () => resolve(true),
    )
    .finally(() => clearTimeout(timer))
  return promise
}
