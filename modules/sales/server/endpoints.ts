import { addDays } from '#kernel/fields/date/day.ts'
import { date, number } from '#kernel/fields/index.ts'
import { invalidField } from '#kernel/schema/refused.ts'
import { a, many, orNull, says } from '#kernel/server/describe/answers.ts'
import { type Json, listOf } from '#kernel/server/describe/json-schema.ts'
import { endpoint } from '#kernel/server/http/endpoint.ts'
import { readId } from '#kernel/server/http/query.ts'
import { readingOf } from '#kernel/server/http/reading.ts'
import { getRecord } from '#kernel/server/records/get.ts'
import type { Reading } from '#kernel/server/records/list.ts'
import { type Days, pipelineChanges } from './pipeline-changes.ts'
import { stageTimes, velocityOf } from './pipeline-speed.ts'

const days = {
  from: date({ help: 'Seven days ago, when left out.' }),
  to: date({ help: 'Including this day; today, when left out.' }),
} as const

const money = says({ amount: a.text, currency: a.text })
const from = (one: Json) => says({ from: orNull(one), to: orNull(one) })
const change = {
  ...{ at: a.moment, deal: says({ id: a.id, title: a.text }), actor: orNull(says({ id: a.id, name: a.text })) },
  ...{ events: listOf(a.text), 'stage?': from(a.text), 'probability?': a.number },
  ...{ 'value?': from(money), 'close_date?': from(a.text) },
}
const sums = { 'sums?': listOf(money), 'converted?': says({ amount: a.text, currency: a.text, without_rate: a.whole }) }
const stage = {
  ...{ stage: a.id, ended: a.whole, average_days: orNull(a.number), median_days: orNull(a.number) },
  ...{ standing: a.whole, standing_average_days: orNull(a.number) },
}
const velocity = {
  ...{ open: a.whole, won: a.whole, lost: a.whole, win_rate: orNull(a.number), cycle_days: orNull(a.number) },
  ...{ 'average_won?': orNull(money), 'a_day?': orNull(money) },
}

/** What a pipeline's history tells. */
export const pipelineEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/pipelines/:id/history',
    chapter: 'Pipelines',
    summary: 'What changed in a pipeline: created, moved, won, lost, worth more or less, put off',
    answer: says({
      totals: many({ event: a.text, deals: a.whole, ...sums }),
      entries: many(change),
      more: a.flag,
    }),
    query: { ...days, limit: number({ min: 1, max: 500, default: 100 }) },
    async run({ kernel, request, params, query: { limit, ...given } }) {
      const reading = readingOf(kernel, request)
      const id = await pipelineIn(reading, params)
      return { status: 200, body: await pipelineChanges(reading, id, readDays(reading, given), limit ?? 100) }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/pipelines/:id/speed',
    chapter: 'Pipelines',
    summary: 'How long deals stay in each stage, and what the pipeline brings in a day',
    answer: says({ stages: many(stage), velocity: says(velocity) }),
    query: days,
    async run({ kernel, request, params, query }) {
      const reading = readingOf(kernel, request)
      const id = await pipelineIn(reading, params)
      const span = readDays(reading, query)
      const stages = await stageTimes(reading, id, span, kernel.clock().toISOString())
      return { status: 200, body: { stages, velocity: await velocityOf(reading, id, span) } }
    },
  }),
]

/** To those who may not see it there is none. */
async function pipelineIn(reading: Reading, params: Readonly<Record<string, string>>) {
  const id = readId(params.id)
  await getRecord(reading, reading.models.get('pipeline'), id)
  return id
}

function readDays(
  { today }: Reading,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): Days {
  const last = to ?? today
  const first = from ?? addDays(last, -6)
  if (first > last) throw invalidField('from', 'days.backwards')
  return { from: first, to: last }
}
