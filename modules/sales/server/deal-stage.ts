import { isEmpty } from '#kernel/fields/empty.ts'
import type { Row } from '#kernel/schema/object.ts'
import { type Problem, Refused } from '#kernel/schema/refused.ts'
import { rule } from '#kernel/server/actions/behaviours.ts'
import { deal } from '../deal.ts'
import { type StageRules, stagesOf } from './stages.ts'

/**
 * A deal is in the pipeline that its stage is in, and has what the stage asks for when it enters. The move of a
 * closed deal is refused.
 */
export const enterStage = rule(deal, ['create', 'update'], async (ctx, drafts) => {
  const isMoved = ({ before, after }: (typeof drafts)[number]) => before?.stage !== after.stage
  const moved = drafts.filter(isMoved)
  if (moved.length === 0) return undefined
  const closed = moved.find(({ before }) => before && before.status !== 'open')
  if (closed) throw new Refused('deal.closed', { id: closed.after.id })
  const stages = await stagesOf(
    ctx,
    moved.map(({ after }) => after.stage),
  )
  // What was so before may be so again.
  if (ctx.source !== 'undo')
    requireFilled(drafts.map(draft => ({ after: draft.after, stage: isMoved(draft) && stages.get(draft.after.stage) })))
  return drafts.map(({ after }) => ({ pipeline: stages.get(after.stage)?.pipeline ?? after.pipeline }))
})

interface Entering {
  readonly after: Row<typeof deal>
  readonly stage: StageRules | false | undefined
}

/** Says of every deal everything that is missing, field by field. */
function requireFilled(entering: readonly Entering[]) {
  const problems = entering.flatMap(({ after, stage }, index) =>
    (stage ? stage.requires : [])
      .filter(name => isEmpty(after[name]))
      .map(
        (field): Problem => ({
          field,
          code: 'stage.missing',
          params: { stage: stage ? stage.name : '' },
          ...(entering.length > 1 ? { index } : {}),
        }),
      ),
  )
  const [first] = problems
  if (!first) return
  throw new Refused(
    'stage.requires',
    { stage: first.params?.stage },
    { kind: 'invalid', problems: problems.slice(0, 100) },
  )
}
