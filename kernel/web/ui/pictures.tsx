import { queryOptions, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { request } from '../request.ts'

/** id of a colleague → where their picture is. */
const Pictures = createContext<ReadonlyMap<string, string>>(new Map())

/** Asked for again when a colleague has changed. */
const picturesQuery = queryOptions({
  queryKey: ['list', 'user', 'pictures'],
  queryFn: async ({ signal }) =>
    (
      (await request({ path: '/api/pictures', signal })) as {
        readonly rows: readonly { readonly id: string; readonly url: string }[]
      }
    ).rows,
  staleTime: 3_600_000,
})

export function PicturesIn({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery(picturesQuery)
  const known = useMemo(() => new Map(data?.map(({ id, url }) => [id, url])), [data])
  return <Pictures value={known}>{children}</Pictures>
}

export const usePicture = (id: string | undefined) => use(Pictures).get(id ?? '')
