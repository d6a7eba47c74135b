// Sample data from the page: offered to whoever runs a new Rapport, and taken away again.

import { sql } from 'kysely'
import { Refused } from '#kernel/schema/refused.ts'
import { requireAdministrator } from '#kernel/server/access/administrator.ts'
import { defineJob, type Job } from '#kernel/server/actions/behaviours.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import type { Db, Tx } from '#kernel/server/database/database.ts'
import { a, oneOf, says } from '#kernel/server/describe/answers.ts'
import { type Call, endpoint } from '#kernel/server/http/endpoint.ts'
import { sourceOf } from '#kernel/server/http/request.ts'
import { isUnderWay } from '#kernel/server/jobs/under-way.ts'
import { fillDemo, isThere, removeDemo } from './demo.ts'

const [filling, removing] = ['sample.fill', 'sample.remove'] as const
const pace = { retries: 3, retryDelay: 5, expires: 3600 }
const quietly = () => {}

export const sampleJobs: readonly Job[] = [
  // What was broken off in the middle is begun anew.
  defineJob(filling, pace, async ({ kernel, signal }) => {
    if (await isThere(kernel.database.db)) await removeDemo(kernel, quietly, signal)
    await fillDemo(kernel, quietly, signal)
  }),
  defineJob(removing, pace, async ({ kernel, signal }) => {
    if (await isThere(kernel.database.db)) await removeDemo(kernel, quietly, signal)
  }),
]

const states = ['none', 'filling', 'there', 'removing'] as const
const chapter = 'Sample data'
const path = '/api/sample-data'

export const sampleEndpoints = [
  endpoint({
    method: 'GET',
    path,
    chapter,
    summary: 'Whether a made-up company is here; and whether there is nothing yet that it would be mixed with',
    answer: says({ state: oneOf(...states), empty: a.flag }),
    async run({ kernel, principal }) {
      requireAdministrator(principal.actor)
      return { status: 200, body: await stateOf(kernel.database.db) }
    },
  }),
  endpoint({
    method: 'POST',
    path,
    chapter,
    summary: 'Fills a made-up company with a year of history, in a job',
    answer: says({ state: oneOf('filling') }),
    run: call => begin(call, filling),
  }),
  endpoint({
    method: 'DELETE',
    path,
    chapter,
    summary: 'Takes it away again, for good; what records of your own have come to use stays',
    answer: says({ state: oneOf('removing') }),
    run: call => begin(call, removing),
  }),
]

type State = (typeof states)[number]

async function stateOf(db: Db | Tx) {
  const state: State = (await isUnderWay(db, filling))
    ? 'filling'
    : (await isUnderWay(db, removing))
      ? 'removing'
      : (await isThere(db))
        ? 'there'
        : 'none'
  const { rows } = await sql`(select id from contacts limit 1) union all (select id from companies limit 1)`.execute(db)
  return { state, empty: rows.length === 0 }
}

const beginLock = 0x7261_7011

/** Two who press at once begin it once. */
function begin({ kernel, principal }: Call, job: typeof filling | typeof removing) {
  requireAdministrator(principal.actor)
  return inContext(kernel, { actor: principal.actor, source: sourceOf(principal) }, async ctx => {
    await sql`select pg_advisory_xact_lock(${beginLock})`.execute(ctx.db)
    const { state } = await stateOf(ctx.db)
    if (state === 'filling' || state === 'removing') throw new Refused('demo.busy', {}, { kind: 'conflict' })
    if (job === filling && state === 'there') throw new Refused('demo.there', {}, { kind: 'conflict' })
    if (job === removing && state === 'none') throw new Refused('demo.not-there', {}, { kind: 'conflict' })
    await ctx.enqueue(job, {})
    return { status: 202, body: { state: job === filling ? 'filling' : 'removing' } }
  })
}
