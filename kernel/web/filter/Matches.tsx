import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import { request } from '../request.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Builder.module.css'
import type { Where } from './tree.ts'

interface MatchesProps {
  readonly object: DescribedObject
  readonly where: Where | undefined
  readonly search: string | undefined
}

/** How many records there are, while one still writes. */
export function Matches({ object, where, search }: MatchesProps) {
  const say = useListWords()
  const [asked] = useDebouncedValue(where, 200)
  const { data, isFetching } = useQuery({
    queryKey: ['list', object.name, 'count', asked, search],
    queryFn: ({ signal }) =>
      request({
        method: 'POST',
        path: `/api/${object.plural}/query`,
        body: {
          ...(asked ? { where: asked } : {}),
          ...(search ? { search } : {}),
          columns: object.title.slice(0, 1),
          limit: 1,
          count: true,
        },
        signal,
      }) as Promise<{ readonly count: number; readonly capped?: boolean }>,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <span className={styles.matches} role="status" aria-busy={isFetching}>
      {data === undefined
        ? say('filter.counting')
        : say(data.capped ? 'filter.matches.more' : 'filter.matches', { count: data.count })}
    </span>
  )
}
