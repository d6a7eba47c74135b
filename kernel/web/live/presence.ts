// Where this page is, told to the server by the line on which it listens; and who else is there.

import { useEffect, useSyncExternalStore } from 'react'
import { request } from '../request.ts'
import type { Present } from './stream.ts'

type Spot = Pick<Present, 'object' | 'id'>

let line: string | undefined
let spot: Spot | undefined
let present: Present | undefined
const listeners = new Set<() => void>()

/** The others who look at the same record, as long as this one is on the screen. */
export function usePresence(object: string, id: string): Present['people'] {
  useEffect(() => {
    const mine = { object, id }
    go(mine)
    return () => {
      if (spot === mine) go(undefined)
    }
  }, [object, id])
  const known = useSyncExternalStore(listen, () => present)
  return known?.object === object && known.id === id ? known.people : nobody
}
const nobody: Present['people'] = []

export function onLine(name: string | undefined) {
  line = name
  if (!line) hearPresent(undefined)
  else if (spot) tell(spot)
}

export function hearPresent(heard: Present | undefined) {
  present = heard
  for (const listener of listeners) listener()
}

function go(to: Spot | undefined) {
  spot = to
  // From one record to the next, the page leaves the one and comes to the other in one breath: only the last counts.
  queueMicrotask(() => {
    if (line && spot === to) tell(to)
  })
}

/** Whoever is not heard is seen a little later: it is worth no word of trouble. */
const tell = (at: Spot | undefined) =>
  void request({ method: 'PUT', path: `/api/live/${line}`, body: at ?? {} }).catch(() => {})

function listen(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
