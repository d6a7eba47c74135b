// What a person does with an import, each step from where it may be done.

import type { Actor } from '../../access/actor.ts'
import { inContext } from '../../actions/open-context.ts'
import { asJson } from '../../database/as-json.ts'
import type { Kernel } from '../../kernel.ts'
import type { ImportRow, ImportStatus } from '../tables.ts'
import { importable } from './begin.ts'
import { type Plan, readPlan } from './plan.ts'
import { type Also, fromTheStart, moveImport, ownImport } from './state.ts'

interface Doer {
  readonly kernel: Kernel
  readonly actor: Actor
}

export async function planImport(doer: Doer, id: string, input: unknown): Promise<ImportRow> {
  const { plan } = await checked(doer, id, input)
  return move(doer, id, ['new', 'checked'], 'new', replanned(plan))
}

/** The dry run. */
export async function checkImport(doer: Doer, id: string): Promise<ImportRow> {
  const { row } = await checked(doer, id)
  return move(doer, id, ['new', 'checked'], 'checking', replanned(row.plan), 'import.run')
}

const replanned = (plan: Plan): Also => ({ ...fromTheStart, plan: asJson(plan), detail: asJson([]) })

/** From the beginning; after it was stopped, from there. */
export async function startImport(doer: Doer, id: string): Promise<ImportRow> {
  const { row } = await checked(doer, id)
  const isFresh = row.status === 'new' || row.status === 'checked'
  const also = isFresh ? fromTheStart : { attempts: 0, problem: null, ended_at: null }
  return move(doer, id, isFresh ? [row.status] : ['cancelled', 'failed'], 'running', also, 'import.run')
}

/** The slice that is being written is still finished. */
export async function cancelImport(doer: Doer, id: string): Promise<ImportRow> {
  const { status } = await ownImport(doer.kernel.database.db, doer.actor, id)
  if (status === 'checking') return move(doer, id, ['checking'], 'new', fromTheStart)
  return move(doer, id, ['running'], 'cancelled', { ended_at: doer.kernel.clock().toISOString() })
}

export async function revertLater(doer: Doer, id: string): Promise<ImportRow> {
  await ownImport(doer.kernel.database.db, doer.actor, id)
  return move(doer, id, ['done', 'cancelled', 'failed'], 'reverting', { problem: null }, 'import.revert')
}

/** A plan as it stands by now: a field or a right may have gone since it was made. */
async function checked({ kernel, actor }: Doer, id: string, input?: unknown) {
  const row = await ownImport(kernel.database.db, actor, id)
  const model = importable(kernel, actor, row.object)
  const plan = readPlan(input ?? row.plan, { model, models: kernel.models, actor, headers: row.headers })
  return { row, plan }
}

function move(
  { kernel, actor }: Doer,
  id: string,
  from: readonly ImportStatus[],
  to: ImportStatus,
  also: Also,
  job?: string,
) {
  return inContext(kernel, { actor, source: 'import' }, async ctx => {
    const moved = await moveImport(ctx, id, from, to, also)
    if (job) await ctx.enqueue(job, { id })
    return moved
  })
}
