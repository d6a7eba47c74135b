import { column, defineTable, type TableRow } from '#kernel/server/tables/define-table.ts'

/** The secret address under which somebody's calendar can be read, one for each; of it only the hash is kept. */
export const calendarFeeds = defineTable('calendar_feeds', {
  primary: ['user_id'],
  columns: {
    user_id: column<string>('uuid', { references: { table: 'users', onDelete: 'cascade' } }),
    token_hash: column<string>('text'),
    created_at: column<string>('timestamp(3) with time zone'),
  },
  indexes: [{ on: ['token_hash'], unique: true }],
})
declare module '#kernel/server/database/database.ts' {
  interface Tables {
    calendar_feeds: TableRow<typeof calendarFeeds>
  }
}
