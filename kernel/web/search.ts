import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

export interface Hit {
  readonly object: string
  readonly id: string
  readonly title: string
}

/** Over everything the person may see. */
export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: async ({ signal }) =>
      (
        (await request({ path: '/api/search', query: { q: text, limit: 12 }, signal })) as {
          readonly hits: readonly Hit[]
        }
      ).hits,
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
