// A meeting ends after it begins, lives by the clock of whoever planned it, and knows when it is next.

import { sql } from 'kysely'
import type { AboutLink, RoleLink } from '#kernel/fields/index.ts'
import { dayOf, instantOf, wallOf } from '#kernel/fields/moment/zone.ts'
import { invalidField } from '#kernel/schema/refused.ts'
import { consequence, rule } from '#kernel/server/actions/behaviours.ts'
import { meeting } from '../planned.ts'
import { hour, iso, lengthOf, type Meeting, stoodAt, upcoming } from './upcoming.ts'

export const meetingTimes = rule(meeting, ['create', 'update'], async (ctx, drafts) => {
  const overrides = await stoodAt(
    ctx,
    drafts.flatMap(({ after }) => (after.repeats ? [after.id] : [])),
  )
  return drafts.map(({ before, after }) => {
    // From whom its beginning is hidden it comes without one, and is refused further on.
    if (!after.starts_at) return {}
    const time_zone = after.time_zone ?? ctx.actor.locale.zone
    const ends_at = endOf(before, after)
    if (ends_at < after.starts_at) throw invalidField('ends_at', 'meeting.backwards')
    if (after.repeats === 'weekdays' && isWeekend(after, time_zone)) throw invalidField('repeats', 'meeting.weekend')
    const times = { ...after, time_zone, ends_at }
    return { time_zone, ends_at, about: aboutWhom(after), ...upcoming(times, overrides.get(after.id), ctx.now) }
  })
})

/** Moved to another time it takes as long as before. */
function endOf(before: Meeting | null, { starts_at, ends_at }: Meeting) {
  if (ends_at === null) return iso(Date.parse(starts_at) + hour)
  if (before?.ends_at !== ends_at || before.starts_at === starts_at) return ends_at
  return iso(Date.parse(starts_at) + lengthOf(before))
}

const isWeekend = ({ starts_at }: Meeting, zone: string) =>
  [0, 6].includes(new Date(`${dayOf(Date.parse(starts_at), zone)}T00:00:00Z`).getUTCDay())

/** It is about whom one meets, unless it says otherwise. */
const aboutWhom = ({ about, guests }: Meeting): AboutLink[] =>
  about.length ? (about as AboutLink[]) : (guests as readonly RoleLink[]).map(({ id }) => ({ object: 'contact', id }))

/** Of a series that goes to another time, what was moved or skipped goes along with the day on which it was. */
export const seriesMoves = consequence(meeting, ['updated'], async (ctx, drafts) => {
  const moved = drafts.filter(({ before, after }) => after.repeats && before && before.starts_at !== after.starts_at)
  if (moved.length === 0) return
  const { rows } = await sql<{ id: string }>`select id from meetings
    where series = any(${moved.map(({ after }) => after.id)}::uuid[]) and stood_at is not null and deleted_at is null`.execute(
    ctx.db,
  )
  const overrides = await ctx.byIds(
    meeting,
    rows.map(({ id }) => id),
  )
  await ctx.updateEach(
    meeting,
    overrides.map(row => {
      const series = moved.find(({ after }) => after.id === row.series)
      const patch = {
        stood_at: series ? shifted(row.stood_at as string, series.before as Meeting, series.after) : null,
      }
      return { row, patch }
    }),
  )
})

function shifted(stood: string, before: Meeting, after: Meeting) {
  const zone = after.time_zone ?? 'UTC'
  const wall = (at: string) => wallOf(Date.parse(at), zone)
  const days = Date.parse(wall(after.starts_at).slice(0, 10)) - Date.parse(wall(before.starts_at).slice(0, 10))
  const day = iso(Date.parse(wall(stood).slice(0, 10)) + days).slice(0, 10)
  return iso(instantOf(`${day}${wall(after.starts_at).slice(10)}`, zone))
}

/** What becomes of one that goes its own way says when the others are next. */
export const seriesKnows = consequence(meeting, ['created', 'updated', 'deleted', 'restored'], async (ctx, drafts) => {
  const ids = [...new Set(drafts.flatMap(({ after }) => after.series ?? []))]
  const skipped = await stoodAt(ctx, ids)
  await ctx.derive(
    meeting,
    (await ctx.byIds(meeting, ids)).map(row => ({ row, patch: upcoming(row, skipped.get(row.id), ctx.now) })),
  )
})
