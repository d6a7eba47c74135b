import { sql } from 'kysely'
import type { Db, Tx } from '../database/database.ts'
import { hot } from '../database/hot.ts'
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

export const samePlace = (one: Place, other: Place) => one.epoch === other.epoch && one.pos === other.pos

/** Who finds fewer has read to the end. */
export const mostAtOnce = 500

/** Sealed changes after a place, in their order: a few hundred at a time. */
export async function sealedAfter(db: Db | Tx, { epoch, pos }: Place): Promise<readonly Change[]> {
  const { rows } = await db.executeQuery(hot<Change>(after, [epoch, pos]))
  return rows
}

const after = `select epoch, pos, at, object, record_id, version, events, actor_id, source, batch, before, after
  from changes where (epoch, pos) > ($1, $2) and epoch <= (select max(epoch) from seals) order by epoch, pos limit ${mostAtOnce}`

export async function sealedNow(db: Db | Tx): Promise<Place> {
  const row = await db.selectFrom('seals').select('epoch').orderBy('epoch', 'desc').limit(1).executeTakeFirst()
  return { epoch: row?.epoch ?? 0, pos: Number.MAX_SAFE_INTEGER }
}

/** Gives a new reader its place; one that is known keeps its own. */
export async function addReader(db: Db, name: string, from: 'beginning' | 'now', now: string) {
  const { epoch, pos } = from === 'now' ? await sealedNow(db) : { epoch: 0, pos: 0 }
  await db
    .insertInto('readers')
    .values({ name, epoch, pos, updated_at: now })
    .onConflict(row => row.doNothing())
    .execute()
}

export interface Reading {
  readonly count: number
  /** Where the reader stands now. */
  readonly place: Place
}

/**
 * Hands the next changes to a reader and moves its cursor, in one transaction: what the reader writes there is
 * done exactly once. Two processes never read for the same name at once: the second hears that it is busy.
 */
export function readOn(
  db: Db,
  name: string,
  now: string,
  read: (tx: Tx, changes: readonly Change[]) => Promise<void>,
): Promise<Reading | 'busy'> {
  return transact(db, async tx => {
    const place = await takeCursor(tx, name)
    if (!place) return 'busy'
    const found = await sealedAfter(tx, place)
    const last = found.at(-1)
    if (!last) return { count: 0, place }
    await read(tx, found)
    await tx
      .updateTable('readers')
      .set({ epoch: last.epoch, pos: last.pos, updated_at: now })
      .where('name', '=', name)
      .execute()
    return { count: found.length, place: { epoch: last.epoch, pos: last.pos } }
  })
}

async function takeCursor(tx: Tx, name: string): Promise<Place | undefined> {
  const { rows } = await tx.executeQuery(
    hot<Place>('select epoch, pos from readers where name = $1 for update skip locked', [name]),
  )
  return rows[0]
}

export interface ReaderState {
  readonly name: string
  /** How long what it has not read has been there, in seconds; 0 when it has read everything. */
  readonly behind: number
}

/** How far each of these has come. A name of an earlier version, which nobody reads for any more, keeps its place unseen. */
export async function readerStates(db: Db, names: readonly string[], now: string): Promise<readonly ReaderState[]> {
  const { rows } = await sql<ReaderState>`
    select name, case when next.at is null then 0 else greatest(extract(epoch from ${now}::timestamptz - next.at), 0.001) end::float8 as behind
    from readers r left join lateral (
      select at from changes c where (c.epoch, c.pos) > (r.epoch, r.pos) and c.epoch <= (select max(epoch) from seals)
      order by c.epoch, c.pos limit 1) next on true
    where name = any(${[...names]}::text[]) order by name`.execute(db)
  return rows
}
