import type { Db } from '../database/database.ts'
import { hot } from '../database/hot.ts'
import type { Report } from './workers.ts'

interface Looking {
  readonly db: Db
  readonly queues: readonly string[]
  readonly seconds: number
  readonly wake: (queue: string) => void
  readonly report: Report
}

/**
 * One question for all queues, in place of one for each: which have work that is due, and when is the next?
 * Delayed jobs and repeats start on time by it; new work is told by a wake and does not wait for it.
 */
export function startLooking({ db, queues, seconds, wake, report }: Looking) {
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let again = false
  let stopped = false

  function now() {
    if (looking) again = true
    else if (!stopped) looking = look().finally(() => void (looking = undefined))
  }

  async function look() {
    clearTimeout(timer)
    do {
      again = false
      const next = await ask().catch(error => (report(error, {}), seconds))
      clearTimeout(timer)
      if (!stopped) timer = setTimeout(now, Math.ceil(next * 1000) + 1)
    } while (again && !stopped)
  }

  async function ask() {
    const { rows } = await db.executeQuery(hot<{ name: string; ready: boolean; next: number | null }>(question, [queues, seconds]))
    for (const { name, ready } of rows) if (ready) wake(name)
    return Math.min(seconds, ...rows.flatMap(({ next }) => (next === null ? [] : [next])))
  }

  timer = setTimeout(now, seconds * 1000)
  return {
    now,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

const waiting = `from pgboss.job_common j where j.name = q.name and j.state < 'active' and not j.blocked`
const question = `select q.name,
    exists (select ${waiting} and j.start_after <= now()) as ready,
    (select extract(epoch from min(j.start_after) - now())::float8 ${waiting}
      and j.start_after > now() and j.start_after <= now() + $2::float8 * interval '1 s') as next
  from unnest($1::text[]) as q (name)`
