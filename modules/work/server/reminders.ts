// Reminders: whoever is concerned is told once, in the transaction that forgets what they were reminded of; the mail, for
// those who want one, is sent by a job of that transaction.

import { sql } from 'kysely'
import type { RoleLink } from '#kernel/fields/index.ts'
import type { Locale } from '#kernel/schema/field-type.ts'
import { regional } from '#kernel/schema/regional.ts'
import { loadActor } from '#kernel/server/access/load-actor.ts'
import { defineJob, type Job, type JobCtx } from '#kernel/server/actions/behaviours.ts'
import type { Outside } from '#kernel/server/parts.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { dayIn } from '#kernel/server/records/day.ts'
import { namesOf } from '#kernel/server/records/titles.ts'
import { meeting, task } from '../planned.ts'
import { hour, lengthOf, stoodAt, upcoming } from './upcoming.ts'

export const mailJob = 'work.mail-reminder'
export const remindJob = 'work.remind'

const slice = 200

export const workJobs = ({ mailer, publicUrl }: Pick<Outside, 'mailer' | 'publicUrl'>): readonly Job[] => [
  defineJob(remindJob, { cron: '* * * * *', retries: 3, retryDelay: 10 }, async ctx => {
    for (const step of [remindOfTasks, remindOfMeetings, goOn]) await inSlices(ctx, step)
  }),
  defineJob(mailJob, { retries: 6, retryDelay: 30, mails: true }, async (ctx, data) => {
    const [object, id, user, at] = [String(data.object), String(data.id), String(data.user), String(data.at)]
    const letter = await ctx.transaction(inner => letterFor(inner, object, id, user, at))
    if (!letter) return
    const { plural } = ctx.kernel.models.get(object).object
    const text = `${letter.text}\n\n${publicUrl}/${plural}/${id}`
    await mailer.send({ key: `reminder:${id}:${user}:${at}`, to: [{ email: String(data.email) }], ...letter, text })
  }),
]

async function inSlices(ctx: JobCtx, step: (ctx: Context) => Promise<number>) {
  while (!ctx.signal.aborted && (await ctx.transaction(step)) === slice);
}

async function remindOfTasks(ctx: Context): Promise<number> {
  const ids = await due(ctx, 'tasks')
  const rows = (await ctx.byIds(task, ids)).filter(row => isDue(row, ctx.now))
  await remind(
    ctx,
    rows
      .filter(isFresh(ctx))
      .flatMap(({ id, owner_id, due_at, due_date }) =>
        owner_id ? [{ object: task.name, id, user: owner_id, at: due_at ?? due_date ?? ctx.now }] : [],
      ),
  )
  await ctx.derive(
    task,
    rows.map(row => ({ row, patch: { remind_at: null } })),
  )
  return ids.length
}

async function remindOfMeetings(ctx: Context): Promise<number> {
  const ids = await due(ctx, 'meetings')
  const rows = (await ctx.byIds(meeting, ids)).filter(row => isDue(row, ctx.now))
  await remind(
    ctx,
    rows.filter(isFresh(ctx)).flatMap(({ id, owner_id, colleagues, next_at, starts_at }) => {
      const coming = (colleagues as readonly RoleLink[]).filter(({ role }) => role !== 'declined')
      const users = new Set([...(owner_id ? [owner_id] : []), ...coming.map(link => link.id)])
      return [...users].map(user => ({ object: meeting.name, id, user, at: next_at ?? starts_at }))
    }),
  )
  await ctx.derive(
    meeting,
    rows.map(row => ({ row, patch: { remind_at: null } })),
  )
  return ids.length
}

/** A series is ahead again when one of it is over; it took place when none is left. */
async function goOn(ctx: Context): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from meetings
    where next_at < ${ctx.now} and next_at + (ends_at - starts_at) < ${ctx.now} and repeats is not null
      and status = 'planned' and deleted_at is null order by next_at limit ${slice}`.execute(ctx.db)
  const ids = rows.map(({ id }) => id)
  const series = await ctx.byIds(meeting, ids)
  const skipped = await stoodAt(ctx, ids)
  const edits = series.map(row => ({ row, patch: upcoming(row, skipped.get(row.id), ctx.now) }))
  const isAhead = ({ row, patch }: (typeof edits)[number]) =>
    Date.parse(patch.next_at) + lengthOf(row) >= Date.parse(ctx.now)
  await ctx.derive(meeting, edits.filter(isAhead))
  await ctx.update(
    meeting,
    edits.filter(edit => !isAhead(edit)).map(({ row }) => row),
    { status: 'held' },
    'held',
  )
  return ids.length
}

async function due({ db, now }: Context, table: 'tasks' | 'meetings'): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}
    where remind_at <= ${now} and deleted_at is null order by remind_at limit ${slice}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Another process may have been quicker: what is held now is looked at again. */
const isDue = ({ remind_at }: { readonly remind_at: string | null }, now: string) =>
  remind_at !== null && remind_at <= now

/** After a day without a server nobody is told of what has passed long since. */
const isFresh =
  ({ now }: Context) =>
  ({ remind_at }: { readonly remind_at: string | null }) =>
    remind_at !== null && Date.parse(now) - Date.parse(remind_at) < 24 * hour

const codes = { task: 'reminder.task', meeting: 'reminder.meeting' } as const

interface Reminder {
  readonly object: keyof typeof codes
  readonly id: string
  readonly user: string
  /** A moment, or a day. */
  readonly at: string
}

interface Person {
  readonly id: string
  readonly email: string
  readonly language: string
  readonly time_zone: string | null
  readonly reminders: string
}

async function remind(ctx: Context, reminders: readonly Reminder[]) {
  const { rows } = await sql<Person>`select id, email, language, time_zone, reminders from users
    where id = any(${[...new Set(reminders.map(({ user }) => user))]}::uuid[]) and active and deleted_at is null`.execute(
    ctx.db,
  )
  const people = new Map(rows.map(person => [person.id, person]))
  for (const { object, id, user, at } of reminders) {
    const person = people.get(user)
    if (!person) continue
    const when = whenIn(
      { ...ctx.kernel.locale, language: person.language, zone: person.time_zone ?? ctx.kernel.locale.zone },
      at,
    )
    await ctx.notify([user], { code: codes[object], params: { when }, about: { object, id } })
    if (person.reminders === 'mail') await ctx.enqueue(mailJob, { object, id, user, at, email: person.email })
  }
}

/** As far as whoever is reminded may see what it is called; nothing, when they may not see it any more. */
async function letterFor({ db, kernel, now }: Context, object: string, id: string, user: string, at: string) {
  const actor = await loadActor(db, user, kernel.locale)
  if (!actor) return undefined
  const reading = { db, models: kernel.models, actor, today: dayIn(actor.locale.zone, new Date(now)) }
  const [named] = await namesOf(reading, kernel.models.get(object), [id])
  if (!named) return undefined
  const when = whenIn(actor.locale, at)
  const title = named.title.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  return { subject: title ? `${title} – ${when}` : when, text: title ? `${title}\n${when}` : when }
}

function whenIn(locale: Locale, at: string) {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  if (!at.includes('T'))
    return new Intl.DateTimeFormat(regional(locale), { ...day, timeZone: 'UTC' }).format(Date.parse(at))
  const time = { ...day, hour: '2-digit', minute: '2-digit', timeZone: locale.zone } as const
  return new Intl.DateTimeFormat(regional(locale), time).format(Date.parse(at))
}
