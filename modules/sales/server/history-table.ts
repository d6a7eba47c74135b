// What became of every deal: a row for each time that its stage, state, value or expected close changed, with what
// they were then. Stages are renamed, moved and weighed anew; what is told of last week stays as it was.

import { column, defineTable, type TableRow } from '#kernel/server/tables/define-table.ts'

export type DealEvent =
  | 'created'
  | 'moved_forward'
  | 'moved_back'
  | 'moved_across'
  | 'won'
  | 'lost'
  | 'reopened'
  | 'removed'
  | 'restored'
  | 'value_changed'
  | 'close_date_changed'

const amount = 'numeric(18,4)'
const empty = { null: true } as const

export const dealHistory = defineTable('deal_history', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid', { default: 'gen_random_uuid()' }),
    seq: column<number>('bigint', { default: "nextval('change_pos'::regclass)" }),
    deal_id: column<string>('uuid', { references: { table: 'deals', onDelete: 'cascade' } }),
    at: column<string>('timestamp(3) with time zone'),
    actor_id: column<string | null>('uuid', empty),
    source: column<string>('text'),
    batch: column<string>('uuid'),
    events: column<DealEvent[]>('text[]'),
    /** Begins a stay in the stage, or, where the deal is no longer open, ends one. */
    enters: column<boolean>('boolean'),
    pipeline_id: column<string | null>('uuid', empty),
    stage_id: column<string>('uuid'),
    /** open, won, lost, or removed. */
    status: column<string>('text'),
    /** In how many of a hundred cases something comes of it; 100 once won, 0 once lost. */
    probability: column<string>('numeric(18,2)'),
    value: column<string | null>(amount, empty),
    value_currency: column<string | null>('text', empty),
    value_base: column<string | null>(amount, empty),
    close_date: column<string | null>('date', empty),
    from_pipeline_id: column<string | null>('uuid', empty),
    from_stage_id: column<string | null>('uuid', empty),
    from_status: column<string | null>('text', empty),
    from_value: column<string | null>(amount, empty),
    from_value_currency: column<string | null>('text', empty),
    from_value_base: column<string | null>(amount, empty),
    from_close_date: column<string | null>('date', empty),
    /** Taken back as if it had never been. */
    undone_at: column<string | null>('timestamp(3) with time zone', empty),
  },
  indexes: [{ on: ['deal_id', 'seq'] }, { on: ['at'] }],
})
declare module '#kernel/server/database/database.ts' {
  interface Tables {
    deal_history: TableRow<typeof dealHistory>
  }
}
