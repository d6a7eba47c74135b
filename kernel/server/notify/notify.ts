import { sql } from 'kysely'
import type { Context } from '../records/context.ts'
import { column, defineTable, type TableRow } from '../tables/define-table.ts'
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

/** How the page hears that somebody has something new. */
export const noticeChannel = 'notices'

type Telling = Pick<Context, 'kernel' | 'db' | 'now'>

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
  await sql`select pg_notify(${noticeChannel}, ${JSON.stringify(rows.map(row => row.user_id).slice(0, 100))})`.execute(
    ctx.db,
  )
}

const columns = Object.entries(notifications.columns).map(([name, { type }]) => ({ name, type }))
