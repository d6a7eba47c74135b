import { systemActor } from '../access/actor.ts'
import type { Job, JobCtx } from '../actions/behaviours.ts'
import { inContext } from '../actions/open-context.ts'
import type { Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import { dayIn } from '../records/day.ts'

/** One attempt at one job, as this process holds it. */
export interface Claim {
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
  /** 0 for the first. */
  readonly attempt: number
  /** Aborts when the process stops, time is up, or another process has taken over. */
  readonly signal: AbortSignal
  /** Takes the job out of the queue in this transaction; fails when it is no longer ours. */
  finish(tx: Tx): Promise<void>
}

export const runJob = (job: Job) => (kernel: Kernel, claim: Claim) => job.run(jobContext(kernel, claim), claim.data)

function jobContext(kernel: Kernel, { signal, finish }: Claim): JobCtx {
  const actor = systemActor(kernel.locale)
  const doing = { actor, source: 'job', batch: kernel.newId() } as const
  const instant = kernel.clock()
  const transaction: JobCtx['transaction'] = run => {
    signal.throwIfAborted()
    return inContext(kernel, doing, run)
  }
  return {
    ...doing,
    kernel,
    now: instant.toISOString(),
    today: dayIn(actor.locale.zone, instant),
    signal,
    transaction,
    finish: run =>
      transaction(async ctx => {
        const result = await run(ctx)
        await finish(ctx.db)
        return result
      }),
  }
}
