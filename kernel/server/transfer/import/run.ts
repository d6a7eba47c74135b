import { sql } from 'kysely'
import { isAnswer, Refused } from '../../../schema/refused.ts'
import { type Actor, systemActor } from '../../access/actor.ts'
import { may } from '../../access/rights.ts'
import { inContext } from '../../actions/open-context.ts'
import { asJson } from '../../database/as-json.ts'
import { withSavepoint } from '../../database/transaction.ts'
import { patience } from '../../jobs/runs.ts'
import type { Kernel } from '../../kernel.ts'
import type { Context } from '../../records/context.ts'
import { type Slice, slices } from '../csv/records.ts'
import { freshActor } from '../fresh-actor.ts'
import type { ImportRow } from '../tables.ts'
import { detailsOf } from './details.ts'
import { forgetKeys } from './keys.ts'
import type { RowDetail } from './outcome.ts'
import type { Remembered } from './resolve.ts'
import { getImport, holdImport, keepProgress, moveImport } from './state.ts'
import { type Importing, readRows, type Written, writeRows } from './write-rows.ts'

export interface Running {
  readonly kernel: Kernel
  readonly signal: AbortSignal
  /** Milliseconds, to tell how fast it goes. */
  readonly stopwatch?: () => number
}

/**
 * Imports, or tries to, from where it was left. Each slice is one transaction that holds the records, their changes and
 * how far the file is read: cut off anywhere, the next run goes on with the next slice, and nothing is done twice.
 */
export async function runImport(running: Running, id: string): Promise<void> {
  const found = await begin(running, id)
  if (!found) return
  try {
    if (await runSlices(running, found)) await end(running, found)
  } catch (error) {
    if (!isAnswer(error)) throw error
    await fail(running, found, error)
  }
}

async function begin(running: Running, id: string): Promise<ImportRow | undefined> {
  const { kernel } = running
  const found = await getImport(kernel.database.db, id)
  if (found.status !== 'running' && found.status !== 'checking') return undefined
  if (found.attempts >= patience) {
    await fail(running, found, new Refused('import.gave-up', { row: found.row + 1 }))
    return undefined
  }
  const isFirst = await inContext(kernel, asSystem(kernel), async ctx => {
    if (!(await holdImport(ctx, found))) return false
    const attempts = found.attempts + 1
    await ctx.db.updateTable('imports').set({ attempts }).where('id', '=', id).execute()
    if (found.row === 0) await ctx.db.deleteFrom('import_rows').where('import_id', '=', id).execute()
    return found.row === 0
  })
  if (isFirst) await forgetAll(running, found)
  return found
}

/** What an earlier try has noted; not any more once somebody has gone on with it. */
async function forgetAll({ kernel }: Running, at: Pick<ImportRow, 'id' | 'status' | 'row'>) {
  const bite = async (ctx: Context) => !(await holdImport(ctx, at)) || forgetKeys(ctx, at.id)
  while (!(await inContext(kernel, asSystem(kernel), bite)));
}

const asSystem = (kernel: Kernel) => ({ actor: systemActor(kernel.locale), source: 'import' as const })

/** Answers whether the file is at its end. */
async function runSlices(running: Running, found: ImportRow): Promise<boolean> {
  const { kernel, signal } = running
  const file = await kernel.database.db
    .selectFrom('files')
    .select(['sha256', 'size'])
    .where('id', '=', found.file_id)
    .executeTakeFirstOrThrow()
  const remembered: Remembered = new Map()
  let [row, done] = [found.row, 0]
  for await (const slice of ahead(slices(kernel.store, file, found.format, row))) {
    signal.throwIfAborted()
    const go = found.status === 'checking' ? trySlice : importSlice
    if (!(await go(running, { ...found, row }, slice, remembered))) return false
    row = slice.last
    if (isMilestone(++done))
      await sql`analyze ${sql.table(kernel.models.get(found.object).table)}`.execute(kernel.database.db)
  }
  return true
}

/** A plan that was made while the table was empty reads all of it: after 4, 16, 64 … slices the database looks again. */
const isMilestone = (slice: number) => slice > 1 && Number.isInteger(Math.log2(slice) / 2)

/** Reads the next slice while the database is busy with this one. */
async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (let found = await next; !found.done; found = await next) {
      next = source.next()
      next.catch(() => {})
      yield found.value
    }
  } finally {
    await source.return(undefined)
  }
}

type Step = (running: Running, at: ImportRow, slice: Slice, remembered: Remembered) => Promise<boolean>

const importSlice: Step = (running, at, slice, remembered) =>
  inSlice(running, at, slice, async ctx => {
    const importing = importingOf(ctx, at, remembered)
    return { outcomes: await writeRows(ctx, importing, await readRows(ctx, importing, slice.rows)) }
  })

/** The very same, taken back: so a dry run says what rules, permissions and the database will say. */
const trySlice: Step = (running, at, slice, remembered) =>
  inSlice(running, at, slice, async ctx => {
    const importing = { ...importingOf(ctx, at, remembered), compared: at.row === 0 }
    const rows = await readRows(ctx, importing, slice.rows)
    const tried = async () => {
      const outcomes = await writeRows(ctx, importing, rows)
      return { outcomes, ...(at.row === 0 ? { detail: await detailsOf(ctx, importing.model, outcomes) } : {}) }
    }
    const done = await withSavepoint(ctx.db, tried, () => true)
    ctx.afterCommit.length = 0
    return done
  })

interface Done {
  readonly outcomes: readonly Written[]
  readonly detail?: readonly RowDetail[]
}

/** Answers false when the import is no longer where it was thought to be: cancelled, or taken over. */
async function inSlice(
  { kernel, stopwatch = () => performance.now() }: Running,
  at: ImportRow,
  { last, share }: Slice,
  work: (ctx: Context) => Promise<Done>,
): Promise<boolean> {
  const began = stopwatch()
  const actor = await importer(kernel, at)
  return inContext(kernel, { actor, source: 'import', batch: at.batch }, async ctx => {
    if (!(await holdImport(ctx, at))) return false
    const { outcomes, detail } = await work(ctx)
    await keepProgress(ctx, at.id, outcomes, { last, share, ms: stopwatch() - began, ...(detail ? { detail } : {}) })
    return true
  })
}

/** Whoever began it, with the rights of this moment. */
async function importer(kernel: Kernel, { created_by, limits, object }: ImportRow): Promise<Actor> {
  const actor = await freshActor(kernel.database.db, { id: created_by, ...(limits ? { limits } : {}) }, kernel.locale)
  const model = kernel.models.find(object)
  if (!model || !may(actor, model, 'import')) throw new Refused('forbidden', { object, verb: 'import' })
  return actor
}

const importingOf = (ctx: Context, { id, object, plan, headers }: ImportRow, remembered: Remembered): Importing => ({
  importId: id,
  model: ctx.models.get(object),
  plan,
  width: headers.length,
  remembered,
})

async function end(running: Running, found: ImportRow) {
  const { kernel } = running
  const moved = await inContext(kernel, asSystem(kernel), async ctx => {
    const to = found.status === 'checking' ? 'checked' : 'done'
    const ended = await moveImport(ctx, found.id, [found.status], to, { share: 1, ended_at: ctx.now })
    const { created_by, created, updated, failed } = ended
    if (to === 'done' && created_by)
      await ctx.notify([created_by], { code: 'import.done', params: { created, updated, failed } })
    return ended
  })
  await forgetAll(running, moved)
}

/** A dry run that fails leaves the import as it was. */
async function fail({ kernel }: Running, { id, status }: ImportRow, { code, params }: Refused) {
  const problem = asJson({ code, params })
  const to = status === 'checking' ? 'new' : 'failed'
  await inContext(kernel, asSystem(kernel), ctx => moveImport(ctx, id, [status], to, { problem, ended_at: ctx.now }))
}
