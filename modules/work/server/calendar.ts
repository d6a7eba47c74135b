// What stands in the calendars of some people: whatever the reader may see, in full; of the rest, that they are busy.

import { sql } from 'kysely'
import { visible } from '#kernel/server/access/visible.ts'
import { type Condition, join } from '#kernel/server/filter/compile.ts'
import { listRecords, type Reading } from '#kernel/server/records/list.ts'
import { namesOf } from '#kernel/server/records/titles.ts'
import { instantsOf } from './instants.ts'
import { iso, lengthOf, type Meeting, stoodAt } from './upcoming.ts'

export interface Span {
  readonly from: string
  readonly to: string
}

export interface CalendarEntry {
  readonly id: string
  readonly title: string
  readonly starts_at: string
  readonly ends_at: string
  readonly all_day: boolean
  readonly time_zone: string | null
  readonly place: string | null
  readonly video_link: string | null
  readonly status: string
  /** It is one of several, and goes its own way only when it is parted from them. */
  readonly repeats: boolean
  readonly may_edit: boolean
  /** In whose calendars, of those that were asked for. */
  readonly people: readonly string[]
}

export interface Calendar {
  readonly entries: readonly CalendarEntry[]
  readonly busy: readonly { readonly user: string; readonly starts_at: string; readonly ends_at: string }[]
}

const most = 2000
const shown = ['title', 'starts_at', 'ends_at', 'all_day', 'time_zone', 'place', 'video_link', 'status'] as const
const needed = [...shown, 'repeats', 'repeats_until', 'owner_id', 'colleagues']

export async function calendarOf(reading: Reading, asked: readonly string[], span: Span): Promise<Calendar> {
  const users = await namesOf(reading, reading.models.get('user'), asked)
  const people = users.map(({ id }) => id)
  if (people.length === 0) return { entries: [], busy: [] }
  const meetings = reading.models.get('meeting')
  const where = within(people, span)
  const { rows } = await listRecords(reading, meetings, { where, columns: needed, limit: most })
  const editable = await listRecords(reading, meetings, { where, columns: ['title'], limit: most, verb: 'edit' })
  const mayEdit = new Set(editable.rows.map(({ id }) => id))
  const seen = (rows as unknown as readonly Meeting[]).filter(row => people.some(id => takesPart(row, id)))
  const times = timesOf(
    seen,
    await stoodAt(
      reading,
      seen.map(({ id }) => id),
    ),
    span,
  )
  return {
    entries: times.map(({ row, ...time }) => ({
      ...(Object.fromEntries(shown.map(name => [name, row[name]])) as Pick<Meeting, (typeof shown)[number]>),
      ...{ id: row.id, repeats: row.repeats !== null, may_edit: mayEdit.has(row.id) },
      people: people.filter(id => takesPart(row, id)),
      ...time,
    })),
    busy: await busyTimes(reading, people, span),
  }
}

/** As a filter, so that permission and masks are those of any list. */
const within = (people: readonly string[], { from, to }: Span) => ({
  all: [
    { status: { not: 'cancelled' } },
    { any: [{ owner_id: { in: people } }, { colleagues: { in: people } }] },
    { starts_at: { lt: to } },
    {
      any: [
        { ends_at: { gt: from } },
        { repeats: { empty: false }, repeats_until: { empty: true } },
        { repeats: { empty: false }, repeats_until: { gte: from.slice(0, 10) } },
      ],
    },
  ],
})

const takesPart = ({ owner_id, colleagues }: Meeting, user: string) => {
  const [link] = colleagues.filter(({ id }) => id === user)
  return link ? link.role !== 'declined' : owner_id === user
}

type Times = Pick<Meeting, 'id' | 'starts_at' | 'ends_at' | 'time_zone' | 'repeats' | 'repeats_until'>

/** Every time at which they take place in the span, the first first. */
function timesOf<M extends Times>(rows: readonly M[], skipped: ReadonlyMap<string, readonly number[]>, span: Span) {
  const [from, to] = [Date.parse(span.from), Date.parse(span.to)]
  return rows
    .flatMap(row => {
      const long = lengthOf(row)
      const instants = instantsOf(row, skipped.get(row.id) ?? [], from - long, to)
      return [...instants].map(at => ({ row, starts_at: iso(at), ends_at: iso(at + long) }))
    })
    .filter(({ ends_at }) => Date.parse(ends_at) > from || span.from === ends_at)
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at))
}

/** When some people are not free, though the reader may not know why. */
async function busyTimes(reading: Reading, people: readonly string[], span: Span) {
  const meetings = reading.models.get('meeting')
  const others = people.filter(id => id !== reading.actor.id)
  if (others.length === 0) return []
  const hidden: Condition = sql`not ${join([visible(reading, meetings, 'read', 't')], ' and ')}`
  const { rows } = await sql<Times & { user: string }>`
    select p.id as user, t.id, t.starts_at, t.ends_at, t.time_zone, t.repeats, t.repeats_until
    from unnest(${others}::uuid[]) as p (id) join meetings as t on t.owner_id = p.id or exists (select 1 from links as l
      where l.from_id = t.id and l.field = 'colleagues' and l.to_id = p.id and l.role <> 'declined')
    where t.deleted_at is null and t.status <> 'cancelled' and t.starts_at < ${span.to}
      and (t.ends_at > ${span.from} or (t.repeats is not null
        and (t.repeats_until is null or t.repeats_until >= ${span.from.slice(0, 10)}::date)))
      and ${hidden} order by t.starts_at limit ${most}`.execute(reading.db)
  const skipped = await stoodAt(
    reading,
    rows.map(({ id }) => id),
  )
  return timesOf(rows, skipped, span).map(({ row, ...time }) => ({ user: row.user, ...time }))
}
