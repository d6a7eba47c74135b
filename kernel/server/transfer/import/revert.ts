import { isAnswer } from '../../../schema/refused.ts'
import { systemActor } from '../../access/actor.ts'
import { inContext } from '../../actions/open-context.ts'
import { undoBatch } from '../../changes/undo.ts'
import { asJson } from '../../database/as-json.ts'
import { freshActor } from '../fresh-actor.ts'
import type { Running } from './run.ts'
import { type Also, getImport, moveImport } from './state.ts'

/** Takes an import back, in the name of whoever made it. Cut off, it goes on: what is undone already is left alone. */
export async function revertImport({ kernel }: Pick<Running, 'kernel'>, id: string): Promise<void> {
  const { status, batch, created_by, limits } = await getImport(kernel.database.db, id)
  if (status !== 'reverting') return
  const move = (to: 'reverted' | 'done', also: Also) =>
    inContext(kernel, { actor: systemActor(kernel.locale), source: 'import' }, ctx =>
      moveImport(ctx, id, ['reverting'], to, also),
    )
  try {
    const actor = await freshActor(kernel.database.db, { id: created_by, ...(limits ? { limits } : {}) }, kernel.locale)
    const { undone, kept, batch: undoing } = await undoBatch(kernel, { actor, source: 'undo' }, batch)
    await move('reverted', { reverted: asJson({ undone, kept: kept.length, batch: undoing }) })
  } catch (error) {
    if (!isAnswer(error)) throw error
    await move('done', { problem: asJson({ code: error.code, params: error.params }) })
  }
}
