// Who is told of what others do with a record: its owner, whoever wrote about it, and whoever asked to be. Each can leave.

import { type RawBuilder, sql } from 'kysely'
import { visible } from '../access/visible.ts'
import type { Db, Tx } from '../database/database.ts'
import { runHot } from '../database/hot.ts'
import { along } from '../database/transaction.ts'
import type { AnyRow, Context } from '../records/context.ts'
import { targetsOf } from '../records/links.ts'
import type { Reading } from '../records/list.ts'
import { type Named, titleOf } from '../records/titles.ts'
import { column, columnsToInsert, defineTable, type TableRow } from '../tables/define-table.ts'
import { insertRows } from '../tables/insert-rows.ts'
import type { Model } from '../tables/model.ts'

/** What people said, or did; owners follow without a row. Whoever left is here too, so that nothing brings them back. */
export const followers = defineTable('followers', {
  primary: ['record_id', 'user_id'],
  columns: {
    object: column<string>('text'),
    record_id: column<string>('uuid'),
    user_id: column<string>('uuid', { references: { table: 'users', onDelete: 'cascade' } }),
    follows: column<boolean>('boolean'),
    since: column<string>('timestamp(3) with time zone'),
  },
  indexes: [{ on: ['user_id'] }],
})
declare module '../database/database.ts' {
  interface Tables {
    followers: TableRow<typeof followers>
  }
}

export interface Followers {
  /** Those whom the reader may see. */
  readonly rows: readonly Named[]
  readonly count: number
  readonly following: boolean
}

/** Of a record that the reader was found to see. */
export async function followersOf(reading: Reading, model: Model, id: string): Promise<Followers> {
  const { actor, models, db } = reading
  const user = models.get('user')
  const { rows } = await sql<Named & { seen: boolean }>`
    select t.id, ${titleOf(reading, user, 't')} as title, ${visible(reading, user, 'read', 't')} as seen
    from (${followersAmong(model, [id])}) as f join users as t on t.id = f.user_id
    where t.active and t.deleted_at is null order by f.since nulls first, t.id`.execute(db)
  return {
    rows: rows.filter(({ seen }) => seen).map(row => ({ id: row.id, title: row.title })),
    count: rows.length,
    following: rows.some(row => row.id === actor.id),
  }
}

/** record → its followers, as a query. */
export function followersAmong({ object, table }: Model, ids: readonly string[]): RawBuilder<unknown> {
  const said = sql`select f.record_id, f.user_id, f.since from followers f where f.record_id = any(${[...ids]}::uuid[]) and f.follows`
  if (!object.owned) return said
  return sql`${said} union select o.id, o.owner_id, null from ${sql.table(table)} as o
    where o.id = any(${[...ids]}::uuid[]) and o.owner_id is not null
    and not exists (select 1 from followers f where f.record_id = o.id and f.user_id = o.owner_id)`
}

/** Says that somebody follows a record, or does no more. */
export async function setFollowing(db: Db | Tx, row: TableRow<typeof followers>) {
  await db
    .insertInto('followers')
    .values(row)
    .onConflict(known =>
      known.columns(['record_id', 'user_id']).doUpdateSet({ follows: row.follows, since: row.since }),
    )
    .execute()
}

/** Whoever writes about a record by hand follows it from then on, unless they once left. */
export async function followWhatIsWrittenAbout(ctx: Context, model: Model, rows: readonly AnyRow[]) {
  const { actor, source, now } = ctx
  if (!actor.id || (source !== 'page' && source !== 'api')) return
  const targets = rows.flatMap(row => aboutOf(model, row))
  if (targets.length === 0) return
  const unique = [...new Map(targets.map(target => [target.id, target])).values()]
  const follow = insertRows(
    'followers',
    columns,
    unique.map(({ object, id }) => ({ object, record_id: id, user_id: actor.id, follows: true, since: now })),
    sql`on conflict do nothing`,
  )
  await along(ctx.db, runHot(ctx.db, follow))
}

/** What a record is written about. */
export const aboutOf = ({ fields }: Model, row: Readonly<Record<string, unknown>>) =>
  Object.entries(fields).flatMap(([name, field]) => (field.type === 'about' ? targetsOf(field, row[name]) : []))

const columns = columnsToInsert(followers)
