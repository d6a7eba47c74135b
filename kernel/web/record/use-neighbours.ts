import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { useCommands } from '../commands/registry.ts'
import { useWords } from '../words/words.tsx'

/** J and K lead through the list from which one came; without one, they do nothing. */
export function useNeighbours(object: DescribedObject, id: string) {
  const say = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [{ before, after }] = useState(() => neighboursOf(lastLists(queries, object), id))
  const go = (to: string) =>
    void navigate({ to: '/$plural/$id', params: { plural: object.plural, id: to }, replace: true })
  useCommands([
    ...(after ? [{ id: 'next', label: say('record.next'), icon: 'arrow-down', keys: 'j', run: () => go(after) }] : []),
    ...(before
      ? [{ id: 'previous', label: say('record.previous'), icon: 'arrow-up', keys: 'k', run: () => go(before) }]
      : []),
  ])
}

/** The lists of this object that were looked at, the last one first. */
const lastLists = (queries: QueryClient, { name }: DescribedObject): (readonly string[])[] =>
  queries
    .getQueryCache()
    .findAll({ queryKey: ['list', name] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .map(({ state }) => (state.data as { pages?: { rows: AnyRecord[] }[] } | undefined)?.pages ?? [])
    .map(pages => pages.flatMap(({ rows }) => rows.map(row => row.id)))

export function neighboursOf(lists: readonly (readonly string[])[], id: string) {
  const list = lists.find(ids => ids.includes(id)) ?? []
  const at = list.indexOf(id)
  return { before: list[at - 1], after: at < 0 ? undefined : list[at + 1] }
}
