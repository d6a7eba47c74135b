import { sql } from 'kysely'
import { type Undone, undoBatch } from '../changes/undo.ts'
import type { Db } from '../database/database.ts'
import { beginUndo, type Doer, slice } from './begin.ts'

export interface TakenBack extends Undone {
  /** Of a long batch: what takes it back by now, and says how far it has come. */
  readonly run: string | null
}

/** What one request can take back is taken back when this answers; what is more, by a run that goes on by itself. */
export async function takeBack(doer: Doer, batch: string, record?: string): Promise<TakenBack> {
  const { kernel, ...doing } = doer
  if (record !== undefined || !(await isLong(kernel.database.db, batch)))
    return { ...(await undoBatch(kernel, doing, batch, record)), run: null }
  const { id, batch: undoing } = await beginUndo(doer, batch)
  return { undone: 0, kept: [], batch: undoing, run: id }
}

async function isLong(db: Db, batch: string) {
  const { rows } = await sql<{ records: number }>`select count(*) as records from
    (select distinct record_id from changes where batch = ${batch}::uuid limit ${slice + 1}) found`.execute(db)
  return (rows[0]?.records ?? 0) > slice
}
