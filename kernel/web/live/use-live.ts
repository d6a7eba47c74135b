import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isOwnBatch } from '../request.ts'
import { schemaQuery } from '../schema/use-schema.ts'
import { isAffected } from './affected.ts'
import { flash } from './flash.ts'
import { hearPresent, onLine } from './presence.ts'
import { type LiveChange, type LiveProgress, listenLive } from './stream.ts'

/** What others do shows here without loading anything again by hand. */
export function useLive() {
  const queries = useQueryClient()
  useEffect(() => {
    const gathered = gather(changes => void heed(queries, changes))
    const stop = listenLive({
      onChange: change => isOwnBatch(change.batch) || gathered.add(change),
      onPresent: hearPresent,
      onProgress: progress => heedProgress(queries, progress),
      onLine,
      onNotice: () => void queries.invalidateQueries({ queryKey: ['notices'] }),
      onMissed: () => void queries.invalidateQueries(),
    })
    return () => {
      stop()
      gathered.stop()
    }
  }, [queries])
}

async function heed(queries: QueryClient, changes: readonly LiveChange[]) {
  const { objects = [] } = queries.getQueryData(schemaQuery.queryKey) ?? {}
  await queries.invalidateQueries({
    predicate: ({ queryKey }) => changes.some(change => isAffected(queryKey, change, objects)),
  })
  // Once what was asked again stands on the screen.
  requestAnimationFrame(() => flash(changes))
}

/** Shown as it comes; another state of it brings more with it, and is read whole. */
function heedProgress(queries: QueryClient, { kind, ...progress }: LiveProgress) {
  const queryKey = [kind, progress.id]
  const before = queries.getQueryData<LiveProgress>(queryKey)
  if (before?.status === progress.status) queries.setQueryData(queryKey, { ...before, ...progress })
  else if (before) void queries.invalidateQueries({ queryKey })
}

/** Many changes at once are one: the first is told soon, those that follow at most once a second. */
function gather(tell: (changes: readonly LiveChange[]) => void) {
  let waiting: LiveChange[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let toldAt = Number.NEGATIVE_INFINITY
  const flush = () => {
    timer = undefined
    toldAt = performance.now()
    const told = waiting
    waiting = []
    tell(told)
  }
  return {
    add(change: LiveChange) {
      waiting.push(change)
      timer ??= setTimeout(flush, Math.max(soon, toldAt + rest - performance.now()))
    },
    stop: () => clearTimeout(timer),
  }
}

const soon = 50
const rest = 1000
