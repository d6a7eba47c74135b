import { defineJob, type Job } from '../actions/behaviours.ts'
import { revertImport } from './import/revert.ts'
import { runImport } from './import/run.ts'

const hours = 3600
const long = { retries: 5, retryDelay: 5, concurrency: 2, expires: 6 * hours }

export const transferJobs: readonly Job[] = [
  defineJob('import.run', long, (ctx, { id }) => runImport(ctx, String(id))),

  defineJob('import.revert', long, (ctx, { id }) => revertImport(ctx, String(id))),

  // A process that is killed leaves its job to the queue, which waits for hours. An import that stands still is
  // begun again here; should somebody work on it after all, the second of the two finds out and stops.
  defineJob('import.resume', { cron: '* * * * *' }, ctx =>
    ctx.transaction(async tx => {
      const still = new Date(Date.parse(tx.now) - 60_000).toISOString()
      const found = await tx.db
        .updateTable('imports')
        .set({ updated_at: tx.now })
        .where('status', 'in', ['checking', 'running', 'reverting'])
        .where('updated_at', '<', still)
        .returning(['id', 'status'])
        .execute()
      for (const { id, status } of found)
        await tx.enqueue(status === 'reverting' ? 'import.revert' : 'import.run', { id })
    }),
  ),
]
