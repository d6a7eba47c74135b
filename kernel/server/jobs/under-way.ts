import { sql } from 'kysely'
import type { Db, Tx } from '../database/database.ts'

/** Whether a job of that name waits or runs. */
export async function isUnderWay(db: Db | Tx, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from pgboss.job_common
    where name = ${name} and state in ('created', 'retry', 'active') limit 1`.execute(db)
  return rows.length > 0
}
