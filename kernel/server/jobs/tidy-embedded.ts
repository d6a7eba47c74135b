import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** The embedded database does not look after itself: what PostgreSQL's autovacuum would do, table by table. */
export async function tidyEmbedded({ kind, db }: Database, signal: AbortSignal) {
  if (kind !== 'embedded') return
  // What it counts it writes down when it is idle, which its only session never is for long.
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, s.relname) as name from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup or c.reltuples < 0`.execute(
    db,
  )
  for (const { name } of rows) {
    signal.throwIfAborted()
    await db.connection().execute(async connection => {
      await sql`set statement_timeout = 0`.execute(connection)
      try {
        await sql`vacuum analyze ${sql.raw(name)}`.execute(connection)
      } finally {
        await sql`set statement_timeout to default`.execute(connection)
      }
    })
  }
  await sql`checkpoint`.execute(db)
}
