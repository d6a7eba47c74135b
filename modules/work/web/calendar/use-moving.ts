import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { instantOf } from '#kernel/fields/moment/zone.ts'
import { forget, recordsOf } from '#kernel/web/queries.ts'
import { announceTrouble } from '#kernel/web/ui/announce.tsx'
import { useDone } from '#kernel/web/undo/use-undo.ts'
import { type Calendar, type Entry, iso } from '../today.ts'
import { useWorkWords } from '../words/words.ts'
import type { Place } from './use-carry.ts'

interface Moved {
  readonly entry: Entry
  readonly starts_at: string
  readonly ends_at: string
}

/** A meeting stands at its new time at once, and is back at the old one when that is refused. One of a series goes alone. */
export function useMoving(calendar: Calendar | undefined, zone: string) {
  const say = useWorkWords()
  const queries = useQueryClient()
  const done = useDone()
  const [moved, setMoved] = useState<Moved>()
  const moving = useMutation({
    mutationFn: ({ entry, starts_at, ends_at }: Moved) =>
      entry.repeats
        ? meetings.act(entry.id, 'move_one', { at: entry.starts_at, starts_at, ends_at })
        : meetings.update(entry.id, { starts_at, ends_at }),
    onMutate: setMoved,
    onSuccess: (answer, { entry }) => done(say('agenda.moved', { title: entry.title }), answer),
    onError: error => announceTrouble(error, say),
    onSettled: async () => {
      await forget(queries, 'meeting')
      setMoved(undefined)
    },
  })
  const move = (entry: Entry, { day, from, to }: Place) => {
    const at = (minute: number) =>
      iso(instantOf(iso(Date.parse(`${day}T00:00:00Z`) + minute * 60_000).slice(0, 19), zone))
    const times = { starts_at: at(from), ends_at: at(to) }
    if (times.starts_at !== entry.starts_at || times.ends_at !== entry.ends_at) moving.mutate({ entry, ...times })
  }
  const entries = calendar?.entries.map(entry =>
    isSame(entry, moved?.entry) ? { ...entry, ...timesOf(moved) } : entry,
  )
  return { move, shown: calendar && { ...calendar, entries: entries ?? [] } }
}

const meetings = recordsOf({ plural: 'meetings' })
const isSame = (a: Entry, b: Entry | undefined) => a.id === b?.id && a.starts_at === b.starts_at
const timesOf = (moved: Moved | undefined) => (moved ? { starts_at: moved.starts_at, ends_at: moved.ends_at } : {})
