// Numbers that follow one another without a gap. Each is taken in the transaction that uses it: when that fails, the
// next who asks is given the same one.

import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { column, defineTable, type TableRow } from '../tables/define-table.ts'

export const sequences = defineTable('sequences', {
  primary: ['name', 'period'],
  columns: {
    name: column<string>('text'),
    /** Within which it begins at 1 again: a year; empty where it never does. */
    period: column<string>('text'),
    last: column<number>('integer'),
  },
})
declare module '../database/database.ts' {
  interface Tables {
    sequences: TableRow<typeof sequences>
  }
}

/** The next so many. Whoever else wants one waits until this transaction has ended: take them as late as possible. */
export async function takeNumbers(db: Tx, name: string, period: string, count: number): Promise<readonly number[]> {
  if (count === 0) return []
  const { rows } = await sql<{ last: number }>`insert into sequences as s (name, period, last)
    values (${name}, ${period}, ${count}) on conflict (name, period) do update set last = s.last + ${count}
    returning last`.execute(db)
  const first = Number(rows[0]?.last) - count + 1
  return Array.from({ length: count }, (_, at) => first + at)
}
