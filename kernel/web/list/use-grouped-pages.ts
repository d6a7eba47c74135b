import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { type Group, inSight, keyOf, type Placed, placeAt, placed, within } from './groups.ts'
import { useAddress } from './list-address.ts'
import { useGroups } from './use-groups.ts'
import {
  type Cursors,
  cachedPage,
  type ListAsk,
  lengthen,
  type Pages,
  pageQuery,
  pageSize,
  range,
} from './use-pages.ts'

interface Chains {
  readonly key: string
  /** By the key of the group. */
  readonly of: ReadonlyMap<string, Cursors>
}

const atFirst: Cursors = [undefined]
const roomWhileLoading = 12

/** The same rows as without groups, each under the line of its group. A closed group asks for nothing. */
export function useGroupedPages(
  object: DescribedObject,
  ask: ListAsk,
  field: DescribedField,
  sum: readonly string[],
  options: { readonly enabled: boolean },
): Pages {
  const queries = useQueryClient()
  const key = JSON.stringify([object.name, ask, field.name])
  const found = useGroups(object, ask, field, sum, options)
  const [search, go] = useAddress()
  const closed = useMemo(() => new Set(search.closed?.map(keyOf)), [search.closed])
  const [{ first, last }, setSight] = useState({ first: 0, last: 0 })
  const [chains, setChains] = useState<Chains>({ key, of: new Map() })
  const known = chains.key === key ? chains.of : new Map<string, Cursors>()
  const cursorsOf = (group: Group) => known.get(group.key) ?? atFirst
  const askFor = ({ value }: Group): ListAsk => ({ ...ask, where: within(ask.where, field, value) })
  const page = (group: Group, number: number) => cachedPage(queries, object, askFor(group), cursorsOf(group), number)

  const all = placed(found.groups ?? [], group => {
    if (closed.has(group.key)) return 0
    const before = (cursorsOf(group).length - 1) * pageSize
    const end = page(group, cursorsOf(group).length - 1)
    return before + (end ? end.rows.length : Math.max(0, Math.min(pageSize, group.count - before)))
  })
  const wanted = all.flatMap(place => pagesInSight(place, first, last, cursorsOf(place.group)))
  const answers = useQueries({
    queries: wanted.map(({ group, number }) => pageQuery(object, askFor(group), cursorsOf(group)[number])),
  })

  const longer = all.flatMap(({ group }) => {
    const here = wanted.flatMap((one, at) => (one.group === group ? [{ number: one.number, answer: answers[at] }] : []))
    const before = cursorsOf(group)
    const after = lengthen(
      before,
      here.map(({ number }) => number),
      here.map(({ answer }) => ({ data: answer?.data })),
    )
    return after === before ? [] : [[group.key, after] as const]
  })
  if (longer.length > 0) setChains({ key, of: new Map([...known, ...longer]) })

  const see = useCallback(
    (from: number, to: number) =>
      setSight(now => (now.first === from && now.last === to ? now : { first: from, last: to })),
    [],
  )
  const end = all.at(-1)
  return {
    count: found.groups ? (end ? end.start + 1 + end.rows : 0) : roomWhileLoading,
    isComplete:
      found.groups !== undefined && all.every(({ group, rows }) => closed.has(group.key) || rows >= group.count),
    at: index => {
      const place = placeAt(all, index)
      if (!place || place.start === index) return undefined
      const row = index - place.start - 1
      const here = page(place.group, Math.floor(row / pageSize))
      const record = here?.rows[row % pageSize]
      return record && { record, included: here.included ?? {} }
    },
    total: found.groups && { count: found.groups.reduce((sumOf, { count }) => sumOf + count, 0), capped: false },
    error: found.error ?? answers.find(({ error }) => error)?.error,
    isLoading: found.groups === undefined,
    isStale: found.groups === undefined || found.isStale,
    see,
    retry: () => {
      found.retry()
      for (const answer of answers) if (answer.error) void answer.refetch()
    },
    groups: {
      field,
      included: found.included,
      at: index => {
        const place = placeAt(all, index)
        if (place?.start !== index) return undefined
        const { group } = place
        return { ...group, where: within(undefined, field, group.value), isOpen: !closed.has(group.key) }
      },
      of: index => placeAt(all, index)?.group.key,
      toggle: group =>
        go(({ closed: before = [], ...others }) => {
          const keys = new Set(before.map(keyOf)).symmetricDifference(new Set([group]))
          return keys.size > 0 ? { ...others, closed: [...keys].map(key => JSON.parse(key)) } : others
        }),
    },
  }
}

function pagesInSight(place: Placed, first: number, last: number, cursors: Cursors) {
  const rows = inSight(place, first, last)
  if (!rows) return []
  const numbers = range(
    Math.floor(rows.from / pageSize),
    Math.min(Math.floor(rows.to / pageSize) + 1, cursors.length - 1),
  )
  return numbers.map(number => ({ group: place.group, number }))
}
