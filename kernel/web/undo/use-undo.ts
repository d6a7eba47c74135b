import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { watch } from '../bulk/runs.ts'
import { batchOf, request } from '../request.ts'
import { shared } from '../shared.ts'
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
    offer(message, say('undo.undo'), () => void undo(queries, say, { batch }))
  }
}

/** Takes back what was done together, or what it did to one record, and says so. */
export function useTakeBack() {
  const say = useWords()
  const queries = useQueryClient()
  return (what: What) => undo(queries, say, what)
}

/** Offers a way back, besides saying what was done. */
export function useOfferUndo() {
  return (message: string, label: string, run: () => void) => {
    const done: Done = {
      message,
      run: () => {
        if (last.get() === done) last.set(undefined)
        run()
      },
    }
    last.set(done)
    announce(message, { label, run: done.run })
  }
}

/** Takes back the last thing that was said to be done; nothing, when there is none. */
export const useUndoLast = () => last.use()

interface What {
  readonly batch: string
  readonly record?: string
}

interface TakenBack extends What {
  readonly kept: readonly unknown[]
  /** Of what takes longer; its card says how far it is. */
  readonly run: string | null
}

async function undo(queries: QueryClient, say: Say, { batch, record }: What) {
  try {
    const { run, kept, ...back } = (await request({
      method: 'POST',
      path: `/api/batches/${batch}/undo`,
      body: { record },
    })) as TakenBack
    if (run) return watch(run)
    await queries.invalidateQueries()
    const redo = { label: say('undo.redo'), run: () => void undo(queries, say, back) }
    if (kept.length === 0) announce(say('undo.done'), redo)
    else announce(say('undo.kept', { count: kept.length }))
  } catch (error) {
    announceTrouble(error, say)
  }
}

interface Done {
  readonly message: string
  readonly run: () => void
}

const last = shared<Done | undefined>(undefined)
