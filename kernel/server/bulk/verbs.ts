import { act } from '../actions/act.ts'
import type { Context } from '../records/context.ts'
import { bringBackRecords, editRecords, removeRecords } from '../records/edge.ts'
import type { Model } from '../tables/model.ts'
import type { BulkRun } from './tables.ts'

/** Which right a verb takes; to bring back is the right of who may remove. */
export const rightFor = (verb: string) => (verb === 'restore' ? 'delete' : verb)

/** Does it to some of the records, all or none; answers how many are not as they were. */
export async function doTo(ctx: Context, model: Model, { verb, input }: BulkRun, ids: readonly string[]) {
  if (verb === 'edit') {
    const written = await editRecords(
      ctx,
      model,
      ids.map(id => ({ id, input })),
    )
    return written.filter(({ updated_at }) => updated_at === ctx.now).length
  }
  if (verb === 'delete') await removeRecords(ctx, model, ids)
  else if (verb === 'restore') await bringBackRecords(ctx, model, ids)
  else await act(ctx, model, verb, ids, input)
  return ids.length
}
