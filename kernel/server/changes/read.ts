import { sql } from 'kysely'
import type { Database, Db, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'

/** A change as a reader sees it. */
export interface Change {
  readonly epoch: number
  readonly pos: number
  readonly at: string
  readonly object: string
  readonly record_id: string
  readonly version: number
  readonly events: readonly string[]
  readonly actor_id: string | null
  readonly source: string
  readonly batch: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

export interface Place {
  readonly epoch: number
  readonly pos: number
}

/** Sealed changes after a place, in their order. */
export async function sealedAfter(db: Db | Tx, { epoch, pos }: Place, limit: number): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    select epoch, pos, at, object, record_id, version, events, actor_id, source, batch, before, after from changes
    where (epoch, pos) > (${epoch}, ${pos}) and epoch <= (select epoch from seals order by epoch desc limit 1)
    order by epoch, pos limit ${limit}`.execute(db)
  return rows
}

export async function sealedNow(db: Db | Tx): Promise<Place> {
  const row = await db.selectFrom('seals').select('epoch').orderBy('epoch', 'desc').limit(1).executeTakeFirst()
  return { epoch: row?.epoch ?? 0, pos: Number.MAX_SAFE_INTEGER }
}

/**
 * Hands the next changes to a reader and moves its cursor, in one transaction: what the reader writes there is
 * done exactly once. Answers with how many there were; two processes never read for the same name at once.
 */
export function readOn(database: Database, name: string, now: string, read: (tx: Tx, changes: readonly Change[]) => Promise<void>): Promise<number> {
  return transact(database.db, async tx => {
    const cursor = await takeCursor(tx, name, now)
    if (!cursor) return 0
    const found = await sealedAfter(tx, cursor, batchSize)
    const last = found.at(-1)
    if (!last) return 0
    await read(tx, found)
    await tx.updateTable('readers').set({ epoch: last.epoch, pos: last.pos, updated_at: now }).where('name', '=', name).execute()
    return found.length
  })
}

const batchSize = 500

async function takeCursor(tx: Tx, name: string, now: string): Promise<Place | undefined> {
  const held = sql<Place>`select epoch, pos from readers where name = ${name} for update skip locked`
  const found = (await held.execute(tx)).rows[0]
  if (found) return found
  await tx.insertInto('readers').values({ name, epoch: 0, pos: 0, updated_at: now }).onConflict(row => row.doNothing()).execute()
  return (await held.execute(tx)).rows[0]
}
