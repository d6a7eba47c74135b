// A run is written down with its records before anything is done: so it ends, whoever goes away meanwhile.

import { sql } from 'kysely'
import { parseFields } from '../../fields/index.ts'
import { invalidField, missing, Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { may } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import { inContext } from '../actions/open-context.ts'
import { requireOwn } from '../changes/undo.ts'
import { asJson } from '../database/as-json.ts'
import type { Kernel } from '../kernel.ts'
import { among } from '../records/among.ts'
import { readChoice } from '../records/choose.ts'
import type { Context } from '../records/context.ts'
import { parsePatch, requireTargets, requireVerb } from '../records/edge.ts'
import { conditionOf } from '../records/list.ts'
import type { Model } from '../tables/model.ts'
import { getRun } from './state.ts'
import type { BulkReason, BulkRun } from './tables.ts'
import { rightFor } from './verbs.ts'

export interface Doer {
  readonly kernel: Kernel
  readonly actor: Actor
  readonly source: 'page' | 'api'
}

export interface Asked {
  readonly object: string
  readonly verb: string
  readonly input: Readonly<Record<string, unknown>>
  readonly records: Readonly<Record<string, unknown>>
}

/** How many records are written at once, at most: a transaction is short. */
export const slice = 500
const most = 500_000

export function beginBulk(doer: Doer, asked: Asked): Promise<BulkRun> {
  return inContext(doer.kernel, doer, async ctx => {
    const model = ctx.models.find(asked.object)
    if (!model) throw new Refused('unknown-object', { plural: asked.object }, { kind: 'missing' })
    await check(ctx, model, asked)
    const id = await insertRun(ctx, doer, { object: model.name, verb: asked.verb, input: asked.input })
    const { total, reasons } = await keepRecords(ctx, id, model, asked)
    const refused = reasons.reduce((sum, { count }) => sum + count, 0)
    await ctx.db
      .updateTable('bulk_runs')
      .set({ total, done: refused, refused, reasons: asJson(reasons) })
      .where('id', '=', id)
      .execute()
    return begun(ctx, id)
  })
}

/** Takes back a whole batch: so that a long one, too, is taken back to its end. */
export function beginUndo(doer: Doer, batch: string): Promise<BulkRun> {
  return inContext(doer.kernel, doer, async ctx => {
    await requireOwn(ctx, batch)
    const { rows } = await sql<{ object: string; total: number }>`select object, count(distinct record_id) as total
      from changes where batch = ${batch}::uuid group by 1 order by 2 desc, 1`.execute(ctx.db)
    const [first] = rows
    if (!first) throw missing('batch', batch)
    const id = await insertRun(ctx, doer, { object: first.object, verb: 'undo', input: {}, undoes: batch })
    const total = rows.reduce((sum, row) => sum + row.total, 0)
    await ctx.db.updateTable('bulk_runs').set({ total }).where('id', '=', id).execute()
    return begun(ctx, id)
  })
}

/** What is wrong with the wish itself is said at once, and not of each record. */
async function check(ctx: Context, model: Model, { verb, input }: Asked) {
  if (!may(ctx.actor, model, 'read')) throw new Refused('forbidden', { object: model.name, verb: 'read' })
  const action = Object.hasOwn(model.object.actions, verb) ? model.object.actions[verb] : undefined
  if (!action && !['edit', 'delete', 'restore'].includes(verb))
    throw new Refused('missing-action', { object: model.name, action: verb }, { kind: 'missing' })
  requireVerb(ctx, model, rightFor(verb))
  if (verb === 'edit') await requireTargets(ctx, model.fields, [parsePatch(ctx, model, input)])
  if (action) {
    const fields = action.input ?? {}
    await requireTargets(ctx, fields, [parseFields(fields, input, ctx.actor.locale, { partial: false })])
  }
}

async function insertRun(
  ctx: Context,
  { actor, source }: Doer,
  run: Pick<BulkRun, 'object' | 'verb' | 'input'> & { readonly undoes?: string },
) {
  const id = ctx.kernel.newId()
  await ctx.db
    .insertInto('bulk_runs')
    .values({
      id,
      ...run,
      input: asJson(run.input),
      created_by: actor.id,
      limits: asJson(actor.limits ?? null),
      source,
      batch: ctx.batch,
      status: 'running',
      total: 0,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  return id
}

async function begun(ctx: Context, id: string) {
  await ctx.enqueue('bulk.run', { id })
  return getRun(ctx.db, id)
}

/** The records that are meant, and of how many of them it is clear by now that nothing is done to them. */
async function keepRecords(ctx: Context, id: string, model: Model, { verb, records }: Asked) {
  const choice = readChoice(records)
  const trashed = verb === 'restore'
  const condition =
    'ids' in choice
      ? sql`${among('t.id', choice.ids)} and ${conditionOf(ctx, model, { trashed })}`
      : conditionOf(ctx, model, { ...choice, trashed })
  const { rows } = await sql<{ seen: number; allowed: number }>`
    with found as materialized (
      select t.id, coalesce(${visible(ctx, model, rightFor(verb), 't')}, false) as allowed
      from ${sql.table(model.table)} as t where ${condition} limit ${most + 1}),
    numbered as (select id, (row_number() over (order by id) - 1) / ${slice}::int as slice from found where allowed),
    kept as (insert into bulk_slices (run_id, slice, ids)
      select ${id}::uuid, slice, array_agg(id order by id) from numbered group by slice)
    select count(*) as seen, count(*) filter (where allowed) as allowed from found`.execute(ctx.db)
  const { seen = 0, allowed = 0 } = rows[0] ?? {}
  if (seen > most) throw invalidField('where', 'choose.too-many', { max: most })
  const total = 'ids' in choice ? choice.ids.length : seen
  const reason = (code: string, count: number): BulkReason[] =>
    count > 0 ? [{ field: '', code, params: { object: model.name, verb }, count, ids: [] }] : []
  return { total, reasons: [...reason('missing', total - seen), ...reason('forbidden', seen - allowed)] }
}
