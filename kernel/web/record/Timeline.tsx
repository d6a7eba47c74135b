import { Button, Skeleton } from '@mantine/core'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { request } from '../request.ts'
import type { DescribedObject } from '../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleState } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Timeline.module.css'
import { type Entry, EntryText, iconOf } from './TimelineEntry.tsx'

interface TimelinePage {
  readonly entries: readonly Entry[]
  readonly next: string | null
}

const timelineQuery = ({ plural, name }: DescribedObject, id: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', name, id],
    queryFn: async ({ pageParam, signal }) =>
      (await request({
        path: `/api/${plural}/${id}/timeline`,
        query: { after: pageParam, limit: 30 },
        signal,
      })) as TimelinePage,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

/** What happened around a record, the newest first. */
export function Timeline() {
  const shown = useHere()
  const say = useWords()
  const schema = useSchema()
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    timelineQuery(shown.object, shown.record.id),
  )
  const entries = data?.pages.flatMap(page => page.entries) ?? []
  return (
    <section className={styles.timeline} aria-label={say('record.timeline')}>
      <h2 className={styles.heading}>{say('record.timeline')}</h2>
      {error && <TroubleState error={error} retry={() => void refetch()} />}
      {!data && !error && [1, 2, 3].map(line => <Skeleton key={line} height={20} mb="md" radius="sm" />)}
      {data && entries.length === 0 && <p className={styles.none}>{say('record.timeline.empty')}</p>}
      <ol className={styles.entries}>
        {entries.map(entry => (
          <li key={`${entry.at} ${entry.id} ${entry.events.join()}`} className={styles.entry}>
            <span className={styles.mark}>
              <Icon name={iconOf(entry, schema)} size={13} />
            </span>
            <EntryText entry={entry} {...shown} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('list.more')}
        </Button>
      )}
    </section>
  )
}
