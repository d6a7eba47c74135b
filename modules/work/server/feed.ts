import { sql } from 'kysely'
import { Refused } from '#kernel/schema/refused.ts'
import { loadActor } from '#kernel/server/access/load-actor.ts'
import { a, nothing, orNull, says } from '#kernel/server/describe/answers.ts'
import { endpoint } from '#kernel/server/http/endpoint.ts'
import { hashToken, newToken } from '#kernel/server/identity/token.ts'
import type { Outside } from '#kernel/server/parts.ts'
import { dayIn } from '#kernel/server/records/day.ts'
import { calendarOf } from './calendar.ts'
import { writeCalendar } from './ics.ts'
import { hour, iso } from './upcoming.ts'

const [before, ahead] = [60 * 24 * hour, 400 * 24 * hour]

/** The address is told once. Who makes another one, or none, closes the one before. */
export const feedEndpoints = ({ publicUrl }: Pick<Outside, 'publicUrl'>) => [
  endpoint({
    method: 'GET',
    path: '/api/calendar/feed',
    chapter: 'Calendar',
    summary: 'Whether there is an address at which other programs read your calendar',
    answer: says({ created_at: orNull(a.moment) }),
    async run({ kernel, principal }) {
      const row = await kernel.database.db
        .selectFrom('calendar_feeds')
        .select(['created_at'])
        .where('user_id', '=', principal.actor.id ?? principal.id)
        .executeTakeFirst()
      return { status: 200, body: { created_at: row?.created_at ?? null } }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/calendar/feed',
    chapter: 'Calendar',
    summary: 'Makes a secret address for your calendar, in place of the one before; it is told only here',
    answer: says({ url: a.text }),
    async run({ kernel, principal }) {
      // It sees what its person sees: a key that was given less does not widen itself.
      if (principal.actor.limits) throw new Refused('forbidden', { object: 'meeting', verb: 'read' })
      const token = newToken()
      await sql`insert into calendar_feeds (user_id, token_hash, created_at)
        values (${principal.actor.id ?? principal.id}::uuid, ${hashToken(token)}, ${kernel.clock().toISOString()})
        on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`.execute(
        kernel.database.db,
      )
      return { status: 201, body: { url: `${publicUrl}/api/calendar/feeds/${token}` } }
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/calendar/feed',
    chapter: 'Calendar',
    summary: 'Closes the address of your calendar',
    answer: nothing,
    async run({ kernel, principal }) {
      await kernel.database.db
        .deleteFrom('calendar_feeds')
        .where('user_id', '=', principal.actor.id ?? principal.id)
        .execute()
      return { status: 204 }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/calendar/feeds/:token',
    chapter: 'Calendar',
    summary: 'A calendar as iCalendar, from two months ago to a year ahead, for whoever has its address',
    open: true,
    async run({ kernel, params: { token = '' } }) {
      const { db } = kernel.database
      const row = await db
        .selectFrom('calendar_feeds')
        .select(['user_id'])
        .where('token_hash', '=', hashToken(token))
        .executeTakeFirst()
      const actor = row && (await loadActor(db, row.user_id, kernel.locale))
      if (!row || !actor) throw new Refused('calendar.no-feed', {}, { kind: 'missing' })
      const now = kernel.clock().getTime()
      const reading = { db, models: kernel.models, actor, today: dayIn(actor.locale.zone, kernel.clock()) }
      const span = { from: iso(now - before), to: iso(now + ahead) }
      const { entries } = await calendarOf(reading, [row.user_id], span)
      const body = writeCalendar({
        ...{ name: actor.name, entries, now: iso(now) },
        linkOf: id => `${publicUrl}/meetings/${id}`,
      })
      return {
        status: 200,
        headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
        body,
      }
    },
  }),
]
