import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'

/** How a reader hears that there is something to read. */
export const sealedChannel = 'sealed'

/**
 * Closes the open epoch and gives its rows their place in the order, once all who write in it have ended.
 * Any number of processes may call it; one at a time does it. Answers with what is sealed, or null when
 * there was nothing to do.
 */
export function seal(database: Database, now: string): Promise<number | null> {
  return transact(database.db, async tx => {
    if (!(await isAlone(tx))) return null
    const last = await lastSealed(tx)
    if (!(await somethingAfter(tx, last))) return null
    const closed = await closeEpoch(tx)
    for (let epoch = last + 1; epoch <= closed; epoch++) await waitForWriters(tx, epoch)
    return sealRows(tx, last, closed, now)
  })
}

const sealerLock = 0x7261_7002

async function isAlone(tx: Tx) {
  const { rows } = await sql<{ alone: boolean }>`select pg_try_advisory_xact_lock(${sealerLock}) as alone`.execute(tx)
  return rows[0]?.alone === true
}

async function lastSealed(tx: Tx) {
  const row = await tx.selectFrom('seals').select('epoch').orderBy('epoch', 'desc').limit(1).executeTakeFirst()
  return row?.epoch ?? 0
}

async function somethingAfter(tx: Tx, epoch: number) {
  return (await tx.selectFrom('changes').select('epoch').where('epoch', '>', epoch).limit(1).executeTakeFirst()) !== undefined
}

async function closeEpoch(tx: Tx) {
  const { rows } = await sql<{ epoch: number }>`select nextval('change_epoch') as epoch`.execute(tx)
  return rows[0]?.epoch ?? 0
}

const waitForWriters = (tx: Tx, epoch: number) =>
  sql`select pg_advisory_xact_lock(4611686018427387904 + ${epoch}::bigint)`.execute(tx)

/** Who did what to which record, and the digest of the values: these may be erased without breaking the chain. */
const line = sql`convert_to(concat_ws('|', epoch, pos, at, object, record_id, version, array_to_string(events, ','), actor_id, source, batch), 'UTF8') || digest`

async function sealRows(tx: Tx, last: number, upTo: number, now: string) {
  const { rows } = await sql<{ epoch: number }>`
    insert into seals (epoch, rows, chain, sealed_at)
    select ${upTo}::bigint, count(*), sha256(
        coalesce((select chain from seals order by epoch desc limit 1), ''::bytea)
        || string_agg(${line}, ''::bytea order by epoch, pos)), ${now}::timestamptz
    from changes where epoch > ${last} and epoch <= ${upTo}
    having count(*) > 0
    returning epoch`.execute(tx)
  const sealed = rows[0]?.epoch ?? null
  if (sealed !== null) await sql`select pg_notify(${sealedChannel}, ${String(sealed)})`.execute(tx)
  return sealed
}
