import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'

/** Work that waits in the queue, as it would be sent again. */
export async function* pendingJobs(tx: Tx): AsyncGenerator<string> {
  const { rows: there } = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(
    tx,
  )
  if (!there[0]?.there) return
  const { rows } = await sql<{
    line: string
  }>`select json_build_object('name', name, 'data', data, 'key', singleton_key, 'after', start_after)::text as line
    from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%' order by created_on, id`.execute(
    tx,
  )
  for (const { line } of rows) yield line
}
