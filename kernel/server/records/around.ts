import type { Model } from '../tables/model.ts'
import type { AnyRow, Context } from './context.ts'

export type RuleMoment = 'create' | 'update' | 'delete' | 'restore' | 'purge'

export interface Draftlike {
  readonly before: AnyRow | null
  readonly after: AnyRow
}

/** Rules run before the write: each may refuse, or answer with drafts it has completed. */
export async function applyRules<D extends Draftlike>(
  ctx: Context,
  model: Model,
  moment: RuleMoment,
  drafts: readonly D[],
): Promise<readonly D[]> {
  let current = drafts
  for (const rule of ctx.kernel.behaviours.rules(model.name, moment)) {
    const amended = await rule.run(ctx, current, moment)
    if (amended) current = current.map((draft, at) => ({ ...draft, after: { ...draft.after, ...amended[at] } }))
  }
  return current
}

/** Consequences run after the write, in the same transaction: what must never be true without the other. */
export async function applyConsequences(
  ctx: Context,
  model: Model,
  events: readonly string[],
  drafts: readonly Draftlike[],
) {
  if (drafts.length === 0) return
  for (const consequence of ctx.kernel.behaviours.consequences(model.name, events)) await consequence.run(ctx, drafts)
}
