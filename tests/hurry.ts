import { sql } from 'kysely'
import type { Db } from '#kernel/server/database/database.ts'

/** Repeats, which wait for a second at least, begin at once; until what this answers is called. */
export function hurry(db: Db): () => void {
  const begin = () =>
    sql`update pgboss.job_common set start_after = now() where state = 'retry' and start_after > now()`.execute(db)
  const timer = setInterval(() => void begin().catch(() => {}), 100)
  return () => clearInterval(timer)
}
