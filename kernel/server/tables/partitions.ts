import { sql } from 'kysely'
import type { Db } from '../database/database.ts'
import type { TableSpec } from './define-table.ts'

/** This month and the two that follow; a job calls it every day. */
export async function ensurePartitions(db: Db, tables: readonly TableSpec[], now: Date) {
  for (const table of tables.filter(({ monthly }) => monthly))
    for (const months of [0, 1, 2]) await sql.raw(createMonth(table.name, now, months)).execute(db)
}

function createMonth(table: string, now: Date, months: number) {
  const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
  const to = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months + 1, 1))
  const name = `${table}_${from.toISOString().slice(0, 7).replace('-', '_')}`
  return `create table if not exists ${name} partition of ${table} for values from ('${from.toISOString()}') to ('${to.toISOString()}')`
}
