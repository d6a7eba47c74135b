import { Sleeper } from '../changes/sleeper.ts'
import type { Database } from '../database/database.ts'
import { hot } from '../database/hot.ts'
import { takeOver } from './take-over.ts'
import type { Report } from './workers.ts'

interface Looking {
  readonly database: Database
  readonly queues: readonly string[]
  readonly seconds: number
  readonly wake: (queue: string) => void
  readonly report: Report
}

/**
 * One question for all queues, in place of one for each: which have work that is due, and when is the next?
 * Delayed jobs and repeats start on time by it; new work is told by a wake and does not wait for it.
 */
export function startLooking({ database: { db, kind }, queues, seconds, wake, report }: Looking) {
  const sleeper = new Sleeper()
  const ended = run()

  async function run() {
    await sleeper.sleep(seconds * 1000)
    while (!sleeper.stopped) await sleeper.sleep(1000 * (await look()) + 1)
  }

  /** Answers with the seconds until the next look. */
  async function look() {
    try {
      if (kind === 'postgres') await takeOver(db, queues)
      const { rows } = await db.executeQuery(hot<Found>(question, [queues, seconds]))
      for (const { name, ready } of rows) if (ready) wake(name)
      return Math.min(seconds, ...rows.flatMap(({ next }) => (next === null ? [] : [next])))
    } catch (error) {
      report(error, {})
      return seconds
    }
  }

  return {
    now: () => sleeper.wake(),
    async stop() {
      sleeper.stop()
      await ended
    },
  }
}

interface Found {
  readonly name: string
  readonly ready: boolean
  /** Seconds until the next job that is not due yet. */
  readonly next: number | null
}

const waiting = `from pgboss.job_common j where j.name = q.name and j.state < 'active' and not j.blocked`
const question = `select q.name,
    exists (select ${waiting} and j.start_after <= now()) as ready,
    (select extract(epoch from min(j.start_after) - now())::float8 ${waiting}
      and j.start_after > now() and j.start_after <= now() + $2::float8 * interval '1 s') as next
  from unnest($1::text[]) as q (name)`
