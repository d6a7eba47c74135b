import { sql } from 'kysely'
import { type FirstStep, there } from '#kernel/server/first-steps/first-steps.ts'

export const pipelineStep: FirstStep = {
  code: 'first-step.pipeline',
  path: '/pipelines',
  icon: 'git-branch',
  isDone: there(sql`select id from stages where deleted_at is null`),
}
