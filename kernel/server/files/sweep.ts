import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import type { Entry, FileStore } from './file-store.ts'
import { lockOf } from './files.ts'

const day = 24 * 60 * 60 * 1000
const batch = 500

/** Removes content that no row names any more, once it is a day old: uploads that were given up, files removed. */
export async function sweepFiles(db: Db, store: FileStore, now: Date) {
  const before = new Date(now.getTime() - day)
  let removed = await store.dropUnfinished(before)
  for await (const entries of batches(store.entries())) {
    const old = entries.filter(entry => entry.storedAt < before)
    for (const entry of await unnamed(db, old)) if (await removeUnnamed(db, store, entry, before)) removed += 1
  }
  return removed
}

async function* batches(entries: AsyncIterable<Entry>) {
  let some: Entry[] = []
  for await (const entry of entries) {
    some.push(entry)
    if (some.length < batch) continue
    yield some
    some = []
  }
  yield some
}

async function unnamed(db: Db, entries: readonly Entry[]) {
  if (!entries.length) return []
  const wanted = entries.map(entry => entry.sha256)
  const rows = await db.selectFrom('files').select('sha256').where('sha256', 'in', wanted).execute()
  const named = new Set(rows.map(row => row.sha256))
  return entries.filter(entry => !named.has(entry.sha256))
}

const removeUnnamed = (db: Db, store: FileStore, entry: Entry, before: Date) =>
  transact(db, async tx => {
    await sql`select pg_advisory_xact_lock(${lockOf(entry)})`.execute(tx)
    const storedAt = await store.storedAt(entry.sha256)
    const row = await tx.selectFrom('files').select('id').where('sha256', '=', entry.sha256).limit(1).executeTakeFirst()
    if (row || !storedAt || storedAt >= before) return false
    await store.remove(entry.sha256)
    return true
  })
