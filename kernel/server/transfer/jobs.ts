import { defineJob, type Job } from '../actions/behaviours.ts'
import { revertImport } from './import/revert.ts'
import { runImport } from './import/run.ts'

const hours = 3600
const long = { retries: 5, retryDelay: 5, concurrency: 2, expires: 6 * hours }

export const transferJobs: readonly Job[] = [
  defineJob('import.run', long, (ctx, { id }) => runImport(ctx, String(id))),

  defineJob('import.revert', long, (ctx, { id }) => revertImport(ctx, String(id))),
]
