import type { Problem } from '../../schema/refused.ts'
import { column, defineTable, type Stored, type TableRow } from '../tables/define-table.ts'
import type { CsvFormat } from './csv/format.ts'
import type { RowDetail } from './import/outcome.ts'
import type { Plan } from './import/plan.ts'

export const importStatuses = [
  'new',
  'checking',
  'checked',
  'running',
  'done',
  'cancelled',
  'failed',
  'reverting',
  'reverted',
] as const
export type ImportStatus = (typeof importStatuses)[number]

/** One upload of records: what is in the file, what becomes of it, and how far it has come. */
export const imports = defineTable('imports', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    object: column<string>('text'),
    file_id: column<string>('uuid', { references: { table: 'files', onDelete: 'restrict' } }),
    created_by: column<string | null>('uuid', { null: true }),
    /** What the API key that began it was narrowed to. */
    limits: column<string[] | null>('jsonb', { null: true }),
    status: column<ImportStatus>('text'),
    format: column<CsvFormat>('jsonb'),
    headers: column<string[]>('jsonb'),
    sample: column<string[][]>('jsonb'),
    plan: column<Plan>('jsonb'),
    batch: column<string>('uuid'),
    /** The last row of the file that is done with; a run goes on behind it. */
    row: column<number>('integer', { default: '0' }),
    rows: column<number>('integer', { default: '0' }),
    created: column<number>('integer', { default: '0' }),
    updated: column<number>('integer', { default: '0' }),
    unchanged: column<number>('integer', { default: '0' }),
    failed: column<number>('integer', { default: '0' }),
    /** How much of the file has been read, from 0 to 1. */
    share: column<number>('double precision', { default: '0' }),
    worked_ms: column<number>('bigint', { default: '0' }),
    /** Runs that began since a slice was last finished. */
    attempts: column<number>('integer', { default: '0' }),
    /** The first rows of a dry run, with what would become of them. */
    detail: column<RowDetail[]>('jsonb', { default: `'[]'::jsonb` }),
    problem: column<Omit<Problem, 'field'> | null>('jsonb', { null: true }),
    reverted: column<{ undone: number; kept: number; batch: string } | null>('jsonb', { null: true }),
    created_at: column<string>('timestamp(3) with time zone'),
    updated_at: column<string>('timestamp(3) with time zone'),
    ended_at: column<string | null>('timestamp(3) with time zone', { null: true }),
  },
  indexes: [
    { on: ['created_by', 'id'] },
    { on: ['updated_at'], where: `status in ('checking', 'running', 'reverting')` },
  ],
})
export type ImportRow = TableRow<typeof imports>

/** Rows that could not be taken, and why. Their cells stay where they are: in the file. */
export const importRows = defineTable('import_rows', {
  primary: ['import_id', 'row'],
  columns: {
    import_id: column<string>('uuid', { references: { table: 'imports', onDelete: 'cascade' } }),
    row: column<number>('integer'),
    problems: column<Problem[]>('jsonb'),
  },
})

/** Unique values that a file has named so far, by their hash: the second row that names one is told of the first. */
export const importKeys = defineTable('import_keys', {
  primary: ['import_id', 'key'],
  columns: { import_id: column<string>('uuid'), key: column<string>('bigint'), row: column<number>('integer') },
})

declare module '../database/database.ts' {
  interface Tables {
    imports: Stored<typeof imports>
    import_rows: TableRow<typeof importRows>
    import_keys: TableRow<typeof importKeys>
  }
}

export const transferTables = [imports, importRows, importKeys]

/** How a page hears of progress: `{ id, user, … }`. */
export const importChannel = 'imports'
