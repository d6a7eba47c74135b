// A task's day and time agree, its reminder follows from them, and one that repeats comes back when it is done.

import { sql } from 'kysely'
import { addDays } from '#kernel/fields/date/day.ts'
import type { AboutLink } from '#kernel/fields/index.ts'
import { dayOf, instantOf, wallOf } from '#kernel/fields/moment/zone.ts'
import type { Draft, Row } from '#kernel/schema/object.ts'
import { invalidField } from '#kernel/schema/refused.ts'
import { consequence, handle, rule } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { task } from '../planned.ts'
import { remindAt } from './remind.ts'
import { daysWithin, type Repeats } from './repeat.ts'
import { zonesOf } from './zones.ts'

type Task = Row<typeof task>

/** The day of a time is that of whoever does it; a time goes along with its day. */
export const taskTimes = rule(task, ['create', 'update'], async (ctx, drafts) => {
  await refuseCircles(ctx, drafts)
  const zones = await zonesOf(
    ctx,
    drafts.map(({ after }) => after.owner_id),
  )
  return drafts.map(({ before, after }) => {
    const zone = zones(after.owner_id)
    const { due_date, due_at } = agreed(before, after, zone)
    return { due_date, due_at, remind_at: reminderOf({ ...after, due_date, due_at }, zone, ctx.now) }
  })
})

function agreed(before: Task | null, { due_date, due_at }: Task, zone: string): Pick<Task, 'due_date' | 'due_at'> {
  if (due_at === null) return { due_at, due_date }
  const day = dayOf(Date.parse(due_at), zone)
  if (due_at !== (before?.due_at ?? null) || day === due_date) return { due_at, due_date: day }
  if (due_date === null) return { due_date, due_at: null }
  return {
    due_date,
    due_at: new Date(instantOf(`${due_date}${wallOf(Date.parse(due_at), zone).slice(10)}`, zone)).toISOString(),
  }
}

/** What lies behind us reminds nobody any more. */
function reminderOf({ status, reminder, due_date, due_at }: Task, zone: string, now: string) {
  if (status !== 'open' || due_date === null) return null
  const at = due_at === null ? instantOf(`${due_date}T09:00:00`, zone) : Date.parse(due_at)
  const remind = remindAt(reminder, at)
  return remind === undefined || remind <= Date.parse(now) ? null : new Date(remind).toISOString()
}

/** A task is no part of itself, nor of one of its parts. */
async function refuseCircles(ctx: Context, drafts: readonly { readonly before: Task | null; readonly after: Task }[]) {
  const moved = drafts.flatMap(({ before, after }) => (after.parent && before?.parent !== after.parent ? [after] : []))
  if (moved.length === 0) return
  const { rows } = await sql<{ id: string }>`with recursive up (id, above) as (
      select * from unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ parent }) => parent)}::uuid[])
      union select up.id, t.parent from up join tasks as t on t.id = up.above where t.parent is not null and up.above <> up.id)
    select id from up where above = id limit 1`.execute(ctx.db)
  if (rows.length) throw invalidField('parent', 'task.circle')
}

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

export const putOff = handle(task, 'put_off', async (ctx, tasks, { until }) => {
  const open = tasks.filter(({ status }) => status === 'open')
  await ctx.update(task, open, { due_date: until }, 'put_off')
  return tasks
})

/** Done too late, it comes back on the first of its days that is still ahead. */
export const comesBack = consequence(task, ['done'], async (ctx, drafts) => {
  const done = drafts.flatMap(({ after }) => (after.repeats !== null && after.due_date !== null ? [after] : []))
  if (done.length === 0) return
  const zones = await zonesOf(
    ctx,
    done.map(({ owner_id }) => owner_id),
  )
  await ctx.create(
    task,
    done.map(row => nextOf(row, row.repeats as Repeats, zones(row.owner_id), ctx.now)),
  )
})

function nextOf(row: Task, repeats: Repeats, zone: string, now: string): Draft<typeof task> {
  const first = row.due_date as string
  const today = dayOf(Date.parse(now), zone)
  const [day = first] = daysWithin(repeats, first, addDays([first, today].sort()[1] ?? first, 1), '9999-12-31')
  const { title, description, priority, reminder, parent, owner_id } = row
  const time = row.due_at && wallOf(Date.parse(row.due_at), zone).slice(10)
  return {
    ...{ title, description, priority, reminder, parent, owner_id, repeats },
    due_date: day,
    due_at: time === null ? null : new Date(instantOf(`${day}${time}`, zone)).toISOString(),
    about: row.about as AboutLink[],
  }
}
