import { defineJob, type Job } from '../actions/behaviours.ts'
import { runBulk } from './run.ts'

const hours = 3600
const month = 30 * 24 * 3_600_000

export const bulkJobs: readonly Job[] = [
  defineJob('bulk.run', { retries: 5, retryDelay: 5, concurrency: 2, expires: 6 * hours }, (ctx, { id }) =>
    runBulk(ctx, String(id)),
  ),

  defineJob('bulk.forget', { cron: '50 3 * * *' }, ctx =>
    ctx.transaction(async tx => {
      const before = new Date(Date.parse(tx.now) - month).toISOString()
      await tx.db.deleteFrom('bulk_runs').where('ended_at', '<', before).execute()
    }),
  ),
]
