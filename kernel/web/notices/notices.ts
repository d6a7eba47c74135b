import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { request } from '../request.ts'

export interface Notice {
  readonly id: string
  /** In this person's language. */
  readonly message: string
  /** What the record is called, of which it tells; null when it may not be seen, or there is none. */
  readonly title: string | null
  readonly object: string | null
  readonly record_id: string | null
  readonly params: { readonly who?: string; readonly by?: string }
  readonly created_at: string
  readonly read_at: string | null
}

interface Notices {
  readonly rows: readonly Notice[]
  /** A hundred at most. */
  readonly unread: number
}

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: async ({ signal }) => (await request({ path: '/api/notifications', signal })) as Notices,
  staleTime: 60_000,
})

/** Shown as read before the server knows. */
export async function markRead(queries: QueryClient, ids?: readonly string[]) {
  await queries.cancelQueries(noticesQuery)
  queries.setQueryData(noticesQuery.queryKey, before => before && withRead(before, ids, new Date().toISOString()))
  await request({ method: 'POST', path: '/api/notifications/read', body: ids ? { ids } : {} }).catch(() => {})
  await queries.invalidateQueries(noticesQuery)
}

/** These, or all of them. */
export function withRead({ rows, unread }: Notices, ids: readonly string[] | undefined, at: string): Notices {
  const read = rows.filter(row => row.read_at === null && (ids === undefined || ids.includes(row.id)))
  return {
    rows: rows.map(row => (read.includes(row) ? { ...row, read_at: at } : row)),
    unread: ids === undefined ? 0 : unread - read.length,
  }
}
