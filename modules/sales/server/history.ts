import { sql } from 'kysely'
import { consequence } from '#kernel/server/actions/behaviours.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { deal } from '../deal.ts'

export const keepHistory = consequence(deal, ['created', 'updated', 'deleted', 'restored'], async (ctx, drafts) => {
  const ids = drafts.map(({ after }) => after.id)
  if (ctx.source === 'undo') await takeBack(ctx, ids)
  await append(ctx, ids)
})

/**
 * The last row of a deal, and what the deal is now: whatever wrote it, the difference is what happened. A row that is
 * taken back does not count.
 */
const nowAndBefore = (ids: readonly string[]) => sql`
  select d.id, d.created_at, d.pipeline, d.stage, s.place, d.value, d.value_currency, d.value_base, d.close_date,
    case when d.deleted_at is null then d.status else 'removed' end as status,
    case when d.status = 'won' then 100 when d.status = 'lost' then 0 else s.probability end as probability,
    h.id as last, h.pipeline_id, h.stage_id, h.status as was, hs.place as old_place, h.value as old_value,
    h.value_currency as old_currency, h.value_base as old_base, h.close_date as old_date
  from deals as d join stages as s on s.id = d.stage
  left join lateral (select * from deal_history where deal_id = d.id and undone_at is null order by seq desc limit 1) as h on true
  left join stages as hs on hs.id = h.stage_id
  where d.id = any(${[...ids]}::uuid[])`

async function append(ctx: Context, ids: readonly string[]) {
  await sql`insert into deal_history (deal_id, at, actor_id, source, batch, events, enters, pipeline_id, stage_id, status,
      probability, value, value_currency, value_base, close_date, from_pipeline_id, from_stage_id, from_status,
      from_value, from_value_currency, from_value_base, from_close_date)
    select id, case when last is null then created_at else ${ctx.now}::timestamptz end, ${ctx.actor.id}::uuid, ${ctx.source},
      ${ctx.batch}::uuid, events, events && '{created,moved_forward,moved_back,moved_across,won,lost,reopened,removed,restored}',
      pipeline, stage, status, probability, value, value_currency, value_base, close_date, pipeline_id, stage_id, was,
      old_value, old_currency, old_base, old_date
    from (select n.*, array_remove(array[
        case when last is null and status <> 'removed' then 'created' end,
        case when was = 'removed' and status <> 'removed' then 'restored' end,
        case when was <> 'removed' and status = 'removed' then 'removed' end,
        case when status = 'won' and coalesce(was, '') not in ('won', 'removed') then 'won' end,
        case when status = 'lost' and coalesce(was, '') not in ('lost', 'removed') then 'lost' end,
        case when was in ('won', 'lost') and status = 'open' then 'reopened' end,
        case when stage <> stage_id then
          case when pipeline <> pipeline_id then 'moved_across' when place > old_place then 'moved_forward' else 'moved_back' end end,
        case when last is not null and (value, value_currency) is distinct from (old_value, old_currency) then 'value_changed' end,
        case when last is not null and close_date is distinct from old_date then 'close_date_changed' end
      ], null) as events from (${nowAndBefore(ids)}) as n) as found
    where cardinality(events) > 0 order by id`.execute(ctx.db)
}

/**
 * What an undo brings back to how it was before the last row is that row taken back; and an undo of the undo, which
 * makes it as that row says, has it count again.
 */
async function takeBack(ctx: Context, ids: readonly string[]) {
  const now = sql`(n.status, n.stage, n.value, n.value_currency, n.close_date)`
  await sql`update deal_history as h set undone_at = ${ctx.now}
    from (${nowAndBefore(ids)}) as n where h.id = n.last
      and ${now} is not distinct from (coalesce(h.from_status, 'removed'), coalesce(h.from_stage_id, h.stage_id),
        case when h.from_status is null then h.value else h.from_value end,
        case when h.from_status is null then h.value_currency else h.from_value_currency end,
        case when h.from_status is null then h.close_date else h.from_close_date end)
      and ${now} is distinct from (h.status, h.stage_id, h.value, h.value_currency, h.close_date)`.execute(ctx.db)
  await sql`update deal_history as h set undone_at = null
    from (${nowAndBefore(ids)}) as n, lateral (
      select id from deal_history where deal_id = n.id and undone_at is not null order by undone_at desc, seq desc limit 1) as u
    where h.id = u.id
      and ${now} is not distinct from (h.status, h.stage_id, h.value, h.value_currency, h.close_date)
      and (n.was, n.stage_id, n.old_value, n.old_currency, n.old_date) is not distinct from
        (h.from_status, h.from_stage_id, h.from_value, h.from_value_currency, h.from_close_date)`.execute(ctx.db)
}
