import { sql } from 'kysely'
import type { Context } from '../records/context.ts'
import { columnsToInsert } from '../tables/define-table.ts'
import { insertRows } from '../tables/insert-rows.ts'
import type { Model } from '../tables/model.ts'
import { alikePairs } from './tables.ts'

/** Remembers of every two of these that they are not the same, or forgets it; answers of how many. */
export async function dismiss(ctx: Context, { name }: Model, ids: readonly string[], apart: boolean): Promise<number> {
  const sorted = [...new Set(ids)].sort()
  const pairs = sorted.flatMap((a, at) => sorted.slice(at + 1).map(b => ({ a, b })))
  const rows = pairs.map(pair => ({
    object: name,
    ...pair,
    score: 0,
    points: {},
    found_at: ctx.now,
    dismissed_at: apart ? ctx.now : null,
    dismissed_by: apart ? ctx.actor.id : null,
  }))
  if (apart)
    await insertRows(
      'alike_pairs',
      columnsToInsert(alikePairs),
      rows,
      sql`on conflict (a, b) do update set dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by`,
    ).execute(ctx.db)
  else {
    await ctx.db
      .updateTable('alike_pairs')
      .set({ dismissed_at: null, dismissed_by: null })
      .where('a', 'in', sorted)
      .where('b', 'in', sorted)
      .execute()
    await ctx.enqueue('duplicates.refresh', { object: name, ids: sorted })
  }
  return pairs.length
}
