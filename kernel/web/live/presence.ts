// Where this page is and whether one writes there, told to the server by the line on which it listens; and who else is.

import { useEffect } from 'react'
import { request } from '../request.ts'
import { shared } from '../shared.ts'
import type { Present } from './stream.ts'

interface Stay {
  readonly object: string
  readonly id: string
  readonly editing: boolean
}

/** Each part of the page that is at a record; the last that came says at which. */
const stays: Stay[] = []
let line: string | undefined
let told: Stay | undefined
let isTelling = false
const present = shared<Present | undefined>(undefined)

/** The others who look at the same record, as long as this one is on the screen. */
export function usePresence(object: string, id: string): Present['people'] {
  useEffect(() => stay({ object, id, editing: false }), [object, id])
  const known = present.use()
  return known?.object === object && known.id === id ? known.people : nobody
}
const nobody: Present['people'] = []

/** While a control is open in which somebody writes, the others see that they do. */
export function useEditing(object: string, id: string, editing = true) {
  useEffect(() => (editing ? stay({ object, id, editing }) : undefined), [object, id, editing])
}

export function onLine(name: string | undefined) {
  line = name
  told = undefined
  if (line) tell()
  else hearPresent(undefined)
}

export const hearPresent = present.set

function stay(mine: Stay) {
  stays.push(mine)
  queueMicrotask(tell)
  return () => {
    stays.splice(stays.indexOf(mine), 1)
    queueMicrotask(tell)
  }
}

/** From one record to the next, the page leaves the one and comes to the other in one breath: only the last counts. */
function tell() {
  const last = stays.at(-1)
  const now = last && { ...last, editing: stays.some(each => isSameSpot(each, last) && each.editing) }
  if (!line || isTelling || (isSameSpot(now, told) && now?.editing === told?.editing)) return
  told = now
  isTelling = true
  // One word after the other. Whoever is not heard is seen a little later: it is worth no word of trouble.
  void request({ method: 'PUT', path: `/api/live/${line}`, body: now ?? {} })
    .catch(() => {})
    .finally(() => {
      isTelling = false
      tell()
    })
}

const isSameSpot = (one: Stay | undefined, other: Stay | undefined) =>
  one?.object === other?.object && one?.id === other?.id
