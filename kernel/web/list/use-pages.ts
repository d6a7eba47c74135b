// The rows of a list, page by page behind cursors. Only the pages in sight are watched: the others are forgotten after
// a while, and a change never asks for all of them again.

import { type QueryClient, queryOptions, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { AnyQuery, AnyRecord, Included, Page } from '../client.ts'
import { recordsOf } from '../queries.ts'
import type { Group } from './groups.ts'

export interface Row {
  readonly record: AnyRecord
  readonly included: Included
}

export interface Pages {
  /** For how many rows there is room; more of them as one comes near to the last. */
  readonly count: number
  readonly isComplete: boolean
  readonly at: (index: number) => Row | undefined
  /** How many there are in all, as far as the server counts. */
  readonly total: { readonly count: number; readonly capped: boolean } | undefined
  readonly error: unknown
  readonly isLoading: boolean
  /** What stands there answers to what was asked before. */
  readonly isStale: boolean
  readonly see: (first: number, last: number) => void
  readonly retry: () => void
  readonly groups?: GroupLines
}

/** The lines of a list that stand over the rows of a group. */
export interface GroupLines {
  readonly field: DescribedField
  /** The names of those that are records. */
  readonly included: Included
  readonly at: (index: number) => GroupLine | undefined
  /** In which a row stands. */
  readonly of: (index: number) => string | undefined
  readonly toggle: (key: string) => void
}
export interface GroupLine extends Group {
  /** What is in it, besides what the list asks for. */
  readonly where: unknown
  readonly isOpen: boolean
}

export type ListAsk = Omit<AnyQuery, 'signal' | 'after' | 'limit' | 'count'>

export const pageSize = 100

export const pageQuery = (object: DescribedObject, ask: ListAsk, after: string | undefined) =>
  queryOptions({
    queryKey: ['list', object.name, 'page', ask, after ?? null],
    queryFn: ({ signal }) =>
      recordsOf(object).list({
        ...ask,
        limit: pageSize,
        after,
        signal,
        ...(after === undefined ? { count: true } : {}),
      }),
  })

interface Sight {
  readonly key: string
  readonly first: number
  readonly last: number
}
/** Where each page begins. Each page that arrives says where the next one does. */
export type Cursors = readonly (string | undefined)[]

interface Chain {
  readonly key: string
  readonly cursors: Cursors
}

export function usePages(object: DescribedObject, ask: ListAsk, options: { readonly enabled: boolean }): Pages {
  const queries = useQueryClient()
  const key = JSON.stringify([object.name, ask])
  const [sight, setSight] = useState<Sight>({ key, first: 0, last: 0 })
  const [chain, setChain] = useState<Chain>({ key, cursors: chains.get(key) ?? [undefined] })
  const [before, setBefore] = useState<Page<AnyRecord>>()
  const cursors = chain.key === key ? chain.cursors : (chains.get(key) ?? [undefined])
  const { first, last } = sight.key === key ? sight : { first: 0, last: 0 }
  const numbers = range(first, Math.min(last + 1, cursors.length - 1))
  const answers = useQueries({
    queries: numbers.map(number => ({ ...pageQuery(object, ask, cursors[number]), ...options })),
  })

  const longer = lengthen(cursors, numbers, answers)
  if (longer !== cursors) setChain({ key, cursors: longer })
  useEffect(() => keep(key, longer), [key, longer])
  const start = answers[0]?.data
  if (first === 0 && start && start !== before) setBefore(start)

  const see = useCallback(
    (from: number, to: number) => {
      const wanted = { key, first: Math.floor(from / pageSize), last: Math.floor(to / pageSize) }
      setSight(now =>
        now.key === key && now.first === wanted.first && now.last === wanted.last ? now : { ...wanted, key },
      )
    },
    [key],
  )
  // Asked for by each row: looked up once while it is drawn.
  const seen = new Map<number, Page<AnyRecord> | undefined>()
  const cached = (number: number) => {
    if (!seen.has(number)) seen.set(number, cachedPage(queries, object, ask, cursors, number))
    return seen.get(number)
  }
  const isFresh = cached(0) !== undefined || first > 0
  const shown = (number: number) => (isFresh ? cached(number) : number === 0 ? before : undefined)
  const end = isFresh ? cursors.length - 1 : 0
  const total = totalOf(isFresh ? cached(0) : undefined)
  const lastPage = shown(end)
  return {
    count: end * pageSize + (lastPage ? lastPage.rows.length : expected(total, end)),
    isComplete: isFresh && lastPage?.next === null,
    at: index => {
      const page = shown(Math.floor(index / pageSize))
      const record = page?.rows[index % pageSize]
      return record && { record, included: page.included ?? {} }
    },
    total,
    error: answers.find(({ error }) => error)?.error,
    isLoading: !isFresh && !before,
    isStale: !isFresh,
    see,
    retry: () => {
      for (const answer of answers) if (answer.error) void answer.refetch()
    },
  }
}

/** As long as the lists that one comes back to were. */
const chains = new Map<string, Cursors>()
const mostChains = 30

function keep(key: string, cursors: Cursors) {
  chains.delete(key)
  chains.set(key, cursors)
  const [oldest] = chains.keys()
  if (chains.size > mostChains && oldest !== undefined) chains.delete(oldest)
}

/** Something may have come or gone since: each page that arrives moves the beginning of the next. */
export function lengthen(
  cursors: Cursors,
  numbers: readonly number[],
  answers: readonly { readonly data: Page<AnyRecord> | undefined }[],
): Cursors {
  let longer = cursors
  for (const [at, number] of numbers.entries()) {
    const page = answers[at]?.data
    if (!page || number >= longer.length) continue
    if (page.next === null && longer.length > number + 1) longer = longer.slice(0, number + 1)
    if (page.next !== null && longer[number + 1] !== page.next)
      longer = [...longer.slice(0, number + 1), page.next, ...longer.slice(number + 2)]
  }
  return longer
}

export const cachedPage = (
  queries: QueryClient,
  object: DescribedObject,
  ask: ListAsk,
  cursors: Cursors,
  number: number,
) => (number < cursors.length ? queries.getQueryData(pageQuery(object, ask, cursors[number]).queryKey) : undefined)

const totalOf = (page: Page<AnyRecord> | undefined) =>
  page?.count === undefined ? undefined : { count: page.count, capped: page.capped === true }

const expected = (total: Pages['total'], page: number) =>
  total && !total.capped ? Math.max(0, Math.min(pageSize, total.count - page * pageSize)) : pageSize

export const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
