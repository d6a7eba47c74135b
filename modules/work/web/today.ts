// What today asks of somebody, as it is asked of the server.

import { queryOptions } from '@tanstack/react-query'
import { addDays, weekOf } from '#kernel/fields/date/day.ts'
import { startOf } from '#kernel/fields/moment/zone.ts'
import type { DescribedObject } from '#kernel/schema/described.ts'
import { listOnce } from '#kernel/web/queries.ts'
import { request } from '#kernel/web/request.ts'
import type { Schema } from '#kernel/web/schema/use-schema.ts'

export interface Entry {
  readonly id: string
  readonly title: string
  readonly starts_at: string
  readonly ends_at: string
  readonly all_day: boolean
  readonly time_zone: string | null
  readonly place: string | null
  readonly video_link: string | null
  readonly status: string
  readonly repeats: boolean
  readonly may_edit: boolean
  readonly people: readonly string[]
}

export interface Calendar {
  readonly entries: readonly Entry[]
  readonly busy: readonly { readonly user: string; readonly starts_at: string; readonly ends_at: string }[]
}

/** From one day to another, which is not among them, by the clock of whoever looks. Without people, one's own. */
export const calendarQuery = (from: string, to: string, zone: string, people?: readonly string[]) =>
  queryOptions({
    queryKey: ['list', 'meeting', 'calendar', from, to, zone, people],
    queryFn: async ({ signal }) => {
      const span = { from: iso(startOf(from, zone)), to: iso(startOf(to, zone)) }
      const query = { ...span, ...(people ? { people: people.join() } : {}) }
      return (await request({ path: '/api/calendar', query, signal })) as Calendar
    },
  })

export const iso = (at: number) => new Date(at).toISOString()

export const dueQuery = (task: DescribedObject, me: string | null, today: string) =>
  listOnce(task, {
    where: { owner_id: me, status: 'open', due_date: { lte: today } },
    sort: 'due_date',
    limit: 100,
    include: ['about'],
    count: true,
  })

/** The next few, for a day on which nothing is left to do. */
export const laterQuery = (task: DescribedObject, me: string | null, today: string) =>
  listOnce(task, {
    where: { owner_id: me, status: 'open', due_date: { gt: today } },
    sort: 'due_date',
    limit: 5,
    include: ['about'],
  })

/** Days to which one puts things off, by what they are called. */
export const laterDays = (today: string) =>
  ({
    tomorrow: addDays(today, 1),
    days: addDays(today, 3),
    monday: addDays(weekOf(today), 7),
    month: addDays(today, 30),
  }) as const

/** That nothing is planned for a record, as a filter says it. */
export const withoutStep = ({ byName }: Pick<Schema, 'byName'>, { steps }: DescribedObject) =>
  steps.flatMap(name => {
    const step = byName(name)?.step
    return step ? [{ count: { of: name, by: step.about, where: step.where, is: 0 } }] : []
  })
