import { moment, text } from '#kernel/fields/index.ts'
import { invalidField } from '#kernel/schema/refused.ts'
import { a, many, orNull, says } from '#kernel/server/describe/answers.ts'
import { listOf } from '#kernel/server/describe/json-schema.ts'
import { endpoint } from '#kernel/server/http/endpoint.ts'
import { readId } from '#kernel/server/http/query.ts'
import { readingOf } from '#kernel/server/http/reading.ts'
import { calendarOf } from './calendar.ts'

/** As much as a month shows, with what stands before and after it. */
const longest = 62 * 86_400_000

/** What a role hides of a meeting is left out. */
const entry = {
  ...{ id: a.id, 'title?': orNull(a.text), 'starts_at?': a.moment, 'ends_at?': a.moment, 'all_day?': a.flag },
  ...{ 'time_zone?': orNull(a.text), 'place?': orNull(a.text), 'video_link?': orNull(a.text), 'status?': a.text },
  ...{ repeats: a.flag, may_edit: a.flag, people: listOf(a.id) },
}
const busy = { user: a.id, starts_at: a.moment, ends_at: a.moment }

export const workEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/calendar',
    chapter: 'Calendar',
    summary: 'Meetings of some people in a span, each time of those that repeat, and when they are busy otherwise',
    answer: says({ entries: many(entry), busy: many(busy) }),
    query: {
      from: moment({ required: true }),
      to: moment({ required: true, help: 'At most 62 days later; not part of it.' }),
      people: text({ max: 2000, help: 'Ids of users with commas between; yourself, when left out.' }),
    },
    async run({ kernel, request, principal, query: { from, to, people } }) {
      if (to <= from) throw invalidField('to', 'calendar.backwards')
      if (Date.parse(to) - Date.parse(from) > longest) throw invalidField('to', 'calendar.too-long')
      const ids =
        people === null ? [principal.actor.id ?? principal.id] : people.split(',').map(id => readId(id.trim()))
      return { status: 200, body: await calendarOf(readingOf(kernel, request), [...new Set(ids)], { from, to }) }
    },
  }),
]
