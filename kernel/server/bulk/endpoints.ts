import { json, text } from '../../fields/index.ts'
import { inContext } from '../actions/open-context.ts'
import { a, many, orNull, rowsOf, says } from '../describe/answers.ts'
import { listOf } from '../describe/json-schema.ts'
import { type Call, type Endpoint, endpoint } from '../http/endpoint.ts'
import { readId, readObject } from '../http/query.ts'
import { sourceOf } from '../http/request.ts'
import { progressOf } from '../jobs/runs.ts'
import { sayProblem } from '../transfer/import/bad-rows.ts'
import type { Words } from '../words/words.ts'
import { beginBulk, type Doer } from './begin.ts'
import { endRun, listRuns, ownRun } from './state.ts'
import type { BulkRun } from './tables.ts'

const chapter = 'Many at once'

const run = {
  ...{ id: a.id, object: a.text, verb: a.text, undoes: orNull(a.id), batch: a.id, status: a.text },
  ...{ total: a.whole, done: a.whole, changed: a.whole, refused: a.whole, unchanged: a.whole },
  ...{ share: a.number, seconds_left: orNull(a.number), created_at: a.moment, ended_at: orNull(a.moment) },
  reasons: many({ code: a.text, message: a.text, count: a.whole, ids: listOf(a.id) }),
}

/** What takes longer than one request: begun here, and looked at until it is done. */
export const bulkEndpoints = (words: Words): Endpoint[] => [
  endpoint({
    method: 'POST',
    path: '/api/bulk',
    chapter,
    summary: 'Does one thing to many records, slice by slice; those that refuse stay as they are and are named',
    answer: says(run),
    body: {
      object: text({ required: true, max: 64 }),
      verb: text({ required: true, max: 64, help: '`edit`, `delete`, `restore`, or an action of the object.' }),
      records: json({ required: true, help: '`{ "ids": […] }`, or `{ "where": …, "search": … }`.' }),
      input: json({ help: 'The patch, or the input of the action.' }),
    },
    async run(call) {
      const { object, verb, records, input } = call.body
      const asked = { object, verb, records: readObject('records', records), input: readObject('input', input ?? {}) }
      return answer(words, call, await beginBulk(doerOf(call), asked))
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/bulk',
    chapter,
    summary: 'One’s own, the newest first',
    answer: rowsOf(run),
    async run(call) {
      const rows = await listRuns(call.kernel.database.db, call.principal.actor)
      return { status: 200, body: { rows: rows.map(run => viewOf(words, call, run)) } }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/bulk/:id',
    chapter,
    summary: 'How far it has come, and what was refused',
    answer: says(run),
    run: async call => ({ status: 200, body: viewOf(words, call, await runOf(call)) }),
  }),

  endpoint({
    method: 'POST',
    path: '/api/bulk/:id/cancel',
    chapter,
    summary: 'Stops behind the records that are being written; what is done can be undone by its batch',
    answer: says(run),
    async run(call) {
      const { id } = await runOf(call)
      const ended = await inContext(call.kernel, doerOf(call), ctx => endRun(ctx, id, 'cancelled'))
      return { status: 200, body: viewOf(words, call, ended) }
    },
  }),
]

const doerOf = ({ kernel, principal }: Call): Doer => ({
  kernel,
  actor: principal.actor,
  source: sourceOf(principal),
})

const runOf = ({ kernel, principal, params }: Call) => ownRun(kernel.database.db, principal.actor, readId(params.id))

const answer = (words: Words, call: Call, run: BulkRun) => ({
  status: 202,
  body: viewOf(words, call, run),
  headers: { batch: run.batch },
})

function viewOf(words: Words, { kernel, principal: { actor } }: Call, run: BulkRun) {
  const { id, object, verb, undoes, batch, status, total, done, changed, refused, reasons, created_at, ended_at } = run
  const model = kernel.models.find(object)
  const language = actor.locale.language
  const said = reasons.map(({ field, code, params, count, ids }) => {
    const message = model
      ? sayProblem({ field, code, params }, { words, language, model })
      : words.say(language, code, params).message
    return { code, message, count, ids }
  })
  const counts = { total, done, changed, refused, unchanged: Math.max(0, done - changed - refused) }
  return { id, object, verb, undoes, batch, status, ...counts, ...progressOf(run), reasons: said, created_at, ended_at }
}
