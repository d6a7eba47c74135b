import { sql } from 'kysely'
import { defineJob, type Job, type JobCtx } from '../actions/behaviours.ts'
import { sweepFiles } from '../files/sweep.ts'
import { valueAnew } from '../records/rates.ts'
import { kernelTables } from '../schema.ts'
import { ensurePartitions } from '../tables/partitions.ts'
import { tidyEmbedded } from './tidy-embedded.ts'

const hour = 3_600_000
const slice = 5000

/** What the kernel itself has to do now and then. */
export const kernelJobs: readonly Job[] = [
  defineJob('kernel.forget-idempotency-keys', { cron: '7 * * * *' }, forgetKeys),
  defineJob('kernel.forget-finished-jobs', { cron: '*/10 * * * *' }, forgetJobs),
  defineJob('kernel.make-partitions', { cron: '20 3 * * *', retryDelay: 60 }, ({ kernel }) =>
    ensurePartitions(kernel.database.db, [...kernelTables, ...kernel.tables], kernel.clock()),
  ),
  defineJob('kernel.sweep-files', { cron: '40 3 * * *', expires: 3 * 3600 }, async ({ kernel }) => {
    await sweepFiles(kernel.database.db, kernel.store, kernel.clock())
  }),
  valueAnew,
  defineJob('kernel.tidy-embedded-database', { cron: '17 * * * *', expires: 3600 }, ({ kernel, signal }) =>
    tidyEmbedded(kernel.database, signal),
  ),
]

function forgetKeys(ctx: JobCtx) {
  const before = new Date(ctx.kernel.clock().getTime() - 24 * hour).toISOString()
  return inSlices(
    ctx,
    limit => sql`delete from idempotency_keys where ctid = any(array(
    select ctid from idempotency_keys where created_at < ${before} limit ${limit}))`,
  )
}

function forgetJobs(ctx: JobCtx) {
  const before = new Date(ctx.kernel.clock().getTime() - hour).toISOString()
  return inSlices(
    ctx,
    limit => sql`delete from pgboss.job_common where ctid = any(array(
    select ctid from pgboss.job_common where state in ('completed', 'cancelled') and completed_on < ${before} limit ${limit}))`,
  )
}

async function inSlices(ctx: JobCtx, remove: (limit: number) => ReturnType<typeof sql>) {
  for (;;) {
    const { numAffectedRows } = await ctx.transaction(({ db }) => remove(slice).execute(db))
    if (Number(numAffectedRows) < slice) return
  }
}
