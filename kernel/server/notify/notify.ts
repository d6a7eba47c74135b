import { sql } from 'kysely'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { column, columnsToInsert, defineTable, type TableRow } from '../tables/define-table.ts'
import { insertRows } from '../tables/insert-rows.ts'

/** What people are told in the app. The words are made from the code when it is read, in the reader's language. */
export const notifications = defineTable('notifications', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    user_id: column<string>('uuid', { references: { table: 'users', onDelete: 'cascade' } }),
    code: column<string>('text'),
    params: column<Record<string, unknown>>('jsonb'),
    object: column<string | null>('text', { null: true }),
    record_id: column<string | null>('uuid', { null: true }),
    created_at: column<string>('timestamp(3) with time zone'),
    read_at: column<string | null>('timestamp(3) with time zone', { null: true }),
  },
  indexes: [{ on: ['user_id', 'id'] }, { on: ['user_id'], where: 'read_at is null' }],
})
declare module '../database/database.ts' {
  interface Tables {
    notifications: TableRow<typeof notifications>
  }
}

export interface Notice {
  readonly code: string
  readonly params?: Readonly<Record<string, unknown>>
  /** A record, or a kind of record. */
  readonly about?: { readonly object: string; readonly id: string | null }
}

/** How every server hears that somebody has something new. */
const noticeChannel = 'notices'

export type Telling = Pick<Context, 'kernel' | 'db' | 'now'>

export async function notify(ctx: Telling, userIds: readonly string[], { code, params = {}, about }: Notice) {
  if (userIds.length === 0) return
  const rows = [...new Set(userIds)].map(user_id => ({
    id: ctx.kernel.newId(),
    user_id,
    code,
    params,
    object: about?.object,
    record_id: about?.id,
    created_at: ctx.now,
  }))
  await insertRows('notifications', columns, rows).execute(ctx.db)
  await sql`select pg_notify(${noticeChannel}, ${wordFor(rows.map(row => row.user_id))})`.execute(ctx.db)
}

/** What somebody has not read yet and would be told again in the same words is told once, and counts as new. */
export async function replaceUnread({ db }: Pick<Telling, 'db'>, user: string, { code, params = {}, about }: Notice) {
  await sql`delete from notifications where user_id = ${user} and read_at is null and code = ${code}
    and object is not distinct from ${about?.object ?? null} and record_id is not distinct from ${about?.id ?? null}::uuid
    and params = ${JSON.stringify(params)}::jsonb`.execute(db)
}

/** A word on the channel has a limit: beyond it everybody looks, as when a word was lost. */
const wordFor = (userIds: readonly string[]) => (userIds.length > 100 ? '' : JSON.stringify(userIds))

/** Who is told where they listen, while this process lives; answers with how to stop. */
export const hearNotices = (
  { database }: Pick<Kernel, 'database'>,
  tell: (userIds: readonly string[] | 'everybody') => void,
) => database.listen(noticeChannel, told => tell(told === '' ? 'everybody' : JSON.parse(told)))

const columns = columnsToInsert(notifications)
