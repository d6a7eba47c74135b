import { defineJob, type Job } from '../actions/behaviours.ts'
import { runBulk } from './run.ts'

const hours = 3600
const month = 30 * 24 * 3_600_000

export const bulkJobs: readonly Job[] = [
  defineJob('bulk.run', { retries: 5, retryDelay: 5, concurrency: 2, expires: 6 * hours }, (ctx, { id }) =>
    runBulk(ctx, String(id)),
  ),

  // A process that is killed leaves its job to the queue, which waits for hours. What stands still is begun again
  // here; should somebody work on it after all, the second of the two finds out and stops.
  defineJob('bulk.resume', { cron: '* * * * *' }, ctx =>
    ctx.transaction(async tx => {
      const still = new Date(Date.parse(tx.now) - 60_000).toISOString()
      const found = await tx.db
        .updateTable('bulk_runs')
        .set({ updated_at: tx.now })
        .where('status', '=', 'running')
        .where('updated_at', '<', still)
        .returning('id')
        .execute()
      for (const { id } of found) await tx.enqueue('bulk.run', { id })
    }),
  ),

  defineJob('bulk.forget', { cron: '50 3 * * *' }, ctx =>
    ctx.transaction(async tx => {
      const before = new Date(Date.parse(tx.now) - month).toISOString()
      await tx.db.deleteFrom('bulk_runs').where('ended_at', '<', before).execute()
    }),
  ),
]
