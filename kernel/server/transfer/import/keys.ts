import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../records/context.ts'
import type { Model } from '../../tables/model.ts'
import { keyIn } from './find.ts'
import type { Plan } from './plan.ts'
import type { ReadRow } from './read-row.ts'
import { idColumn } from './targets.ts'

interface Named {
  readonly row: ReadRow
  readonly field: string
  readonly hashed: string
}

/**
 * Of two rows that name one unique value the second is told of the first. Which were named stands in a table: the
 * memory of the process does not grow with the file, and a run that was cut off knows again.
 */
export async function markTwins(
  ctx: Context,
  model: Model,
  { columns }: Plan,
  importId: string,
  rows: readonly ReadRow[],
): Promise<void> {
  const fields = columns.map(({ field }) => field).filter(name => name === idColumn || model.fields[name]?.unique)
  const named = rows.flatMap(row => fields.flatMap(field => nameOf(ctx, model, row, field)))
  if (named.length === 0) return
  const first = new Map<string, number>()
  for (const { hashed, row } of named) if (!first.has(hashed)) first.set(hashed, row.row)
  for (const [hashed, row] of await earlier(ctx, importId, first)) first.set(hashed, row)
  for (const { row, field, hashed } of named) {
    const before = first.get(hashed) ?? row.row
    if (before < row.row) row.problems.push({ field, code: 'import.twin', params: { row: before } })
  }
}

function nameOf(ctx: Context, model: Model, row: ReadRow, field: string): Named[] {
  const given = field === idColumn ? row.id : row.input[field]
  if (given === null || given === undefined) return []
  const key = keyIn(ctx, model, field, given)
  if (key === undefined) return []
  row.keys.set(field, key)
  return [{ row, field, hashed: hashOf(`${field} ${String(key)}`) }]
}

/** Eight bytes are enough to tell some millions of values apart. */
const hashOf = (text: string) => String(hash('md5', text, 'buffer').readBigInt64BE())

/** Keeps the new ones; answers with those that a slice before this one had. */
async function earlier(ctx: Context, importId: string, first: ReadonlyMap<string, number>) {
  const { rows } = await sql<{
    key: string
    row: number
  }>`with given as (select * from unnest(${[...first.keys()]}::bigint[], ${[...first.values()]}::int[]) as g (key, row)),
    added as (insert into import_keys (import_id, key, row) select ${importId}::uuid, key, row from given on conflict do nothing)
    select k.key::text as key, k.row from import_keys k join given g on g.key = k.key where k.import_id = ${importId}::uuid and k.row < g.row`.execute(
    ctx.db,
  )
  return rows.map(({ key, row }) => [key, row] as const)
}

const bite = 20_000

/** A bite at a time, as no write should last. By their places: nothing knows yet how many there are, and a join may go wrong. */
export async function forgetKeys(ctx: Context, importId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from import_keys where ctid = any(array(
    select ctid from import_keys where import_id = ${importId}::uuid limit ${bite}))`.execute(ctx.db)
  return Number(numAffectedRows ?? 0) < bite
}
