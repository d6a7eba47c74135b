// When somebody last did something about a deal, since when it stands in its stage, and from which day on it rots there.

import { sql } from 'kysely'
import { addDays } from '#kernel/fields/date/day.ts'
import type { AboutLink } from '#kernel/fields/index.ts'
import type { ObjectShape, Row } from '#kernel/schema/object.ts'
import { consequence, defineJob, rule } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { dayIn } from '#kernel/server/records/day.ts'
import { attachedFile } from '../../work/attached-file.ts'
import { call } from '../../work/call.ts'
import { note } from '../../work/note.ts'
import { meeting, task } from '../../work/planned.ts'
import { deal } from '../deal.ts'
import { stage } from '../pipeline.ts'
import { type StageRules, stagesOf } from './stages.ts'

type Deal = Row<typeof deal>

export const touchChanged = rule(deal, ['create', 'update'], async (ctx, drafts) => {
  const stages = await stagesOf(
    ctx,
    drafts.map(({ after }) => after.stage),
  )
  const entered = drafts.filter(({ before, after }) => enters(before, after)).map(({ after }) => after)
  const before = ctx.source === 'undo' ? await enteredBefore(ctx, entered) : new Map<string, string>()
  return drafts.map(draft => {
    const since = enters(draft.before, draft.after) ? (before.get(draft.after.id) ?? ctx.now) : draft.after.stage_since
    return { stage_since: since, ...touched(ctx, draft.after, stages) }
  })
})

const enters = (before: Deal | null, after: Deal) =>
  before?.stage !== after.stage || (before.status !== 'open' && after.status === 'open')

/** A move that is taken back has never been: the deal stands there since it first came. */
async function enteredBefore(ctx: Context, deals: readonly Deal[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; at: string }>`select d.id, h.at
    from unnest(${deals.map(({ id }) => id)}::uuid[], ${deals.map(row => row.stage)}::uuid[]) as d (id, stage)
    cross join lateral (select at from deal_history where deal_id = d.id and stage_id = d.stage and enters and undone_at is null
      order by seq desc limit 1) as h`.execute(ctx.db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

function touched(ctx: Context, { stage: id, status }: Deal, stages: ReadonlyMap<string, StageRules>) {
  return { touched_at: ctx.now, rots_on: rotsOn(ctx, status, ctx.now, stages.get(id)?.rots_after) }
}

/** By the company's calendar; what is won or lost rots no more. */
function rotsOn(ctx: Context, status: Deal['status'], touchedAt: string, days: number | string | null | undefined) {
  if (status !== 'open' || days === null || days === undefined) return null
  return addDays(dayIn(ctx.kernel.locale.zone, new Date(touchedAt)), Number(days))
}

/** What is written, planned, done or filed about a deal touches it. */
type About = ObjectShape & { readonly fields: { readonly about: { readonly type: 'about' } } }

const touching = <O extends About>(object: O) =>
  consequence(object, ['created', 'updated'], async (ctx, drafts) => {
    const links = drafts.flatMap(({ after }) => after.about as readonly AboutLink[])
    const ids = [...new Set(links.flatMap(({ object: about, id }) => (about === deal.name ? [id] : [])))]
    const deals = await ctx.byIds(deal, ids)
    const stages = await stagesOf(
      ctx,
      deals.map(row => row.stage),
    )
    await ctx.derive(
      deal,
      deals.map(row => ({ row, patch: touched(ctx, row, stages) })),
    )
  })

export const touchNoted = touching(note)
export const touchPlanned = touching(task)
export const touchCalled = touching(call)
export const touchMet = touching(meeting)
export const touchFiled = touching(attachedFile)

const rotAnewJob = 'stage.rot-anew'

/** Another patience of the stage is another day for every deal that stands in it: however many, a moment later. */
export const patience = consequence(stage, ['updated'], async (ctx, drafts) => {
  for (const { before, after } of drafts)
    if (before?.rots_after !== after.rots_after) await ctx.enqueue(rotAnewJob, { stage: after.id })
})

/** Run again, it finds what it has done and changes nothing. */
export const rotAnew = defineJob(rotAnewJob, { retries: 5, retryDelay: 10, expires: 3600 }, async (ctx, data) => {
  let last: string | undefined
  do last = await ctx.transaction(tx => rotSlice(tx, String(data.stage), last))
  while (last !== undefined)
})

const slice = 500

/** The deals behind one, each by the stage in which it stands when it is held; answers with the last of them. */
async function rotSlice(ctx: Context, id: string, last: string | undefined) {
  const behind = last === undefined ? sql`true` : sql`id > ${last}::uuid`
  const { rows } = await sql<{ id: string }>`select id from deals
    where stage = ${id}::uuid and status = 'open' and deleted_at is null and ${behind} order by id limit ${slice}`.execute(
    ctx.db,
  )
  const ids = rows.map(row => row.id)
  const deals = await ctx.byIds(deal, ids)
  const stages = await stagesOf(
    ctx,
    deals.map(row => row.stage),
  )
  const edits = deals.map(row => {
    const days = stages.get(row.stage)?.rots_after
    return { row, patch: { rots_on: rotsOn(ctx, row.status, row.touched_at ?? row.updated_at, days) } }
  })
  await ctx.derive(deal, edits)
  return ids.at(-1)
}
