import { sql } from 'kysely'
import { type FirstStep, there } from '#kernel/server/first-steps/first-steps.ts'

export const importStep: FirstStep = {
  code: 'first-step.import',
  path: '/contacts/import',
  icon: 'user',
  isDone: there(sql`select id from imports where object = 'contact' and status = 'done'`),
}
