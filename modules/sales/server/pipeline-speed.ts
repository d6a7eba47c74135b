import { sql } from 'kysely'
import { tidy } from '#kernel/fields/exact.ts'
import type { Money } from '#kernel/fields/index.ts'
import { Refused } from '#kernel/schema/refused.ts'
import { canSee } from '#kernel/server/access/rights.ts'
import { visible } from '#kernel/server/access/visible.ts'
import type { Reading } from '#kernel/server/records/list.ts'
import { type Days, within } from './pipeline-changes.ts'

export interface StageTime {
  readonly stage: string
  /** Stays that ended within the days asked for. */
  readonly ended: number
  readonly average_days: number | null
  readonly median_days: number | null
  /** Deals that stand there now. */
  readonly standing: number
  readonly standing_average_days: number | null
}

export interface Velocity {
  readonly open: number
  readonly won: number
  readonly lost: number
  /** Of a hundred that were closed. */
  readonly win_rate: number | null
  /** From its first day to the day it was won. */
  readonly cycle_days: number | null
  readonly average_won?: Money | null
  /** What the pipeline brings in a day: open deals × win rate × average won ÷ days of a cycle. */
  readonly a_day?: Money | null
}

const days = (seconds: ReturnType<typeof sql>) => sql`round((${seconds} / 86400)::numeric, 2)::float8`

/** How long deals stay in each stage, as the history of those that the reader may see tells. */
export async function stageTimes(reading: Reading, pipeline: string, span: Days, now: string): Promise<StageTime[]> {
  requireSeen(reading)
  const lasted = sql`extract(epoch from ended - began)`
  const inSpan = sql`ended is not null and ${within(sql`ended`, span, reading)}`
  const standing = sql`extract(epoch from ${now}::timestamptz - began)`
  const { rows } = await sql<StageTime>`
    select s.id as stage, count(*) filter (where ${inSpan}) as ended,
      ${days(sql`avg(${lasted}) filter (where ${inSpan})`)} as average_days,
      ${days(sql`percentile_cont(0.5) within group (order by ${lasted}) filter (where ${inSpan})`)} as median_days,
      count(*) filter (where began is not null and ended is null) as standing,
      ${days(sql`avg(${standing}) filter (where ended is null)`)} as standing_average_days
    from stages as s left join (
      select h.stage_id, h.status, h.at as began, lead(h.at) over (partition by h.deal_id order by h.seq) as ended
      from deal_history as h join deals as t on t.id = h.deal_id
      where h.enters and h.undone_at is null and t.deleted_at is null
        and ${visible(reading, reading.models.get('deal'), 'read', 't')}
    ) as stay on stay.stage_id = s.id and stay.status = 'open'
    where s.pipeline = ${pipeline}::uuid and s.deleted_at is null
    group by s.id, s.place order by s.place, s.id`.execute(reading.db)
  return rows
}

/** What a pipeline brings: of the deals closed within some days, and those that are open now. */
export async function velocityOf(reading: Reading, pipeline: string, { from, to }: Days): Promise<Velocity> {
  requireSeen(reading)
  const { rows } = await sql<{
    open: number
    won: number
    lost: number
    win_rate: number | null
    cycle_days: number | null
    average_won: string | null
    a_day: string | null
  }>`
    with counted as (
      select count(*) filter (where t.status = 'open') as open,
        count(*) filter (where t.status = 'won' and ${closed(from, to)}) as won,
        count(*) filter (where t.status = 'lost' and ${closed(from, to)}) as lost,
        avg(t.value_base) filter (where t.status = 'won' and ${closed(from, to)}) as average_won,
        avg(extract(epoch from (select max(h.at) - min(h.at) from deal_history as h
            where h.deal_id = t.id and h.undone_at is null and h.events && '{created,won}') / 86400))
          filter (where t.status = 'won' and ${closed(from, to)}) as cycle
      from deals as t where t.pipeline = ${pipeline}::uuid and t.deleted_at is null
        and ${visible(reading, reading.models.get('deal'), 'read', 't')}
    )
    select open, won, lost, round(100.0 * won / nullif(won + lost, 0), 2)::float8 as win_rate,
      round(cycle::numeric, 2)::float8 as cycle_days, round(average_won, 2)::text as average_won,
      round(open * (won::numeric / nullif(won + lost, 0)) * average_won / nullif(cycle, 0)::numeric, 2)::text as a_day
    from counted`.execute(reading.db)
  const { average_won, a_day, ...counts } = rows[0] ?? { average_won: null, a_day: null, ...nothing }
  if (!canSee(reading.actor, reading.models.get('deal'), 'value')) return counts
  const inOwn = (amount: string | null) =>
    amount === null ? null : { amount: tidy(amount), currency: reading.actor.locale.currency }
  return { ...counts, average_won: inOwn(average_won), a_day: inOwn(a_day) }
}

const closed = (from: string, to: string) => sql`t.closed_on between ${from}::date and ${to}::date`
const nothing = { open: 0, won: 0, lost: 0, win_rate: null, cycle_days: null }

function requireSeen({ actor, models }: Reading) {
  const model = models.get('deal')
  const hidden = ['stage', 'status', 'closed_on'].find(name => !canSee(actor, model, name))
  if (hidden) throw new Refused('forbidden', { object: model.name, verb: 'read' })
}
