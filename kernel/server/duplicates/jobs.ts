import { defineJob, type Job } from '../actions/behaviours.ts'
import { inContext } from '../actions/open-context.ts'
import { asJob } from '../jobs/runs.ts'
import type { Kernel } from '../kernel.ts'
import { mergeOn } from './merge-all.ts'
import { recordsBehind, type Touched } from './reader.ts'
import { refresh } from './refresh.ts'
import { rulesNow } from './rules-now.ts'
import { endRun, takeUp } from './runs.ts'
import { scanOn } from './scan.ts'
import type { AlikeRun } from './tables.ts'

const hours = 3600
const month = 30 * 24 * 3_600_000

export const duplicateJobs: readonly Job[] = [
  defineJob('duplicates.refresh', { retries: 5, retryDelay: 2, batch: 10 }, (ctx, data) =>
    refreshTouched(ctx.kernel, data as Touched),
  ),

  defineJob('duplicates.run', { retries: 5, retryDelay: 5, expires: 6 * hours }, ({ kernel, signal }, { id }) =>
    runOn(kernel, String(id), signal),
  ),

  defineJob('duplicates.forget', { cron: '55 3 * * *' }, ctx =>
    ctx.transaction(async tx => {
      const before = new Date(Date.parse(tx.now) - month).toISOString()
      await tx.db.deleteFrom('alike_runs').where('kind', '=', 'merge').where('ended_at', '<', before).execute()
    }),
  ),
]

/** What was written is compared anew; a few hundred at a time. */
export async function refreshTouched(kernel: Kernel, { object, ...touched }: Touched) {
  const model = kernel.models.find(object)
  if (!model?.object.alike) return
  const ids = await recordsBehind(kernel.database.db, kernel.models, model, touched)
  const rules = await rulesNow(kernel.database.db, model)
  for (let from = 0; from < ids.length; from += 500)
    await inContext(kernel, asJob(kernel), ctx => refresh(ctx, model, rules, ids.slice(from, from + 500)))
}

/** Goes on from where it was left. Each slice is one transaction that also says how far the run has come. */
export async function runOn(kernel: Kernel, id: string, signal: AbortSignal) {
  let run: AlikeRun | undefined = await inContext(kernel, asJob(kernel), ctx => takeUp(ctx, id))
  if (!run) return
  const rules = await rulesNow(kernel.database.db, kernel.models.get(run.object))
  const crowded = new Set<number>()
  while (run) {
    signal.throwIfAborted()
    const next: AlikeRun | 'end' | undefined =
      run.kind === 'scan' ? await scanOn(kernel, run, rules, crowded) : await mergeOn(kernel, run)
    if (next === 'end') await inContext(kernel, asJob(kernel), ctx => endRun(ctx, id, 'done'))
    run = next === 'end' ? undefined : next
  }
}
