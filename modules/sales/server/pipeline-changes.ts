import { type RawBuilder, sql } from 'kysely'
import { tidy } from '#kernel/fields/exact.ts'
import type { Money } from '#kernel/fields/index.ts'
import { canSee } from '#kernel/server/access/rights.ts'
import { visible } from '#kernel/server/access/visible.ts'
import type { Reading } from '#kernel/server/records/list.ts'
import { namesOf } from '#kernel/server/records/titles.ts'
import type { DealEvent } from './history-table.ts'

/** Days, both of them within, as the reader's calendar has them. */
export interface Days {
  readonly from: string
  readonly to: string
}

export interface PipelineChanges {
  readonly totals: readonly EventTotal[]
  /** The newest first. */
  readonly entries: readonly PipelineChange[]
  readonly more: boolean
}

interface EventTotal {
  readonly event: DealEvent
  readonly deals: number
  /** What those deals were worth then, currency by currency; of a changed value, by how much. */
  readonly sums?: readonly Money[]
  /** All of it in the company's currency, by the rates of the days on which the values were written. */
  readonly converted?: Money & { readonly without_rate: number }
}

export interface PipelineChange {
  readonly at: string
  readonly deal: { readonly id: string; readonly title: string }
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly events: readonly DealEvent[]
  readonly stage?: Change<string>
  readonly probability?: number
  readonly value?: Change<Money>
  readonly close_date?: Change<string>
}

interface Change<V> {
  readonly from: V | null
  readonly to: V | null
}

/** What happened in a pipeline, of the deals that the reader may see; told by no more than the fields that they may see. */
export async function pipelineChanges(
  reading: Reading,
  pipeline: string,
  days: Days,
  limit: number,
): Promise<PipelineChanges> {
  const seen = eventsSeen(reading, pipeline, days)
  const [totals, entries] = [await totalsOf(reading, seen), await entriesOf(reading, seen, limit + 1)]
  return { totals, entries: entries.slice(0, limit), more: entries.length > limit }
}

/** Which field an event tells of. */
const tells: Readonly<Record<DealEvent, string>> = {
  created: 'created_at',
  restored: 'created_at',
  removed: 'created_at',
  moved_forward: 'stage',
  moved_back: 'stage',
  moved_across: 'stage',
  won: 'status',
  lost: 'status',
  reopened: 'status',
  value_changed: 'value',
  close_date_changed: 'close_date',
}

const sees = (reading: Reading, field: string) => canSee(reading.actor, reading.models.get('deal'), field)

/** A row for each event of each deal. What was taken back is not told. */
function eventsSeen(reading: Reading, pipeline: string, days: Days): RawBuilder<unknown> {
  const told = Object.entries(tells).flatMap(([event, field]) => (sees(reading, field) ? [event] : []))
  return sql`select h.*, t.id as of, event from deal_history as h join deals as t on t.id = h.deal_id
    cross join unnest(h.events) as event
    where (h.pipeline_id = ${pipeline}::uuid or h.from_pipeline_id = ${pipeline}::uuid) and h.undone_at is null
      and ${within(sql`h.at`, days, reading)} and t.deleted_at is null and ${visible(reading, reading.models.get('deal'), 'read', 't')}
      and event = any(${told}::text[])`
}

export const within = (at: RawBuilder<unknown>, { from, to }: Days, { actor: { locale } }: Reading) =>
  sql`${at} >= ${from}::date::timestamp at time zone ${locale.zone}::text
    and ${at} < (${to}::date + 1)::timestamp at time zone ${locale.zone}::text`

async function totalsOf(reading: Reading, seen: RawBuilder<unknown>): Promise<EventTotal[]> {
  const { rows } = await sql<{ event: DealEvent; deals: number; converted: string | null; without_rate: number }>`
    select event, count(distinct deal_id) as deals,
      sum(value_base - case when event = 'value_changed' then coalesce(from_value_base, 0) else 0 end)::text as converted,
      count(*) filter (where value is not null and value_base is null) as without_rate
    from (${seen}) as s group by event order by event`.execute(reading.db)
  if (!sees(reading, 'value')) return rows.map(({ event, deals }) => ({ event, deals }))
  const { rows: sums } = await sql<{ event: DealEvent; amount: string; currency: string }>`
    select event, currency, sum(amount)::text as amount from (
      select event, value_currency as currency, value as amount from (${seen}) as s where value is not null
      union all
      select event, from_value_currency, -from_value from (${seen}) as s where event = 'value_changed' and from_value is not null
    ) as each group by event, currency order by event, currency`.execute(reading.db)
  return rows.map(({ event, deals, converted, without_rate }) => ({
    event,
    deals,
    sums: sums.flatMap(sum => (sum.event === event ? [{ amount: tidy(sum.amount), currency: sum.currency }] : [])),
    converted: { amount: tidy(converted ?? '0'), currency: reading.actor.locale.currency, without_rate },
  }))
}

interface Entry {
  readonly id: string
  readonly at: string
  readonly deal_id: string
  readonly actor_id: string | null
  readonly events: readonly DealEvent[]
  readonly stage_id: string
  readonly from_stage_id: string | null
  readonly probability: string
  readonly value: string | null
  readonly value_currency: string | null
  readonly from_value: string | null
  readonly from_value_currency: string | null
  readonly close_date: string | null
  readonly from_close_date: string | null
}

async function entriesOf(reading: Reading, seen: RawBuilder<unknown>, limit: number): Promise<PipelineChange[]> {
  const { rows } =
    await sql<Entry>`select id, at, deal_id, actor_id, array_agg(event) as events, stage_id, from_stage_id,
      probability, value, value_currency, from_value, from_value_currency, close_date, from_close_date
    from (${seen}) as s group by id, seq, at, deal_id, actor_id, stage_id, from_stage_id, probability, value, value_currency,
      from_value, from_value_currency, close_date, from_close_date
    order by at desc, seq desc limit ${limit}`.execute(reading.db)
  const named = async (object: string, ids: readonly (string | null)[]) => {
    const found = ids.filter(id => id !== null)
    return new Map((await namesOf(reading, reading.models.get(object), found)).map(({ id, title }) => [id, title]))
  }
  const deals = await named(
    'deal',
    rows.map(row => row.deal_id),
  )
  const people = await named(
    'user',
    rows.map(row => row.actor_id),
  )
  return rows.map(row => ({
    at: row.at,
    deal: { id: row.deal_id, title: deals.get(row.deal_id) ?? '' },
    actor: row.actor_id && people.has(row.actor_id) ? { id: row.actor_id, name: people.get(row.actor_id) ?? '' } : null,
    events: row.events,
    ...(sees(reading, 'stage')
      ? { stage: { from: row.from_stage_id, to: row.stage_id }, probability: Number(row.probability) }
      : {}),
    ...(sees(reading, 'value')
      ? {
          value: {
            from: moneyOf(row.from_value, row.from_value_currency),
            to: moneyOf(row.value, row.value_currency),
          },
        }
      : {}),
    ...(sees(reading, 'close_date') ? { close_date: { from: row.from_close_date, to: row.close_date } } : {}),
  }))
}

const moneyOf = (amount: string | null, currency: string | null): Money | null =>
  amount === null || currency === null ? null : { amount: tidy(amount), currency }
