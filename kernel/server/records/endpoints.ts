// Routes about records that are not one object's list or record: search, timeline, history, undo, why.

import { json, number, ref, text } from '../../fields/index.ts'
import { Refused } from '../../schema/refused.ts'
import { explainAccess } from '../access/explain.ts'
import { takeBack } from '../bulk/take-back.ts'
import type { EventTable } from '../changes/event-table.ts'
import { a, many, nothing, oneOf, orNull, says } from '../describe/answers.ts'
import { ref as component, listOf } from '../describe/json-schema.ts'
import { endpoint } from '../http/endpoint.ts'
import { readId } from '../http/query.ts'
import { readingOf } from '../http/reading.ts'
import { sourceOf } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import { searchAll } from '../search/search.ts'
import { kindsAround } from '../timeline/around.ts'
import { timelineOf } from '../timeline/timeline.ts'
import { checkValues } from './check.ts'

const entry = {
  ...{ at: a.moment, kind: oneOf('change', 'record', 'event'), object: a.text, id: a.id, events: listOf(a.text) },
  ...{ actor: orNull(says({ id: a.id, name: a.text })), 'source?': a.text, 'batch?': a.id, 'title?': a.text },
  ...{ 'fields?': a.record, 'record?': a.record, 'details?': a.record },
}

export const recordEndpoints = (eventTables: readonly EventTable[]) => [
  endpoint({
    method: 'GET',
    path: '/api/search',
    chapter: 'Search',
    summary: 'Searches every object at once',
    answer: says({ hits: many({ object: a.text, id: a.id, title: a.text }) }),
    query: { q: text({ required: true, max: 200 }), limit: number({ min: 1, max: 50, default: 12 }) },
    async run({ kernel, request, query }) {
      return { status: 200, body: { hits: await searchAll(readingOf(kernel, request), query.q, query.limit ?? 12) } }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/:plural/check',
    chapter: 'Records',
    summary: 'Whether these values would be taken, of a new record or of the one with `id`; writes nothing',
    answer: nothing,
    body: { values: json({ required: true, help: 'Field → value, as a patch has them.' }), id: ref('record') },
    async run({ kernel, request, params, body: { values, id } }) {
      await checkValues(readingOf(kernel, request), modelIn(kernel, params), values, id ?? undefined)
      return { status: 204 }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/:plural/:id/timeline',
    chapter: 'Records',
    summary: 'What happened around a record, the newest first',
    answer: says({ entries: many(entry), included: component('Included'), next: orNull(a.text) }),
    query: {
      limit: number({ min: 1, max: 100, default: 30 }),
      after: text({ max: 500 }),
      only: text({ max: 64, help: '`change`, `event`, or the name of an object whose records are about this one.' }),
    },
    async run({ kernel, request, query, params }) {
      const model = modelIn(kernel, params)
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
    method: 'GET',
    path: '/api/:plural/:id/timeline/kinds',
    chapter: 'Records',
    summary: 'How many records of each object its timeline tells of',
    answer: says({ kinds: { type: 'object', additionalProperties: a.whole } }),
    async run({ kernel, request, params }) {
      const kinds = await kindsAround(readingOf(kernel, request), modelIn(kernel, params), readId(params.id))
      return { status: 200, body: { kinds } }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/batches/:batch/undo',
    chapter: 'Undo',
    summary:
      'Takes back everything that was done in one batch, or what it did to one record. More than 500 records are taken ' +
      'back by a run, whose id is answered at once and at which one looks by `GET /api/bulk/{id}`',
    body: { record: ref('record') },
    answer: takenBack,
    async run({ kernel, principal, params, body: { record } }) {
      const doer = { kernel, actor: principal.actor, source: sourceOf(principal) }
      const body = await takeBack(doer, readId(params.batch), record ?? undefined)
      return { status: body.run === null ? 200 : 202, body }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/access/why',
    chapter: 'Access',
    summary: 'Why somebody may, or may not, do something with a record',
    answer: says({
      allowed: a.flag,
      parts: many({ role: a.text, scope: {}, holds: a.flag }),
      record: oneOf('live', 'trashed', 'missing'),
      masks: { type: 'object', additionalProperties: a.text },
    }),
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

function modelIn({ models }: Kernel, { plural = '' }: Readonly<Record<string, string>>) {
  const model = models.byPlural(plural)
  if (!model) throw new Refused('unknown-object', { plural }, { kind: 'missing' })
  return model
}

const id = { type: 'string', format: 'uuid' }
const takenBack = {
  type: 'object',
  required: ['undone', 'kept', 'batch', 'run'],
  properties: {
    undone: { type: 'integer', description: 'How many records are as they were before.' },
    kept: {
      type: 'array',
      description: 'Records that were left as they are, and why.',
      items: {
        type: 'object',
        required: ['object', 'id', 'code'],
        properties: { object: { type: 'string' }, id, code: { type: 'string' } },
      },
    },
    batch: { ...id, description: 'By which the undoing can itself be undone.' },
    run: { ...id, type: ['string', 'null'], description: 'Of a long batch, the run that takes it back.' },
  },
}
