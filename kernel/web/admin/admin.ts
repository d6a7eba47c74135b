// What administration asks of the server beyond the lists of objects.

import { queryOptions } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyQuery, AnyRecord, Included } from '../client.ts'
import { recordsOf } from '../queries.ts'
import { request } from '../request.ts'

export interface All {
  readonly rows: readonly AnyRecord[]
  readonly included: Included
}

/** Every record of an object that a company has few of: people, roles, stages. */
export const allQuery = (object: DescribedObject, query: Omit<AnyQuery, 'signal' | 'after' | 'limit'> = {}) =>
  queryOptions({
    queryKey: ['list', object.name, 'all', query],
    queryFn: async ({ signal }): Promise<All> => {
      const rows: AnyRecord[] = []
      const included: Record<string, Included[string]> = {}
      let after: string | undefined
      do {
        const page = await recordsOf(object).list({ ...query, limit: 200, after, signal })
        rows.push(...page.rows)
        for (const [name, titles] of Object.entries(page.included ?? {}))
          included[name] = { ...included[name], ...titles }
        after = page.next ?? undefined
      } while (after !== undefined && rows.length < most)
      return { rows, included }
    },
  })
const most = 2000

/** What GET `path` answers. */
export async function read<T>(path: string, signal: AbortSignal, query = {}) {
  return (await request({ path, query, signal })) as T
}

/** The rows that GET `path` answers with. */
export async function readRows<R>(path: string, signal: AbortSignal, query = {}) {
  return (await read<{ readonly rows: readonly R[] }>(path, signal, query)).rows
}

export const post = (path: string, body: unknown = {}) => request({ method: 'POST', path, body })
export const patch = (path: string, body: unknown) => request({ method: 'PATCH', path, body })
export const drop = (path: string) => request({ method: 'DELETE', path })

/** A link to several records as the server writes it. */
export interface LinkTo {
  readonly id: string
}
export const linksIn = (value: unknown) => (Array.isArray(value) ? (value as LinkTo[]) : [])
