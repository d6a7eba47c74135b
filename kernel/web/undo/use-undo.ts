import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { batchOf, request } from '../request.ts'
import { announce, announceTrouble } from '../ui/announce.tsx'
import { type Say, useWords } from '../words/words.tsx'

/** Says what was done. With the answer of the write that did it, offers to take it back. */
export function useDone() {
  const say = useWords()
  const queries = useQueryClient()
  const offer = useOfferUndo()
  return (message: string, answer?: unknown) => {
    const batch = batchOf(answer)
    if (batch === undefined) return announce(message)
    offer(message, say('undo.undo'), () => void undo(queries, say, batch))
  }
}

/** The same for what is taken back in a way of its own. */
export function useOfferUndo() {
  return (message: string, label: string, run: () => void) => {
    const done: Done = {
      message,
      run: () => {
        if (last === done) setLast(undefined)
        run()
      },
    }
    setLast(done)
    announce(message, { label, run: done.run })
  }
}

/** Takes back the last thing that was said to be done; nothing, when there is none. */
export function useUndoLast() {
  return useSyncExternalStore(listen, () => last)
}

interface Undone {
  readonly undone: number
  readonly kept: readonly { readonly object: string; readonly id: string; readonly code: string }[]
}

async function undo(queries: QueryClient, say: Say, batch: string) {
  try {
    const answer = (await request({ method: 'POST', path: `/api/batches/${batch}/undo` })) as Undone & {
      readonly batch: string
    }
    await queries.invalidateQueries()
    const redo = { label: say('undo.redo'), run: () => void undo(queries, say, answer.batch) }
    if (answer.kept.length === 0) announce(say('undo.done'), redo)
    else announce(say('undo.kept', { count: answer.kept.length }))
  } catch (error) {
    announceTrouble(error, say)
  }
}

interface Done {
  readonly message: string
  readonly run: () => void
}

let last: Done | undefined
const listeners = new Set<() => void>()

function setLast(done: Done | undefined) {
  last = done
  for (const listener of listeners) listener()
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
