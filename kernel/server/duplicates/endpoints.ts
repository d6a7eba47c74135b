import { flag, tags as idList, json, number, ref, text } from '../../fields/index.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import { isAdministrator, requireAdministrator } from '../access/administrator.ts'
import { inContext } from '../actions/open-context.ts'
import { a, many, orNull, rowsOf, says } from '../describe/answers.ts'
import { listOf } from '../describe/json-schema.ts'
import { type Call, type Endpoint, endpoint } from '../http/endpoint.ts'
import { etagOf, readId, readIds, readObject } from '../http/query.ts'
import { readingOf } from '../http/reading.ts'
import { modelOf } from '../http/record-routes.ts'
import { sourceOf } from '../http/request.ts'
import type { Context } from '../records/context.ts'
import { requireVerb } from '../records/edge.ts'
import { getRecords } from '../records/get.ts'
import { loadFor } from '../records/load.ts'
import type { Model } from '../tables/model.ts'
import { dismiss } from './dismiss.ts'
import { countPairs, duplicatesOf, groupsAround, likely, listGroups, readPlace } from './find.ts'
import { mergeRecords, mostMerged } from './merge.ts'
import { beginMergeAll } from './merge-all.ts'
import { blocksOf } from './rules.ts'
import { alikeNow, declaredFor, seenRules, writeRules } from './rules-now.ts'
import { endRun, getRun, lastRun, runAnswer, viewOf } from './runs.ts'
import { beginScan } from './scan.ts'

const chapter = 'Duplicates'

const found = { record: a.record, score: a.number, points: {} }
const group = {
  score: a.number,
  pairs: many({ a: a.id, b: a.id, score: a.number, points: {} }),
  records: listOf(a.record),
}
const state = says({
  ...{ threshold: a.number, sure: a.number, rules: listOf(a.record), blocks: {}, count: a.whole },
  ...{ scan: orNull(runAnswer), merge: orNull(runAnswer) },
})

/** Of every object that declares by what its records are alike. */
export const duplicateEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/:plural/duplicates',
    chapter,
    summary: 'Groups of records that are probably one, the surest first, with the reasons',
    answer: says({ groups: many(group), next: orNull(a.text) }),
    query: {
      least: number({ min: 0, max: 100 }),
      limit: number({ min: 1, max: 50, default: 20 }),
      after: text({ max: 400 }),
      of: ref('record', { help: 'Only the group that this record belongs to.' }),
    },
    async run(call) {
      const { least, limit, after, of } = call.query
      if (of)
        return { status: 200, body: { groups: await groupsAround(reading(call), modelOfCall(call), of), next: null } }
      const found = await listGroups(reading(call), modelOfCall(call), {
        least: least ?? undefined,
        limit: limit ?? 20,
        after: readPlace(after),
      })
      return { status: 200, body: { groups: found.groups, next: found.next } }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/:plural/duplicates/state',
    chapter,
    summary:
      'The rules as they are now, how many pairs there are, and how far the last comparison and the last merging have come',
    answer: state,
    run: async call => ({ status: 200, body: await stateOf(call) }),
  }),

  endpoint({
    method: 'PATCH',
    path: '/api/:plural/duplicates/rules',
    chapter,
    summary:
      'Adjusts weights and thresholds; compare all records again afterwards. An empty object goes back to the usual ones',
    answer: state,
    body: {
      rules: json({
        required: true,
        help: '`{ "threshold": 72, "sure": 95, "rules": { "name": { "weight": 58, "against": 45, "from": 0.75 } } }`',
      }),
    },
    async run(call) {
      requireAdministrator(call.principal.actor)
      const model = modelOfCall(call)
      const given = readObject('rules', call.body.rules)
      await inContext(call.kernel, doingOf(call), ctx => writeRules(ctx, model, given))
      return { status: 200, body: await stateOf(call) }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/:plural/duplicates/scan',
    chapter,
    summary: 'Compares all records, slice by slice; what is written later is compared by itself',
    answer: runAnswer,
    async run(call) {
      requireAdministrator(call.principal.actor)
      return {
        status: 202,
        body: viewOf(await beginScan(call.kernel, doingOf(call), modelOfCall(call)), call.principal.actor),
      }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/:plural/duplicates/merge',
    chapter,
    summary:
      'Merges every group that reaches a score into its fullest record, the surest first; all of it is undone by its batch',
    answer: runAnswer,
    body: { least: number({ min: 0, max: 100, help: 'The usual one is `sure` of the rules.' }) },
    async run(call) {
      const run = await beginMergeAll(call.kernel, doingOf(call), modelOfCall(call), call.body.least)
      return { status: 202, body: viewOf(run, call.principal.actor), headers: { batch: run.batch } }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/:plural/duplicates/cancel',
    chapter,
    summary: 'Stops a comparison or a merging behind the slice that is being written',
    answer: runAnswer,
    body: { run: ref('run', { required: true }) },
    async run(call) {
      const { actor } = call.principal
      const run = await getRun(call.kernel.database.db, call.body.run)
      if (run.object !== modelOfCall(call).name)
        throw new Refused('missing', { object: 'alike_run', id: run.id }, { kind: 'missing' })
      if (run.created_by !== actor.id && !isAdministrator(actor))
        throw new Refused('forbidden', { object: run.object, verb: 'edit' })
      const ended = await inContext(call.kernel, doingOf(call), ctx => endRun(ctx, run.id, 'cancelled'))
      return { status: 200, body: viewOf(ended, actor) }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/:plural/duplicates/dismiss',
    chapter,
    summary:
      'Says that these records are not the same, whatever they have in common; or, with `again`, that they may be after all',
    answer: says({ count: a.whole }),
    body: { ids: idList({ required: true, help: 'The ids of two or more.' }), again: flag() },
    async run(call) {
      const ids = readIds(call.body.ids, mostMerged + 1)
      if (ids.length < 2) throw invalidField('ids', 'duplicates.at-least-two')
      const model = modelOfCall(call)
      const count = await inContext(call.kernel, doingOf(call), async ctx => {
        requireVerb(ctx, model, 'edit')
        await loadFor(ctx, model, ids, 'edit')
        return dismiss(ctx, model, ids, call.body.again !== true)
      })
      return { status: 200, body: { count } }
    },
  }),

  endpoint({
    method: 'POST',
    path: '/api/:plural/alike',
    chapter,
    summary: 'Which records somebody may be writing down again, from what is typed so far',
    answer: rowsOf(found),
    body: { draft: json({ required: true }), id: ref('record') },
    async run(call) {
      const draft = readObject('draft', call.body.draft)
      return {
        status: 200,
        body: { rows: await likely(reading(call), modelOfCall(call), draft, call.body.id ?? undefined) },
      }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/:plural/:id/duplicates',
    chapter,
    summary: 'Whom a record is probably the same as',
    answer: rowsOf(found),
    run: async call => ({
      status: 200,
      body: { rows: await duplicatesOf(reading(call), modelOfCall(call), readId(call.params.id)) },
    }),
  }),

  endpoint({
    method: 'POST',
    path: '/api/:plural/:id/merge',
    chapter,
    summary:
      'Merges others into this record: what is theirs goes over to it, their ids lead to it, and the batch undoes it',
    answer: a.record,
    body: {
      others: idList({ required: true, help: `Up to ${mostMerged} ids.` }),
      choices: json({
        help: 'Field → the id of the record whose value stays. Otherwise this one’s, or where it is empty the first other’s.',
      }),
    },
    async run(call) {
      const model = modelOfCall(call)
      const { others, choices } = call.body
      const merging = {
        survivor: readId(call.params.id),
        others: readIds(others, mostMerged),
        choices: readChoices(choices),
      }
      const [row, batch] = await inContext(
        call.kernel,
        doingOf(call),
        async ctx => [await readBack(ctx, model, await mergeRecords(ctx, model, merging)), ctx.batch] as const,
      )
      return { status: 200, body: row, headers: { batch, etag: etagOf(row) } }
    },
  }),
]

const readBack = async (ctx: Context, model: Model, row: { readonly id: string; readonly version: number }) =>
  (await getRecords(ctx, model, [row.id]))[0] ?? row

function modelOfCall({ kernel, request }: Call): Model {
  const model = modelOf(kernel, request)
  declaredFor(model)
  return model
}
const reading = ({ kernel, request }: Call) => readingOf(kernel, request)
const doingOf = ({ principal }: Call) => ({
  actor: principal.actor,
  source: sourceOf(principal) === 'page' ? ('page' as const) : ('api' as const),
})

async function stateOf(call: Call) {
  const { db } = call.kernel.database
  const { actor } = call.principal
  const model = modelOfCall(call)
  const [alike, scan, merge, count] = await Promise.all([
    alikeNow(db, model),
    lastRun(db, model.name, 'scan'),
    lastRun(db, model.name, 'merge'),
    countPairs(reading(call), model),
  ])
  const seen = seenRules(call.kernel.models, actor, model, alike)
  return {
    threshold: alike.threshold,
    sure: alike.sure,
    rules: seen.map(name => ({ name, usual: declaredFor(model).rules[name], ...alike.rules[name] })),
    blocks: blocksOf(alike),
    count,
    scan: scan ? viewOf(scan, actor) : null,
    merge: merge && (merge.created_by === actor.id || isAdministrator(actor)) ? viewOf(merge, actor) : null,
  }
}

const readChoices = (given: unknown) =>
  Object.fromEntries(Object.entries(readObject('choices', given ?? {})).map(([name, id]) => [name, readId(id)]))
