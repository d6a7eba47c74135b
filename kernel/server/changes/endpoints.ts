import { date, number, ref, text } from '../../fields/index.ts'
import { requireAdministrator } from '../access/administrator.ts'
import { a, orNull, rowsOf } from '../describe/answers.ts'
import { ref as component, listOf } from '../describe/json-schema.ts'
import { endpoint } from '../http/endpoint.ts'
import { readingOf } from '../http/reading.ts'
import { sendCsv } from '../transfer/csv/send.ts'
import { auditPage } from './audit.ts'
import { auditCsv } from './audit-csv.ts'

const asked = {
  object: text({ max: 64 }),
  record: ref('record'),
  actor: ref('user'),
  batch: ref('batch'),
  event: text({ max: 64, help: 'created, updated, deleted, restored, or an event that the object declares.' }),
  since: date(),
  until: date({ help: 'Including this day.' }),
} as const

const change = {
  ...{ pos: a.whole, at: a.moment, object: a.text, record_id: a.id, version: a.whole, events: listOf(a.text) },
  ...{ actor_id: orNull(a.id), source: a.text, batch: a.id, before: orNull(a.record), after: orNull(a.record) },
}

/** The audit: every change, for those who may do everything. A record's own story is its timeline. */
export const auditEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/audit',
    chapter: 'Audit',
    summary: 'Every change of every record, the newest first',
    answer: rowsOf({ ...change, title: a.text }, { included: component('Included'), next: orNull(a.whole) }),
    query: {
      ...asked,
      before: number({ help: 'The pos of the last change of the page before.' }),
      limit: number({ min: 1, max: 200, default: 50 }),
    },
    async run({ kernel, principal, request, query: { limit, ...query } }) {
      requireAdministrator(principal.actor)
      return { status: 200, body: await auditPage(readingOf(kernel, request), { ...query, limit: limit ?? 50 }) }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/audit/export.csv',
    chapter: 'Audit',
    summary: 'The same as CSV, a line for each field that changed',
    query: asked,
    async run({ kernel, principal, request, reply, query }) {
      requireAdministrator(principal.actor)
      const day = kernel.clock().toISOString().slice(0, 10)
      await sendCsv(reply, auditCsv(readingOf(kernel, request), query), `audit-${day}.csv`)
      return undefined
    },
  }),
]
