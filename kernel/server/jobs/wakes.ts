import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

const channel = 'jobs'
const gathering = 10

export interface Wakes {
  /** There is work in a queue: tells this process at once, and the others a moment later, many at a time. */
  tell(queue: string): void
  /** Hears the names of queues; null stands for any, after a connection was lost. */
  hear(ear: (queues: readonly string[] | null) => void): Promise<void>
  close(): Promise<void>
}

/**
 * Told after the commit, by a statement of its own: a NOTIFY inside a transaction makes all commits of the
 * server wait for each other while it is written.
 */
export function openWakes(database: Database): Wakes {
  const origin = randomUUID()
  const untold = new Set<string>()
  let ear: ((queues: readonly string[] | null) => void) | undefined
  let telling: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  let stop: (() => Promise<void>) | undefined
  let closed = false

  function tellOthers() {
    telling = undefined
    const payload = JSON.stringify({ origin, queues: [...untold].slice(0, 50) })
    untold.clear()
    // What is not heard is found by looking.
    last = sql`select pg_notify(${channel}, ${payload})`.execute(database.db).then(
      () => {},
      () => {},
    )
  }

  function hearOthers(payload: string) {
    if (payload === '') return ear?.(null)
    const told: { origin: string; queues: string[] } = JSON.parse(payload)
    if (told.origin !== origin) ear?.(told.queues)
  }

  return {
    tell(queue) {
      ear?.([queue])
      if (database.kind === 'embedded' || closed) return
      untold.add(queue)
      telling ??= setTimeout(tellOthers, gathering)
    },
    async hear(heard) {
      ear = heard
      if (database.kind === 'postgres') stop = await database.listen(channel, hearOthers)
    },
    async close() {
      closed = true
      clearTimeout(telling)
      if (telling) tellOthers()
      await last
      await stop?.()
    },
  }
}
