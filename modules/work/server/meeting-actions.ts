import type { AboutLink, RoleLink } from '#kernel/fields/index.ts'
import { handle } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { meeting, task } from '../planned.ts'
import { instantsOf } from './instants.ts'
import { horizon, iso, lengthOf, type Meeting, stoodAt, upcoming } from './upcoming.ts'

/** Of a series one took place; the next is ahead. */
export const hold = handle(meeting, 'hold', async (ctx, rows) => {
  const planned = rows.filter(({ status }) => status === 'planned')
  const gone = await stoodAt(
    ctx,
    planned.map(({ id }) => id),
  )
  const later = (row: Meeting) => {
    const next = Date.parse(row.next_at ?? row.starts_at)
    const [after] = row.repeats ? instantsOf(row, gone.get(row.id) ?? [], next + 1, next + horizon) : []
    return after
  }
  await ctx.update(
    meeting,
    planned.filter(row => later(row) === undefined),
    { status: 'held' },
    'held',
  )
  const going = planned.filter(row => later(row) !== undefined)
  await ctx.update(meeting, going, {}, 'held')
  await ctx.derive(
    meeting,
    going.map(row => ({ row, patch: upcoming(row, gone.get(row.id), iso(later(row) as number)) })),
  )
  return rows
})

export const cancel = handle(meeting, 'cancel', async (ctx, rows) => {
  const planned = rows.filter(({ status }) => status === 'planned')
  await ctx.update(meeting, planned, { status: 'cancelled' }, 'cancelled')
  return rows
})

export const plan = handle(meeting, 'plan', async (ctx, rows) => {
  const over = rows.filter(({ status }) => status !== 'planned')
  await ctx.update(meeting, over, { status: 'planned' }, 'planned')
  return rows
})

/** Who was invited answers for themselves. */
export const answer = handle(meeting, 'answer', async (ctx, rows, { answer }) => {
  const mine = (row: Meeting) => (row.colleagues as readonly RoleLink[]).some(({ id }) => id === ctx.actor.id)
  ctx.refuse(
    'meeting.not-invited',
    rows.filter(row => !mine(row)),
  )
  const edits = rows.map(row => ({
    row,
    patch: {
      colleagues: (row.colleagues as readonly RoleLink[]).map(link =>
        link.id === ctx.actor.id ? { ...link, role: answer } : link,
      ),
    },
  }))
  return ctx.updateEach(meeting, edits, 'answered')
})

export const followUp = handle(meeting, 'follow_up', async (ctx, rows, { title, due_date }) => {
  await ctx.create(
    task,
    rows.map(row => ({ title, due_date, owner_id: ctx.actor.id, about: row.about as AboutLink[] })),
  )
  return rows
})

/** One of a series goes its own way: a meeting for itself, in the place of that one. */
export const moveOne = handle(meeting, 'move_one', async (ctx, rows, { at, starts_at, ends_at }) => {
  await part(ctx, rows, at, { starts_at, ends_at })
  return rows
})

export const skipOne = handle(meeting, 'skip_one', async (ctx, rows, { at }) => {
  await part(ctx, rows, at, { starts_at: at, status: 'cancelled' })
  return rows
})

interface Parted {
  readonly starts_at: string
  readonly ends_at?: string | null
  readonly status?: 'cancelled'
}

async function part(ctx: Context, rows: readonly Meeting[], at: string, { starts_at, ends_at, status }: Parted) {
  const gone = await stoodAt(
    ctx,
    rows.map(({ id }) => id),
  )
  const instant = Date.parse(at)
  const stands = (row: Meeting) => [...instantsOf(row, gone.get(row.id) ?? [], instant, instant + 1)].length > 0
  ctx.refuse(
    'meeting.not-then',
    rows.filter(row => !stands(row)),
  )
  await ctx.create(
    meeting,
    rows.map(row => {
      const { title, all_day, time_zone, place, video_link, colleagues, guests, reminder, notes, about, owner_id } = row
      return {
        ...{ title, all_day, time_zone, place, video_link, colleagues, guests, reminder, notes, about, owner_id },
        starts_at,
        ends_at: ends_at ?? iso(Date.parse(starts_at) + lengthOf(row)),
        series: row.id,
        stood_at: at,
        ...(status ? { status } : {}),
      }
    }),
  )
}
