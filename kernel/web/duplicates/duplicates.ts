// What is asked of the server about records that look the same.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { request } from '../request.ts'

/** Rule → what it adds to the score, or takes away, and how alike the two are by it. */
export type Points = Readonly<Record<string, { readonly points: number; readonly like: number }>>

export interface Pair {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly points: Points
}
export interface Group {
  readonly score: number
  readonly pairs: readonly Pair[]
  readonly records: readonly AnyRecord[]
}
export interface Found {
  readonly record: AnyRecord
  readonly score: number
  readonly points: Points
}
export interface Run {
  readonly id: string
  readonly kind: 'scan' | 'merge'
  readonly status: 'running' | 'done' | 'cancelled' | 'failed'
  readonly total: number
  readonly done: number
  readonly found: number
  readonly left_out: number
  readonly share: number
  readonly seconds_left: number | null
  readonly batch: string
  readonly own: boolean
}
export interface Rule {
  readonly name: string
  readonly like: Condition
}
type Condition =
  | { readonly of: readonly string[] }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] }
export interface DuplicateState {
  readonly sure: number
  readonly threshold: number
  readonly rules: readonly Rule[]
  readonly count: number
  readonly scan: Run | null
  readonly merge: Run | null
}

type Of = Pick<DescribedObject, 'plural'>
const path = ({ plural }: Of, rest: string) => `/api/${plural}/${rest}`
const post = (object: Of, rest: string, body: object = {}) =>
  request({ method: 'POST', path: path(object, rest), body })

/** All groups, or the one around a record. */
export const groupsQuery = (object: DescribedObject, of?: string) =>
  infiniteQueryOptions({
    queryKey: ['duplicates', object.name, 'groups', of],
    queryFn: async ({ signal, pageParam }) =>
      (await request({ path: path(object, 'duplicates'), query: { limit: 20, after: pageParam, of }, signal })) as {
        readonly groups: readonly Group[]
        readonly next: string | null
      },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

const isRunning = (run: Run | null | undefined) => run?.status === 'running'

export const stateQuery = (object: DescribedObject) =>
  queryOptions({
    queryKey: ['duplicates', object.name, 'state'],
    queryFn: async ({ signal }) =>
      (await request({ path: path(object, 'duplicates/state'), signal })) as DuplicateState,
    refetchInterval: ({ state: { data } }) => (isRunning(data?.scan) || isRunning(data?.merge) ? 700 : false),
  })

export const duplicatesOf = (object: DescribedObject, id: string) =>
  queryOptions({
    queryKey: ['duplicates', object.name, 'of', id],
    queryFn: async ({ signal }) =>
      ((await request({ path: path(object, `${id}/duplicates`), signal })) as { readonly rows: readonly Found[] }).rows,
  })

export const similarTo = (object: DescribedObject, draft: Readonly<Record<string, unknown>>) =>
  queryOptions({
    queryKey: ['duplicates', object.name, 'draft', draft],
    queryFn: async ({ signal }) =>
      (
        (await request({ method: 'POST', path: path(object, 'alike'), body: { draft }, signal })) as {
          readonly rows: readonly Found[]
        }
      ).rows,
    enabled: Object.keys(draft).length > 0,
  })

export const beginScan = (object: Of) => post(object, 'duplicates/scan')
export const beginMerging = (object: Of, least: number) => post(object, 'duplicates/merge', { least })
export const stopRun = (object: Of, run: string) => post(object, 'duplicates/cancel', { run })
export const dismiss = (object: Of, ids: readonly string[]) => post(object, 'duplicates/dismiss', { ids })
export const merge = (object: Of, id: string, others: readonly string[], choices: Readonly<Record<string, string>>) =>
  post(object, `${id}/merge`, { others, choices }) as Promise<AnyRecord>

const pathsIn = (condition: Condition): readonly string[] =>
  'of' in condition ? condition.of : ('any' in condition ? condition.any : condition.all).flatMap(pathsIn)

/** What a rule is called: by the fields of the record that it compares. */
export function labelOfRule(object: DescribedObject, { name, like }: Rule): string {
  const own = [...new Set(pathsIn(like).map(one => one.split('.')[0]))]
  const labels = own.flatMap(field => object.fields.find(known => known.name === field)?.label ?? [])
  const named = object.fields.find(known => known.name === name)?.label
  return named ?? labels.slice(0, 2).join(' + ') ?? name
}
