import type { RunStatus } from '../jobs/runs.ts'
import { column, defineTable, type Stored, type TableRow } from '../tables/define-table.ts'
import type { Points } from './rules.ts'

/** What a record has in common with those that it might be, as numbers: by them its duplicates are found. */
export const alikeKeys = defineTable('alike_keys', {
  primary: ['key', 'id'],
  columns: {
    key: column<number>('bigint'),
    id: column<string>('uuid'),
  },
  indexes: [{ on: ['id'] }],
})

/** Two records that may be one. Of two the one with the smaller id is `a`. */
export const alikePairs = defineTable('alike_pairs', {
  primary: ['a', 'b'],
  columns: {
    object: column<string>('text'),
    a: column<string>('uuid'),
    b: column<string>('uuid'),
    score: column<number>('smallint'),
    points: column<Points>('jsonb'),
    found_at: column<string>('timestamp(3) with time zone'),
    /** Somebody said that these are two: they are not shown again, whatever is found later. */
    dismissed_at: column<string | null>('timestamp(3) with time zone', { null: true }),
    dismissed_by: column<string | null>('uuid', { null: true }),
  },
  indexes: [{ on: ['object', 'score', 'a', 'b'], where: 'dismissed_at is null' }, { on: ['b'] }],
})

/** A comparison of all records of an object, or the merging of all that are surely the same. */
export const alikeRuns = defineTable('alike_runs', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    object: column<string>('text'),
    kind: column<'scan' | 'merge'>('text'),
    status: column<RunStatus>('text'),
    created_by: column<string | null>('uuid', { null: true }),
    limits: column<string[] | null>('jsonb', { null: true }),
    source: column<'page' | 'api'>('text'),
    batch: column<string>('uuid'),
    /** Groups are merged that reach this score. */
    least: column<number>('smallint'),
    total: column<number>('integer'),
    done: column<number>('integer', { default: '0' }),
    /** Pairs that were found, or records that were merged into others. */
    found: column<number>('integer', { default: '0' }),
    /** What so many have in common that it says nothing; or groups that could not be merged. */
    left_out: column<number>('integer', { default: '0' }),
    /** Behind which record or group it goes on. */
    place: column<string | null>('text', { null: true }),
    attempts: column<number>('integer', { default: '0' }),
    worked_ms: column<number>('bigint', { default: '0' }),
    created_at: column<string>('timestamp(3) with time zone'),
    updated_at: column<string>('timestamp(3) with time zone'),
    ended_at: column<string | null>('timestamp(3) with time zone', { null: true }),
  },
  indexes: [{ on: ['object', 'kind', 'id'] }, { on: ['object', 'kind'], unique: true, where: `status = 'running'` }],
})
export type AlikeRun = TableRow<typeof alikeRuns>

/** A record that was merged into another: whoever asks for it is given that one, as long as it does not stand by itself again. */
export const aliases = defineTable('aliases', {
  primary: ['old_id'],
  columns: {
    old_id: column<string>('uuid'),
    object: column<string>('text'),
    new_id: column<string>('uuid'),
    batch: column<string>('uuid'),
    /** Who follows the other one only because of this. */
    followers: column<string[]>('uuid[]'),
    /** The records that were moved over. */
    moved: column<string[]>('uuid[]'),
    at: column<string>('timestamp(3) with time zone'),
  },
  indexes: [{ on: ['new_id'] }, { on: ['batch'] }],
})

declare module '../database/database.ts' {
  interface Tables {
    alike_keys: TableRow<typeof alikeKeys>
    alike_pairs: TableRow<typeof alikePairs>
    alike_runs: Stored<typeof alikeRuns>
    aliases: TableRow<typeof aliases>
  }
}

export const duplicateTables = [alikeKeys, alikePairs, alikeRuns, aliases]
