import { parseFields } from '../../fields/index.ts'
import { Refused } from '../../schema/refused.ts'
import { mayAct } from '../access/rights.ts'
import type { AnyRow, Context } from '../records/context.ts'
import { requireTargets } from '../records/edge.ts'
import { loadFor } from '../records/load.ts'
import type { Model } from '../tables/model.ts'

/** Runs an action over records: parsed and authorised as any other write, then the module's handler. */
export async function act(
  ctx: Context,
  model: Model,
  action: string,
  ids: readonly string[],
  input: unknown,
): Promise<readonly AnyRow[]> {
  const declared = Object.hasOwn(model.object.actions, action) ? model.object.actions[action] : undefined
  if (!declared) throw new Refused('missing-action', { object: model.name, action }, { kind: 'missing' })
  if (!mayAct(ctx.actor, ctx.models, model, action))
    throw new Refused('forbidden', { object: model.name, verb: action })
  const values = parseFields(declared.input ?? {}, input ?? {}, ctx.actor.locale, { partial: false })
  await requireTargets(ctx, declared.input ?? {}, [values])
  const rows = await loadFor(ctx, model, ids, action)
  return ctx.kernel.behaviours.handler(model.name, action).run(ctx, rows, values)
}
