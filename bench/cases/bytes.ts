// What a change leaves on disk: its row and its part of the indexes, as they stand after all that was written here.

import { sql } from 'kysely'
import type { Bench } from '../compare.ts'

export async function bytes({ place, report }: Bench) {
  const { db } = await place.open()
  const { rows } = await sql<{ bytes: number; rows: number }>`select (select count(*) from changes) as rows,
    (select sum(pg_total_relation_size(inhrelid))::int8 from pg_inherits where inhparent = 'changes'::regclass) as bytes`.execute(
    db,
  )
  await db.destroy()
  const [{ bytes: size, rows: count } = { bytes: 0, rows: 0 }] = rows
  report.line({
    work: `on disk per change row, of ${count.toLocaleString('en')}`,
    ours: count ? `${Math.round(size / count)} bytes` : 'none was written',
  })
}
