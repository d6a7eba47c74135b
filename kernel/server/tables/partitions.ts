import { sql } from 'kysely'
import type { Db, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import type { TableSpec } from './define-table.ts'

/** This month and the two that follow; a job calls it every day. */
export async function ensurePartitions(db: Db, tables: readonly TableSpec[], now: Date) {
  const months = [0, 1, 2].map(ahead => monthOf(now, ahead))
  for (const table of tables.filter(({ monthly }) => monthly))
    for (const month of months) if (!(await isThere(db, table, month))) await addPartition(db, table, month)
}

interface Month {
  readonly from: string
  readonly to: string
}

const monthOf = (now: Date, ahead: number): Month => ({ from: firstOf(now, ahead), to: firstOf(now, ahead + 1) })
const firstOf = (now: Date, ahead: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString()
const nameOf = ({ name }: TableSpec, { from }: Month) => `${name}_${from.slice(0, 7).replace('-', '_')}`

async function isThere(db: Db | Tx, table: TableSpec, month: Month) {
  const { rows } = await sql<{
    there: boolean
  }>`select to_regclass(${nameOf(table, month)}) is not null as there`.execute(db)
  return rows[0]?.there === true
}

/**
 * Made beside the table and then attached, which no writer waits for; `create table … partition of` would stop
 * them all. What was written while the month had no partition lies in the rest, and moves.
 */
const addPartition = (db: Db, table: TableSpec, month: Month) =>
  transact(db, async tx => {
    await sql`set local lock_timeout = '300ms'`.execute(tx)
    await sql`set local statement_timeout = 0`.execute(tx)
    await sql`select pg_advisory_xact_lock(${partitionLock})`.execute(tx)
    if (await isThere(tx, table, month)) return
    const { from, to } = month
    const name = nameOf(table, month)
    const rest = `${table.name}_rest`
    const columns = Object.entries(table.columns)
      .flatMap(([column, { generated }]) => (generated ? [] : [column]))
      .join(', ')
    for (const step of [
      `create table ${name} (like ${table.name} including defaults including generated including constraints including storage)`,
      `lock table ${rest} in access exclusive mode`,
      `with moved as (delete from ${rest} where ${table.monthly} >= '${from}' and ${table.monthly} < '${to}' returning ${columns})
        insert into ${name} (${columns}) select ${columns} from moved`,
      `alter table ${table.name} attach partition ${name} for values from ('${from}') to ('${to}')`,
    ])
      await sql.raw(step).execute(tx)
  })

const partitionLock = 0x7261_7003
