import { sql } from 'kysely'
import { inContext } from '../actions/open-context.ts'
import { asJob } from '../jobs/runs.ts'
import type { Kernel } from '../kernel.ts'
import type { Context, Doing } from '../records/context.ts'
import type { Model } from '../tables/model.ts'
import { refresh } from './refresh.ts'
import type { Rules } from './rules.ts'
import { rulesNow } from './rules-now.ts'
import { holdRun, insertRun, keepStep } from './runs.ts'
import type { AlikeRun } from './tables.ts'

/** So many records are compared in one transaction, which must be short however busy the computer is. */
const slice = 500

/** Compares all records of an object, slice by slice in the order of their ids. */
export function beginScan(
  kernel: Kernel,
  doing: Doing & { readonly source: 'page' | 'api' },
  model: Model,
): Promise<AlikeRun> {
  return inContext(kernel, doing, async ctx => {
    const { rows } = await sql<{
      total: number
    }>`select count(*) as total from ${sql.table(model.table)} where deleted_at is null`.execute(ctx.db)
    const { alike } = await rulesNow(ctx.db, model)
    return insertRun(ctx, {
      object: model.name,
      kind: 'scan',
      source: doing.source,
      least: alike.threshold,
      total: rows[0]?.total ?? 0,
    })
  })
}

/** The next slice; nothing when the run is over or somebody else went on. */
export async function scanOn(
  kernel: Kernel,
  run: AlikeRun,
  rules: Rules,
  crowded: Set<number>,
): Promise<AlikeRun | 'end' | undefined> {
  const began = performance.now()
  return inContext(kernel, asJob(kernel), async ctx => {
    if (!(await holdRun(ctx, run))) return undefined
    const model = ctx.models.get(run.object)
    const ids = await idsAfter(ctx, model, run.place)
    const last = ids.at(-1)
    if (last === undefined) return 'end'
    const result = await refresh({ db: ctx.db, models: ctx.models, now: ctx.now }, model, rules, ids)
    const before = crowded.size
    for (const key of result.crowded) crowded.add(key)
    return keepStep(ctx, run, {
      place: last,
      done: ids.length,
      found: result.found,
      left_out: crowded.size - before,
      ms: performance.now() - began,
    })
  })
}

async function idsAfter(ctx: Context, model: Model, place: string | null) {
  const behind = place === null ? sql`true` : sql`id > ${place}::uuid`
  const { rows } = await sql<{
    id: string
  }>`select id from ${sql.table(model.table)} where ${behind} and deleted_at is null order by id limit ${slice}`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}
