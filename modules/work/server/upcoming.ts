import { sql } from 'kysely'
import type { Row } from '#kernel/schema/object.ts'
import type { Reading } from '#kernel/server/records/list.ts'
import type { meeting } from '../planned.ts'
import { instantsOf } from './instants.ts'
import { remindAt } from './remind.ts'

export type Meeting = Row<typeof meeting>

export const hour = 3_600_000
/** As far as one looks for the next time of a series. */
export const horizon = 10 * 366 * 24 * hour
export const iso = (at: number) => new Date(at).toISOString()
export const lengthOf = ({ starts_at, ends_at }: Pick<Meeting, 'starts_at' | 'ends_at'>) =>
  Date.parse(ends_at ?? starts_at) - Date.parse(starts_at)

/** When it is next, and when one is reminded of that. What was once stays where it was. */
export function upcoming(row: Meeting, skipped: readonly number[] = [], now: string) {
  const next = nextOf(row, skipped, Date.parse(now))
  const remind = row.status === 'planned' ? remindAt(row.reminder, next) : undefined
  return {
    next_at: iso(next),
    remind_at: remind === undefined || remind <= Date.parse(now) ? null : iso(remind),
  }
}

function nextOf(row: Meeting, skipped: readonly number[], now: number): number {
  const first = Date.parse(row.starts_at)
  if (!row.repeats) return first
  const [next] = instantsOf(row, skipped, Math.max(first, now - lengthOf(row)), now + horizon)
  return next ?? first
}

/** At which of its times each of some series is not: it was moved, or skipped. */
export async function stoodAt({ db }: Pick<Reading, 'db'>, ids: readonly string[]) {
  const found = new Map<string, number[]>()
  if (ids.length === 0) return found
  const { rows } = await sql<{ series: string; stood_at: string }>`select series, stood_at from meetings
    where series = any(${[...ids]}::uuid[]) and stood_at is not null and deleted_at is null`.execute(db)
  for (const { series, stood_at } of rows) found.set(series, [...(found.get(series) ?? []), Date.parse(stood_at)])
  return found
}
