import type { Row } from '#kernel/schema/object.ts'
import { rule } from '#kernel/server/actions/behaviours.ts'
import { deal } from '../deal.ts'
import { type StageRules, stagesOf } from './stages.ts'

type Forecast = Row<typeof deal>['forecast']

/** What a stage promises goes into the forecast, as long as nobody has said otherwise of the deal. */
export const forecastOfStage = rule(deal, ['create', 'update'], async (ctx, drafts) => {
  const moved = drafts.filter(({ before, after }) => before?.stage !== after.stage)
  const cleared = drafts.filter(({ after }) => after.forecast === null)
  if (moved.length + cleared.length === 0) return undefined
  const stages = await stagesOf(
    ctx,
    drafts.flatMap(({ before, after }) => [after.stage, ...(before ? [before.stage] : [])]),
  )
  return drafts.map(({ before, after }) => {
    const usual = promised(stages.get(after.stage))
    if (after.forecast === null) return { forecast: usual }
    const own = before && before.forecast !== promised(stages.get(before.stage))
    const follows = before !== null && before.stage !== after.stage && before.forecast === after.forecast && !own
    return { forecast: follows ? usual : after.forecast }
  })
})

function promised(stage: StageRules | undefined): Forecast {
  const probability = Number(stage?.probability ?? 0)
  return probability >= 80 ? 'commit' : probability >= 50 ? 'best_case' : 'pipeline'
}
