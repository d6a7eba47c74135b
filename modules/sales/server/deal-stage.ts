import { Refused } from '#kernel/schema/refused.ts'
import { rule } from '#kernel/server/actions/behaviours.ts'
import { deal } from '../deal.ts'
import { stage } from '../pipeline.ts'

/** A deal is in the pipeline that its stage is in; the move of a closed deal is refused. */
export const keepPipeline = rule(deal, ['create', 'update'], async (ctx, drafts) => {
  const moved = drafts.filter(({ before, after }) => before?.stage !== after.stage)
  const closed = moved.find(({ before }) => before && before.status !== 'open')
  if (closed) throw new Refused('deal.closed', { id: closed.after.id })
  const stages = await ctx.byIds(stage, [...new Set(moved.map(({ after }) => after.stage))])
  const pipelines = new Map(stages.map(({ id, pipeline }) => [id as string, pipeline]))
  return drafts.map(({ after }) => ({ pipeline: pipelines.get(after.stage) ?? after.pipeline }))
})
