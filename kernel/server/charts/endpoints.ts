import { sql } from 'kysely'
import { json } from '../../fields/index.ts'
import type { JsonObject } from '../../fields/json/json.ts'
import { chartLimits } from '../../schema/chart.ts'
import { invalidField, Refused } from '../../schema/refused.ts'
import { transact } from '../database/transact.ts'
import { codeOf } from '../error-code.ts'
import { endpoint } from '../http/endpoint.ts'
import { problemAmong } from '../http/problem.ts'
import { readingOf } from '../http/reading.ts'
import { languageOf } from '../http/request.ts'
import type { Kernel } from '../kernel.ts'
import type { Reading } from '../records/list.ts'
import type { Words } from '../words/words.ts'
import { chartOf } from './chart-of.ts'
import { chartSchema } from './chart-schema.ts'
import { readChart } from './read-chart.ts'
import { type Views, viewsOf } from './views-of.ts'

export const chartEndpoints = (words: Words) => [
  endpoint({
    method: 'POST',
    path: '/api/charts',
    chapter: 'Charts',
    summary:
      'The numbers of several charts. Each is counted from what you may see, and carries the filter under which a list ' +
      'shows the same records. A chart that cannot be answered says why in its place',
    body: {
      charts: json({ required: true, max: 400_000, help: 'Charts by names of yours, 40 at most; answered by them.' }),
    },
    answer: chartSchema,
    async run({ kernel, request, body }) {
      const reading = readingOf(kernel, request)
      const views = await viewsOf(reading, Object.values(body.charts))
      const answer = async (chart: unknown) => {
        try {
          return await chartIn(kernel, reading, views, chart)
        } catch (error) {
          if (error instanceof Refused) return { problem: problemAmong(error, words, languageOf(request)) }
          throw error
        }
      }
      return { status: 200, body: { charts: await eachOf(body.charts, answer) } }
    },
  }),
]

/** A few at once: a dashboard is there sooner, and others have their turn. */
async function eachOf<T>(charts: JsonObject, answer: (chart: unknown) => Promise<T>) {
  const waiting = Object.entries(charts)
  if (waiting.length > chartLimits.charts) throw invalidField('charts', 'too-many', { max: chartLimits.charts })
  const answers: Record<string, T> = {}
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await answer(next[1])
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return answers
}
const atOnce = 3

/** Nobody waits longer for a number, and no other request for it. */
const longest = '10s'

async function chartIn(kernel: Kernel, reading: Reading, views: Views, chart: unknown) {
  const asked = readChart(chart, reading, views, kernel.clock().toISOString())
  try {
    return await transact(kernel.database.db, async db => {
      await sql`set local statement_timeout = ${sql.lit(longest)}`.execute(db)
      return chartOf({ ...reading, db }, asked)
    })
  } catch (error) {
    throw codeOf(error) === tooLong ? new Refused('chart.too-slow', {}, { kind: 'throttled', cause: error }) : error
  }
}
const tooLong = '57014'
