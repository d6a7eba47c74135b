// The story of a record as the server tells it, and how its days stand.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { dayOf } from '../../fields/moment/zone.ts'
import type { DescribedObject } from '../../schema/described.ts'
import type { TimelineEntry } from '../../schema/timeline-entry.ts'
import type { AnyRecord, Included } from '../client.ts'
import { request } from '../request.ts'
import type { Schema } from '../schema/use-schema.ts'

export type Entry = TimelineEntry<AnyRecord>

interface TimelinePage {
  readonly entries: readonly Entry[]
  readonly included: Included
  readonly next: string | null
}

export const timelineQuery = ({ plural, name }: DescribedObject, id: string, only: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['timeline', name, id, only],
    queryFn: async ({ pageParam, signal }) =>
      (await request({
        path: `/api/${plural}/${id}/timeline`,
        query: { after: pageParam, limit: 30, only },
        signal,
      })) as TimelinePage,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** How many of each kind there are in it. */
export const kindsQuery = ({ plural, name }: DescribedObject, id: string) =>
  queryOptions({
    queryKey: ['timeline', name, id, 'kinds'],
    queryFn: async ({ signal }) =>
      ((await request({ path: `/api/${plural}/${id}/timeline/kinds`, signal })) as { kinds: Record<string, number> })
        .kinds,
  })

/** Objects whose records are about others: notes, tasks. */
export const aboutObjects = ({ objects }: Schema, of: DescribedObject) =>
  objects.flatMap(object => {
    const field = object.fields.find(({ type }) => type === 'about')
    return field?.type === 'about' && field.to.includes(of.name) ? [{ object, field }] : []
  })

export const aboutIt = (field: string, of: DescribedObject, id: string) => ({
  [field]: { in: [{ object: of.name, id }] },
})

/** By the day on which it happened, as the clock on the person's wall has it; the newest first, as they come. */
export function byDay(entries: readonly Entry[], zone: string): [day: string, entries: Entry[]][] {
  return [...Map.groupBy(entries, ({ at }) => dayOf(Date.parse(at), zone))]
}

/** 0 is today, -1 yesterday. */
export const daysFrom = (today: string, day: string) => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
