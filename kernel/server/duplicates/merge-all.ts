import { isEmpty } from '../../fields/empty.ts'
import { isAnswer } from '../../schema/refused.ts'
import { inContext } from '../actions/open-context.ts'
import type { Kernel } from '../kernel.ts'
import type { AnyRow, Context, Doing } from '../records/context.ts'
import { requireVerb } from '../records/edge.ts'
import type { Model } from '../tables/model.ts'
import { freshActor } from '../transfer/fresh-actor.ts'
import { countPairs, listGroups, readPlace } from './find.ts'
import { mergeRecords, mostMerged } from './merge.ts'
import { alikeNow } from './rules-now.ts'
import { holdRun, insertRun, keepStep } from './runs.ts'
import type { AlikeRun } from './tables.ts'

/** Merges every group that is at least so sure, the surest first: each group is a transaction, all of them one batch. */
export function beginMergeAll(
  kernel: Kernel,
  doing: Doing & { readonly source: 'page' | 'api' },
  model: Model,
  least: number | null,
): Promise<AlikeRun> {
  return inContext(kernel, doing, async ctx => {
    requireVerb(ctx, model, 'edit')
    requireVerb(ctx, model, 'delete')
    const { threshold, sure } = await alikeNow(ctx.db, model)
    const from = Math.max(least ?? sure, threshold)
    const total = await countPairs(ctx, model, from)
    return insertRun(ctx, { object: model.name, kind: 'merge', source: doing.source, least: from, total })
  })
}

/** The next group; nothing when the run is over or somebody else went on. */
export async function mergeOn(kernel: Kernel, run: AlikeRun): Promise<AlikeRun | 'end' | undefined> {
  const began = performance.now()
  const actor = await freshActor(
    kernel.database.db,
    { id: run.created_by, ...(run.limits ? { limits: run.limits } : {}) },
    kernel.locale,
  )
  const doing: Doing = { actor, source: run.source, batch: run.batch }
  const after = readPlace(run.place)
  const { groups, place } = await inContext(kernel, doing, ctx =>
    listGroups(ctx, ctx.models.get(run.object), { least: run.least, limit: 1, after }),
  )
  const [group] = groups
  if (!group) return 'end'
  const sure = surelyOne(group, run.least)
  const merge = (work: (ctx: Context) => Promise<{ found: number; left_out: number }>) =>
    inContext(kernel, doing, async ctx => {
      if (!(await holdRun(ctx, run))) return undefined
      const counts = await work(ctx)
      return keepStep(ctx, run, {
        place: place ?? run.place,
        done: group.pairs.length,
        ...counts,
        ms: performance.now() - began,
      })
    })
  try {
    return await merge(async ctx => {
      const [survivor, ...others] = sure
      if (!survivor || others.length === 0) return { found: 0, left_out: 1 }
      await mergeRecords(ctx, ctx.models.get(run.object), {
        survivor: survivor.id,
        others: others.map(({ id }) => id),
        choices: {},
      })
      return { found: others.length, left_out: 0 }
    })
  } catch (error) {
    if (!isAnswer(error)) throw error
    return merge(async () => ({ found: 0, left_out: 1 }))
  }
}

/** Of a group, those that are surely the same as the one that stays: not merely the same as one that is. */
function surelyOne(
  { records, pairs }: { records: readonly AnyRow[]; pairs: readonly { a: string; b: string; score: number }[] },
  least: number,
): AnyRow[] {
  const [first] = records.toSorted((one, other) => filled(other) - filled(one) || (one.id < other.id ? -1 : 1))
  if (!first) return []
  const isSure = ({ id }: AnyRow) =>
    pairs.some(({ a, b, score }) => score >= least && ((a === id && b === first.id) || (b === id && a === first.id)))
  return [first, ...records.filter(row => row !== first && isSure(row))].slice(0, mostMerged)
}

const filled = (row: AnyRow) => Object.values(row).filter(value => !isEmpty(value)).length
