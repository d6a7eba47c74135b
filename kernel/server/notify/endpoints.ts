import { flag, number } from '../../fields/index.ts'
import type { Params } from '../../schema/refused.ts'
import { may } from '../access/rights.ts'
import { a, nothing, orNull, rowsOf } from '../describe/answers.ts'
import { endpoint } from '../http/endpoint.ts'
import { readIds } from '../http/query.ts'
import { readingOf } from '../http/reading.ts'
import { languageOf } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import type { Reading } from '../records/list.ts'
import { type Named, namesOf } from '../records/titles.ts'
import { fill, type Words } from '../words/words.ts'

export const noticeEndpoints = (words: Words) => [
  endpoint({
    method: 'GET',
    path: '/api/notifications',
    chapter: 'Notifications',
    summary: 'What this person was told, the newest first',
    answer: rowsOf(
      {
        id: a.id,
        code: a.text,
        params: a.record,
        object: orNull(a.text),
        record_id: orNull(a.id),
        created_at: a.moment,
        read_at: orNull(a.moment),
        message: a.text,
        title: orNull(a.text),
      },
      { unread: a.whole },
    ),
    query: { limit: number({ min: 1, max: 100, default: 30 }), unread: flag() },
    async run({ kernel, principal, request, query }) {
      const rows = await kernel.database.db
        .selectFrom('notifications')
        .select(['id', 'code', 'params', 'object', 'record_id', 'created_at', 'read_at'])
        .where('user_id', '=', principal.actor.id ?? principal.id)
        .$if(query.unread === true, found => found.where('read_at', 'is', null))
        .orderBy('id', 'desc')
        .limit(query.limit ?? 30)
        .execute()
      const language = languageOf(request)
      const saidIn = (to: string, { object, params }: (typeof rows)[number]) =>
        inWords(kernel, words, to, object, params as Params)
      const titles = await titlesOf(readingOf(kernel, request), rows)
      const said = rows.map(row => ({
        ...row,
        message: words.say(language, row.code, saidIn(language, row)).message,
        title: titles.get(row.record_id ?? '') ?? null,
      }))
      return {
        status: 200,
        body: { rows: said, unread: await countUnread(kernel, principal.actor.id ?? principal.id) },
      }
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/notifications/read',
    chapter: 'Notifications',
    summary: 'Marks notifications as read: some by ids, or all',
    answer: nothing,
    async run({ kernel, principal, request }) {
      const ids = (request.body as { ids?: unknown } | undefined)?.ids
      await kernel.database.db
        .updateTable('notifications')
        .set({ read_at: kernel.clock().toISOString() })
        .where('user_id', '=', principal.actor.id ?? principal.id)
        .where('read_at', 'is', null)
        .$if(ids !== undefined, found => found.where('id', 'in', readIds(ids, 200)))
        .execute()
      return { status: 204 }
    },
  }),
]

/** Names of objects and of events, as the declarations say them in a language. */
function inWords({ models }: Kernel, words: Words, language: string, object: string | null, params: Params): Params {
  const labelsOf = (name: unknown) => {
    const model = models.find(String(name))
    return model && words.labelsOf(model, language)
  }
  const it = words.say(language, 'notice.it', {}).message
  const told = labelsOf(object)?.events[String(params.event)] ?? '{who}: {event}'
  return {
    ...params,
    ...(params.what ? { what: labelsOf(params.what)?.label[0] ?? '' } : {}),
    ...(params.event ? { told: fill(told, { ...params, it }) } : {}),
  }
}

const mostUnread = 100

/** At most a hundred: more is only said to be many. */
async function countUnread({ database: { db } }: Kernel, user: string): Promise<number> {
  const rows = await db
    .selectFrom('notifications')
    .select('id')
    .where('user_id', '=', user)
    .where('read_at', 'is', null)
    .limit(mostUnread)
    .execute()
  return rows.length
}

interface About {
  readonly object: string | null
  readonly record_id: string | null
}

/** What the records are called, of which something is told, for who may see them. */
async function titlesOf(reading: Reading, rows: readonly About[]): Promise<ReadonlyMap<string, string>> {
  const named: Named[] = []
  for (const [object, group] of Map.groupBy(rows, row => row.object ?? '')) {
    const model = reading.models.find(object)
    const ids = group.flatMap(({ record_id }) => record_id ?? [])
    if (model && may(reading.actor, model, 'read')) named.push(...(await namesOf(reading, model, ids)))
  }
  return new Map(named.map(({ id, title }) => [id, title]))
}
