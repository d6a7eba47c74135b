import { Button, Skeleton } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { dayOf } from '../../fields/moment/zone.ts'
import type { Included } from '../client.ts'
import { useLocale, useSchema } from '../schema/use-schema.ts'
import { asStart, formatDay } from '../ui/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { TroubleState } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'
import { Composer } from './Composer.tsx'
import { useHere } from './here.ts'
import { Kinds } from './Kinds.tsx'
import { Pinned } from './Pinned.tsx'
import styles from './Timeline.module.css'
import { EntryText, iconOf } from './TimelineEntry.tsx'
import { byDay, daysFrom, type Entry, timelineQuery } from './timeline.ts'

/** What happened around a record, the newest first, and where one adds to it. */
export function Timeline() {
  const say = useWords()
  const { object, record } = useHere()
  const [only, setOnly] = useState<string>()
  const { data, error, refetch, ...more } = useInfiniteQuery(timelineQuery(object, record.id, only))
  const entries = data?.pages.flatMap(page => page.entries) ?? []
  const names = Object.assign({}, ...(data?.pages ?? []).map(page => page.included)) as Included
  return (
    <section className={styles.timeline} aria-labelledby="timeline">
      <h2 id="timeline" className="unseen">
        {say('record.timeline')}
      </h2>
      <Composer />
      <Kinds only={only} onChoose={setOnly} />
      <Pinned />
      {error && <TroubleState error={error} retry={() => void refetch()} />}
      {!data && !error && [1, 2, 3].map(line => <Skeleton key={line} height={20} mb="md" radius="sm" />)}
      {data && entries.length === 0 && <p className={styles.none}>{say('record.timeline.empty')}</p>}
      <Days entries={entries} names={names} />
      {more.hasNextPage && <More isLoading={more.isFetchingNextPage} onMore={() => void more.fetchNextPage()} />}
    </section>
  )
}

function Days({ entries, names }: { readonly entries: readonly Entry[]; readonly names: Included }) {
  const schema = useSchema()
  const locale = useLocale()
  const today = dayOf(Date.now(), locale.zone)
  const said = (day: string) => {
    const days = daysFrom(today, day)
    if (days < -1) return formatDay(day, locale)
    return asStart(new Intl.RelativeTimeFormat(locale.language, { numeric: 'auto' }).format(days, 'day'))
  }
  return byDay(entries, locale.zone).map(([day, ofDay]) => (
    <section key={day}>
      <h3 className={styles.day}>{said(day)}</h3>
      <ol className={styles.entries}>
        {ofDay.map(entry => (
          <li key={`${entry.at} ${entry.id} ${entry.events.join()}`} className={styles.entry}>
            <span className={styles.mark}>
              <Icon name={iconOf(entry, schema)} size={13} />
            </span>
            <EntryText entry={entry} names={names} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

/** Comes by itself when one scrolls there; a button for those who do not scroll. */
function More({ isLoading, onMore }: { readonly isLoading: boolean; readonly onMore: () => void }) {
  const say = useWords()
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: '400px' })
  const isNear = entry?.isIntersecting === true && !isLoading
  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time that the end comes near
  useEffect(() => {
    if (isNear) onMore()
  }, [isNear])
  return (
    <div ref={ref}>
      <Button variant="default" loading={isLoading} onClick={onMore}>
        {say('list.more')}
      </Button>
    </div>
  )
}
