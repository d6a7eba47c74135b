import type { QueryClient } from '@tanstack/react-query'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { fieldOf, schemaQuery } from '../schema/use-schema.ts'
import type { Values } from '../screens/use-draft.ts'
import { titleOf } from '../ui/titles.ts'

/** What a record points to now is shown by its name before the server tells it: whoever chose it saw it in a list. */
export function knownNames(queries: QueryClient, object: DescribedObject, patch: Values, included: Included): Included {
  const wanted = Object.entries(patch).flatMap(([name, value]) => pointed(fieldOf(object, name), value))
  const names: Record<string, Included[string]> = { ...included }
  for (const { to, id } of wanted) {
    const title = names[to]?.[id] ? undefined : heard(queries, to, id)
    if (title) names[to] = { ...names[to], [id]: { id, title } }
  }
  return names
}

function pointed(field: DescribedField | undefined, value: unknown): { to: string; id: string }[] {
  if (field?.type === 'ref' && typeof value === 'string') return [{ to: field.to, id: value }]
  if (!Array.isArray(value)) return []
  if (field?.type === 'tags') return value.map(id => ({ to: 'tag', id }))
  if (field?.type === 'refs') return value.map(({ id }) => ({ to: field.to, id }))
  return field?.type === 'about' ? value.map(({ object, id }) => ({ to: object, id })) : []
}

function heard(queries: QueryClient, name: string, id: string): string | undefined {
  const object = queries.getQueryData(schemaQuery.queryKey)?.objects.find(other => other.name === name)
  const answers = queries.getQueriesData<{ rows?: AnyRecord[]; pages?: { rows: AnyRecord[] }[] }>({
    queryKey: ['list', name],
  })
  const pages = answers.flatMap(([, data]) => data?.pages ?? [{ rows: data?.rows ?? [] }])
  const record = pages.flatMap(({ rows }) => rows).find(row => row.id === id)
  return object && record ? titleOf(object, record) : undefined
}
