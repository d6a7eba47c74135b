import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { recordsOf } from '../queries.ts'
import { useSchema } from '../schema/use-schema.ts'
import { titleOf } from '../ui/titles.ts'
import type { Group } from './tree.ts'
import { namedIn } from './words.ts'

/** What the records that a filter names are called. */
export function useNames(object: DescribedObject, root: Group): Included {
  const schema = useSchema()
  const named = Map.groupBy(namedIn(root, { schema, object }), ([name]) => name)
  const asked = [...named].flatMap(([name, pairs]) => {
    const of = schema.byName(name)
    return of ? [{ of, ids: [...new Set(pairs.map(([, id]) => id))].sort() }] : []
  })
  const answers = useQueries({
    queries: asked.map(({ of, ids }) => ({
      queryKey: ['list', of.name, 'names', ids],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const page = await recordsOf(of).list({ where: { id: { in: ids } }, columns: of.title, limit: 200, signal })
        return { of, names: page.rows.map(row => ({ id: row.id, title: titleOf(of, row) })) }
      },
      placeholderData: keepPreviousData,
    })),
  })
  const found = answers.flatMap(({ data }) => data ?? [])
  const known = JSON.stringify(found.map(({ of, names }) => [of.name, names]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text says when the names are others
  return useMemo(
    () =>
      Object.fromEntries(
        found.map(({ of, names }) => [of.name, Object.fromEntries(names.map(name => [name.id, name]))]),
      ),
    [known],
  )
}
