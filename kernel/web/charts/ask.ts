// Charts that are asked for at once go in one request; each is remembered by itself, and asked again by itself.

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Chart, ChartAnswer } from '../../schema/chart.ts'
import { request, Trouble } from '../request.ts'

/** Under its object, so that what changes its records asks for it again. */
export const chartQuery = (chart: Chart) =>
  queryOptions({
    queryKey: ['list', chart.object, 'chart', chart],
    queryFn: () => ask(chart),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 5_000,
  })

interface Waiting {
  readonly chart: Chart
  readonly done: (answer: ChartAnswer) => void
  readonly fail: (error: unknown) => void
}

let waiting: Waiting[] = []
/** When the next may go: what takes the database long is not asked for without a pause. */
let rested = 0

function ask(chart: Chart): Promise<ChartAnswer> {
  return new Promise((done, fail) => {
    waiting.push({ chart, done, fail })
    if (waiting.length === 1) setTimeout(send, Math.max(gather, rested - performance.now()))
  })
}
const gather = 10
const most = 40

async function send() {
  const asked = waiting.slice(0, most)
  waiting = waiting.slice(most)
  if (waiting.length > 0) setTimeout(send)
  const began = performance.now()
  try {
    const charts = Object.fromEntries(asked.map(({ chart }, at) => [at, chart]))
    const answer = (await request({ method: 'POST', path: '/api/charts', body: { charts } })) as Answer
    for (const [at, { done, fail }] of asked.entries()) {
      const one = answer.charts[at]
      if (one && 'groups' in one) done(one)
      else fail(new Trouble(one?.problem.status ?? 500, one?.problem ?? { code: 'unexpected' }))
    }
  } catch (error) {
    for (const { fail } of asked) fail(error)
  } finally {
    const now = performance.now()
    rested = now + Math.min(30_000, 3 * (now - began))
  }
}

interface Answer {
  readonly charts: Readonly<Record<string, ChartAnswer | { readonly problem: Problem }>>
}
interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly action?: string
}
