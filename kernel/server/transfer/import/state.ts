import { sql } from 'kysely'
import { missing, type Problem, Refused } from '../../../schema/refused.ts'
import type { Actor } from '../../access/actor.ts'
import { asJson } from '../../database/as-json.ts'
import type { Db, Tx } from '../../database/database.ts'
import { secondsLeft } from '../../jobs/runs.ts'
import type { Context } from '../../records/context.ts'
import { columnsToInsert } from '../../tables/define-table.ts'
import { insertRows } from '../../tables/insert-rows.ts'
import { type ImportRow, type ImportStatus, importChannel, importRows } from '../tables.ts'
import { countFates, type Outcome, type RowDetail } from './outcome.ts'

const names = [
  ...([
    'id',
    'object',
    'file_id',
    'created_by',
    'limits',
    'status',
    'format',
    'headers',
    'sample',
    'plan',
    'batch',
  ] as const),
  ...(['row', 'rows', 'created', 'updated', 'unchanged', 'failed', 'share', 'worked_ms', 'attempts'] as const),
  ...(['detail', 'problem', 'reverted', 'created_at', 'updated_at', 'ended_at'] as const),
]

export async function getImport(db: Db | Tx, id: string): Promise<ImportRow> {
  const row = await db.selectFrom('imports').select(names).where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('import', id)
  return row
}

/** Of another's import nobody learns that it exists; who may do everything sees all. */
export async function ownImport(db: Db | Tx, actor: Actor, id: string): Promise<ImportRow> {
  const row = await getImport(db, id)
  if (row.created_by !== actor.id && !actor.roles.some(({ everything }) => everything)) throw missing('import', id)
  return row
}

interface Which {
  readonly before: string | null
  readonly object: string | null
}

export const listImports = (db: Db, actor: Actor, { before, object }: Which) =>
  db
    .selectFrom('imports')
    .select(names)
    .where('created_by', actor.id === null ? 'is' : '=', actor.id)
    .$if(before !== null, query => query.where('id', '<', before ?? ''))
    .$if(object !== null, query => query.where('object', '=', object ?? ''))
    .orderBy('id', 'desc')
    .limit(50)
    .execute()

/** What is written along when an import moves on. */
export type Also = Partial<Omit<ImportRow, 'id' | 'status' | 'updated_at'>>

/** Moves an import on, but only from where it is thought to be: of two who press a button one is told. */
export async function moveImport(
  ctx: Context,
  id: string,
  from: readonly ImportStatus[],
  to: ImportStatus,
  also: Also = {},
) {
  const moved = await ctx.db
    .updateTable('imports')
    .set({ ...also, status: to, updated_at: ctx.now })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .returning(names)
    .executeTakeFirst()
  if (!moved) throw new Refused('import.not-now', { status: (await getImport(ctx.db, id)).status })
  await tell(ctx, moved)
  return moved
}

/** What a run starts from: nothing counted, no row looked at. */
export const fromTheStart = {
  row: 0,
  rows: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  failed: 0,
  share: 0,
  worked_ms: 0,
  attempts: 0,
  problem: null,
  ended_at: null,
}

/** Holds the import until the slice is committed. Gone on without us, or stopped: nothing to do here. */
export async function holdImport(
  ctx: Context,
  { id, status, row }: Pick<ImportRow, 'id' | 'status' | 'row'>,
): Promise<boolean> {
  const held = await ctx.db
    .selectFrom('imports')
    .select(['status', 'row'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held?.status === status && held.row === row
}

interface Progress {
  readonly last: number
  readonly share: number
  readonly ms: number
  readonly detail?: readonly RowDetail[]
}

/** Counts a slice and keeps its bad rows, in the transaction that the slice is written in. */
export async function keepProgress(
  ctx: Context,
  id: string,
  outcomes: readonly Outcome[],
  { last, share, ms, detail }: Progress,
): Promise<void> {
  const counts = countFates(outcomes)
  const more = (name: keyof typeof counts) => sql<number>`${sql.ref(name)} + ${counts[name]}`
  const bad = outcomes
    .filter(({ fate }) => fate === 'failed')
    .map(({ row, problems }) => ({ import_id: id, row, problems: (problems ?? []).map(plain) }))
  if (bad.length)
    await insertRows(
      'import_rows',
      rowColumns,
      bad,
      sql`on conflict (import_id, row) do update set problems = excluded.problems`,
    ).execute(ctx.db)
  const row = await ctx.db
    .updateTable('imports')
    .set({
      row: last,
      share,
      rows: sql<number>`rows + ${outcomes.length}`,
      created: more('created'),
      updated: more('updated'),
      unchanged: more('unchanged'),
      failed: more('failed'),
      worked_ms: sql<number>`worked_ms + ${Math.round(ms)}`,
      attempts: 0,
      updated_at: ctx.now,
      ...(detail ? { detail: asJson(detail) } : {}),
    })
    .where('id', '=', id)
    .returning(names)
    .executeTakeFirstOrThrow()
  await tell(ctx, row)
}

const rowColumns = columnsToInsert(importRows)

/** Parameters end up in JSON, which has no place for NUL. */
const plain = (problem: Problem): Problem => JSON.parse(JSON.stringify(problem).replaceAll('\\u0000', '\\ufffd'))

async function tell(ctx: Context, row: ImportRow) {
  const { id, created_by: user } = row
  await sql`select pg_notify(${importChannel}, ${JSON.stringify({ id, user, ...progressOf(row) })})`.execute(ctx.db)
}

/** How far an import has come, for a page. */
export function progressOf({ status, rows, created, updated, unchanged, failed, share, worked_ms }: ImportRow) {
  const seconds = worked_ms / 1000
  const isRunning = status === 'running' || status === 'checking'
  return {
    status,
    rows,
    created,
    updated,
    unchanged,
    failed,
    share,
    rate: seconds > 0 ? Math.round(rows / seconds) : null,
    seconds_left: isRunning ? secondsLeft(share, worked_ms) : null,
  }
}
