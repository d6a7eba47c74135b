// What a database looks like, to compare two: everything that a plan can make, however it came about.

import { sql } from 'kysely'
import type { Database } from '#kernel/server/database/database.ts'

export async function shapeOf({ db }: Pick<Database, 'db'>): Promise<Readonly<Record<string, unknown>>> {
  const tables = sql`select c.oid, c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')`
  const { rows } = await sql<{
    name: string
    columns: unknown
    indexes: unknown
    constraints: unknown
    statistics: unknown
  }>`
    select t.relname as name,
      (select json_object_agg(a.attname, json_build_array(format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), a.attcollation::regcollation, a.attstattarget, col_description(t.oid, a.attnum)) order by a.attname)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select json_agg(json_build_array(pg_get_indexdef(x.indexrelid), x.indisvalid) order by pg_get_indexdef(x.indexrelid)) from pg_index x where x.indrelid = t.oid) as indexes,
      (select json_agg(json_build_array(k.conname, pg_get_constraintdef(k.oid), k.convalidated) order by k.conname) from pg_constraint k where k.conrelid = t.oid and k.contype <> 'n') as constraints,
      (select json_agg(pg_get_statisticsobjdef(s.oid) order by s.stxname) from pg_statistic_ext s where s.stxrelid = t.oid) as statistics
    from (${tables}) as t order by t.relname`.execute(db)
  return Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]))
}
