import type { RunStatus } from '../jobs/runs.ts'
import { column, defineTable, type Stored, type TableRow } from '../tables/define-table.ts'

/** Why records were left as they are: how many for the same reason, and the first of them. */
export interface BulkReason {
  readonly field: string
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
  readonly count: number
  readonly ids: readonly string[]
}

/** One thing done to many records, or taken back: what, to how many, and how far it has come. */
export const bulkRuns = defineTable('bulk_runs', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    /** Of a run that takes back, what most of the batch is about. */
    object: column<string>('text'),
    created_by: column<string | null>('uuid', { null: true }),
    /** What the API key that began it was narrowed to. */
    limits: column<string[] | null>('jsonb', { null: true }),
    source: column<'page' | 'api'>('text'),
    /** edit, delete, restore, an action of the object, or undo. */
    verb: column<string>('text'),
    /** The patch, or the input of the action. */
    input: column<Readonly<Record<string, unknown>>>('jsonb'),
    /** The batch that is taken back. */
    undoes: column<string | null>('uuid', { null: true }),
    batch: column<string>('uuid'),
    status: column<RunStatus>('text'),
    total: column<number>('integer'),
    /** How many records are dealt with. */
    done: column<number>('integer', { default: '0' }),
    /** How many of those that were kept; a run goes on behind them. */
    position: column<number>('integer', { default: '0' }),
    changed: column<number>('integer', { default: '0' }),
    refused: column<number>('integer', { default: '0' }),
    reasons: column<BulkReason[]>('jsonb', { default: `'[]'::jsonb` }),
    /** Where in a batch the taking back has come to. */
    place: column<Readonly<Record<string, unknown>> | null>('jsonb', { null: true }),
    worked_ms: column<number>('bigint', { default: '0' }),
    /** Runs that began since something was last finished. */
    attempts: column<number>('integer', { default: '0' }),
    created_at: column<string>('timestamp(3) with time zone'),
    updated_at: column<string>('timestamp(3) with time zone'),
    ended_at: column<string | null>('timestamp(3) with time zone', { null: true }),
  },
  indexes: [{ on: ['created_by', 'id'] }, { on: ['updated_at'], where: `status = 'running'` }],
})
export type BulkRun = TableRow<typeof bulkRuns>

/** The records as they were found when it was asked for, in slices: what matches later, or no longer, changes nothing. */
export const bulkSlices = defineTable('bulk_slices', {
  primary: ['run_id', 'slice'],
  columns: {
    run_id: column<string>('uuid', { references: { table: 'bulk_runs', onDelete: 'cascade' } }),
    slice: column<number>('integer'),
    ids: column<string[]>('uuid[]'),
  },
})

declare module '../database/database.ts' {
  interface Tables {
    bulk_runs: Stored<typeof bulkRuns>
    bulk_slices: TableRow<typeof bulkSlices>
  }
}

export const bulkTables = [bulkRuns, bulkSlices]
