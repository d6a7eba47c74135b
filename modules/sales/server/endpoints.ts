import { addDays } from '#kernel/fields/date/day.ts'
import { date, number } from '#kernel/fields/index.ts'
import { invalidField } from '#kernel/schema/refused.ts'
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

/** What a pipeline's history tells. */
export const pipelineEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/pipelines/:id/history',
    chapter: 'Pipelines',
    summary: 'What changed in a pipeline: created, moved, won, lost, worth more or less, put off',
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
