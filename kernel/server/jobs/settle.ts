import { inContext } from '../actions/open-context.ts'
import { recordChanges } from '../changes/record.ts'
import type { Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import type { Doing } from '../records/context.ts'

/** What somebody does with work that was given up stands in the audit; false when it is no longer there. */
export const settleFailure = (
  kernel: Kernel,
  doing: Doing,
  id: string,
  event: 'tried_again' | 'dropped',
  settle: (tx: Tx) => Promise<string | undefined>,
) =>
  inContext(kernel, doing, async ctx => {
    const job = await settle(ctx.db)
    if (job === undefined) return false
    await recordChanges(ctx, 'job', [event], [{ id, version: 1, before: null, after: { job } }])
    return true
  })
