import { sql } from 'kysely'
import type { Db, Tx } from '../database/database.ts'
import type { Model } from '../tables/model.ts'

/** Into which record one was merged, however often that was merged on; only as long as it does not stand by itself again. */
export async function resolveAlias(db: Db | Tx, { name, table }: Model, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ new_id: string }>`with recursive way as (
      select new_id, 1 as step from aliases a where a.old_id = ${id}::uuid and a.object = ${name} and ${isGone(table, 'a.old_id')}
      union all select a.new_id, step + 1 from way join aliases a on a.old_id = way.new_id and ${isGone(table, 'a.old_id')} where step < 20)
    select new_id from way order by step desc limit 1`.execute(db)
  return rows[0]?.new_id
}

/** The records that were merged into one, and into those: what is kept under their ids belongs to it. */
export async function mergedInto(db: Db | Tx, { name, table }: Model, id: string): Promise<string[]> {
  const { rows } = await sql<{ old_id: string }>`with recursive way as (
      select old_id, 1 as step from aliases a where a.new_id = ${id}::uuid and a.object = ${name} and ${isGone(table, 'a.old_id')}
      union select a.old_id, step + 1 from way join aliases a on a.new_id = way.old_id and ${isGone(table, 'a.old_id')} where step < 20)
    select distinct old_id from way limit 200`.execute(db)
  return rows.map(({ old_id }) => old_id)
}

const isGone = (table: string, id: string) =>
  sql`not exists (select 1 from ${sql.table(table)} as live where live.id = ${sql.ref(id)} and live.deleted_at is null)`
