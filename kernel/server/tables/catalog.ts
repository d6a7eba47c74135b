import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** What the database has now. */
export interface Catalog {
  readonly tables: ReadonlyMap<string, CatalogTable>
}
export interface CatalogTable {
  readonly columns: ReadonlyMap<string, CatalogColumn>
  /** Name → usable. An index whose building was cut off is not. */
  readonly indexes: ReadonlyMap<string, boolean>
  readonly statistics: ReadonlySet<string>
  /** Name → validated. */
  readonly constraints: ReadonlyMap<string, boolean>
  readonly empty: boolean
}
export interface CatalogColumn {
  readonly type: string
  readonly null: boolean
  readonly default: string | null
  readonly generated: boolean
  readonly comment: string | null
}

interface Found {
  name: string
  columns: (CatalogColumn & { name: string })[]
  indexes: { name: string; valid: boolean }[]
  statistics: string[]
  constraints: { name: string; valid: boolean }[]
  pages: number
}

export async function readCatalog(db: Db): Promise<Catalog> {
  const { rows } = await sql<Found>`
    select c.relname as name, (pg_relation_size(c.oid)
        + (select coalesce(sum(pg_relation_size(i.inhrelid)), 0) from pg_inherits i where i.inhparent = c.oid))::int8 as pages,
      (select coalesce(json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'null', not a.attnotnull,
          'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
          'generated', a.attgenerated <> '', 'comment', col_description(c.oid, a.attnum))), '[]')
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(json_build_object('name', i.relname, 'valid', x.indisvalid)), '[]')
        from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = c.oid) as indexes,
      (select coalesce(json_agg(s.stxname), '[]') from pg_statistic_ext s where s.stxrelid = c.oid) as statistics,
      (select coalesce(json_agg(json_build_object('name', k.conname, 'valid', k.convalidated)), '[]')
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('c', 'f', 'p')) as constraints
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition`.execute(db)
  return { tables: new Map(rows.map(row => [row.name, catalogTable(row)])) }
}

const catalogTable = (found: Found): CatalogTable => ({
  columns: new Map(found.columns.map(({ name, ...column }) => [name, column])),
  indexes: new Map(found.indexes.map(({ name, valid }) => [name, valid])),
  statistics: new Set(found.statistics),
  constraints: new Map(found.constraints.map(({ name, valid }) => [name, valid])),
  empty: found.pages === 0,
})
