// A chart as one statement: the records of each group first, then the groups that are told apart, and the rest as one.

import { type RawBuilder, sql } from 'kysely'
import { chartLimits } from '../../schema/chart.ts'
import type { Filter } from '../../schema/filter.ts'
import type { Db, Tx } from '../database/database.ts'
import { never } from '../filter/compile.ts'
import { conditionOf, filterOf, type Reading } from '../records/list.ts'
import { type Grouping, type Key, keySql } from './grouping.ts'
import { type Measuring, partsSql, rankSql, wholeSql } from './measure.ts'
import type { Asked } from './read-chart.ts'

export interface ChartRow {
  /** Its group by the first field and by the second: null for the rest of them. */
  readonly a: Key | null
  readonly b: Key | null
  /** Of all groups by the first field, or by the second. */
  readonly all_a: boolean
  readonly all_b: boolean
  readonly count: number
  readonly value: string | null
  readonly matching: number
  readonly unrated: number
  /** How many groups there are by either field. */
  readonly groups_a: number
  readonly groups_b: number
}

export async function rowsOf(
  reading: Reading & { readonly db: Db | Tx },
  { model, measure, groupings }: Pick<Asked, 'model' | 'measure' | 'groupings'>,
  where: Filter,
): Promise<ChartRow[]> {
  const [a, b] = groupings
  const share = measure.share ? filterOf(reading, model, measure.share) : never
  const key = (grouping: Grouping | undefined) => (grouping ? keySql(grouping, reading) : sql`null::text`)
  const { rows } = await sql<ChartRow>`
    with counted as (
      select ${key(a)} as key_a, ${key(b)} as key_b, ${partsSql(measure, share)}
      from ${sql.table(model.table)} as t where ${conditionOf(reading, model, { where })} group by 1, 2
    ), part as (
      select coalesce(key_a::text, '') as a, coalesce(key_b::text, '') as b, counted.* from counted
    ), top_a as (${told('a', a, measure, chartLimits.groups)}), top_b as (${told('b', b, measure, chartLimits.parts)}),
    named as (
      select case when a in (select a from top_a) then a end as first,
        case when b in (select b from top_b) then b end as second, part.* from part
    )
    select first as a, second as b, grouping(first) = 1 as all_a, grouping(second) = 1 as all_b,
      coalesce(sum(count), 0)::bigint as count, ${wholeSql(measure)} as value,
      ${measure.share ? sql`coalesce(sum(matching), 0)::bigint` : sql`0`} as matching,
      ${measure.money ? sql`coalesce(sum(unrated), 0)::bigint` : sql`0`} as unrated,
      (select count(distinct a) from part) as groups_a, (select count(distinct b) from part) as groups_b
    from named group by grouping sets ((first, second), (first), (second), ())`.execute(reading.db)
  return rows
}

/** Of times the last, of all else those that have most. */
function told(
  column: 'a' | 'b',
  grouping: Grouping | undefined,
  measure: Measuring,
  most: number,
): RawBuilder<unknown> {
  const key = sql.ref(column)
  const order = grouping?.unit ? sql`${key} = '' desc, ${key} desc` : sql`${rankSql(measure)}, ${key}`
  return sql`select ${key} from part group by ${key} order by ${order} limit ${grouping?.unit ? chartLimits.times : most}`
}
