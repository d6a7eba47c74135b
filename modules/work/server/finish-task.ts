import { handle } from '#kernel/server/actions/behaviours.ts'
import { task } from '../task.ts'

export const finish = handle(task, 'finish', async (ctx, tasks) => {
  const open = tasks.filter(({ status }) => status === 'open')
  await ctx.update(task, open, { status: 'done', done_at: ctx.now }, 'done')
  return tasks
})

export const reopen = handle(task, 'reopen', async (ctx, tasks) => {
  const done = tasks.filter(({ status }) => status === 'done')
  await ctx.update(task, done, { status: 'open', done_at: null }, 'reopened')
  return tasks
})
