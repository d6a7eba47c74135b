// Routes about records that are not one object's list or record: search, timeline, history, undo, why.

import { number, ref, text } from '../../fields/index.ts'
import { Refused } from '../../schema/refused.ts'
import { explainAccess } from '../access/explain.ts'
import type { EventTable } from '../changes/event-table.ts'
import { undoBatch } from '../changes/undo.ts'
import { endpoint } from '../http/endpoint.ts'
import { readId } from '../http/query.ts'
import { readingOf } from '../http/reading.ts'
import { sourceOf } from '../http/request.ts'
import { searchAll } from '../search/search.ts'
import { timelineOf } from '../timeline/timeline.ts'

export const recordEndpoints = (eventTables: readonly EventTable[]) => [
  endpoint({
    method: 'GET',
    path: '/api/search',
    chapter: 'Search',
    summary: 'Searches every object at once',
    query: { q: text({ required: true, max: 200 }), limit: number({ min: 1, max: 50, default: 12 }) },
    async run({ kernel, request, query }) {
      return { status: 200, body: { hits: await searchAll(readingOf(kernel, request), query.q, query.limit ?? 12) } }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/:plural/:id/timeline',
    chapter: 'Records',
    summary: 'What happened around a record, the newest first',
    query: {
      limit: number({ min: 1, max: 100, default: 30 }),
      after: text({ max: 500 }),
      only: text({ max: 64, help: '`change`, `event`, or the name of an object whose records are about this one.' }),
    },
    async run({ kernel, request, query, params }) {
      const model = kernel.models.byPlural(params.plural ?? '')
      if (!model) throw new Refused('unknown-object', { plural: params.plural }, { kind: 'missing' })
      const asked = {
        limit: query.limit ?? 30,
        ...(query.after ? { after: query.after } : {}),
        ...(query.only ? { only: query.only } : {}),
      }
      return {
        status: 200,
        body: await timelineOf(readingOf(kernel, request), eventTables, model, readId(params.id), asked),
      }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/batches/:batch/undo',
    chapter: 'Undo',
    summary: 'Takes back everything that was done in one batch, or what it did to one record',
    body: { record: ref('record') },
    async run({ kernel, principal, params, body: { record } }) {
      const doing = { actor: principal.actor, source: sourceOf(principal) }
      return { status: 200, body: await undoBatch(kernel, doing, readId(params.batch), record ?? undefined) }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/access/why',
    chapter: 'Access',
    summary: 'Why somebody may, or may not, do something with a record',
    query: {
      object: text({ required: true, max: 64 }),
      id: ref('record', { required: true }),
      verb: text({ max: 64, default: 'read' }),
      user: ref('user'),
    },
    async run({ kernel, request, query }) {
      return { status: 200, body: await explainAccess(readingOf(kernel, request), kernel.locale, query) }
    },
  }),
]
