import { type RunningWorker, startWorker } from './running-worker.ts'

export interface Place {
  /** Where the database lives; undefined: in memory. */
  readonly folder?: string | undefined
  /** What a new database starts from. */
  readonly archive?: Uint8Array | undefined
}

/** Takes one part of an answer; calls `taken` when there is room for more. */
export type TakePart = (part: Uint8Array, taken: () => void) => void

/** PGlite in its thread: one session, opened again when it was lost. */
export interface Engine {
  /** Answers one request, or ends the thread when that takes longer than the limit (0: none). */
  ask(data: Uint8Array, limit: number, take: TakePart): Promise<void>
  dump(): Promise<Uint8Array>
  /** The session belongs to one client at a time; answers with how to leave it. */
  seat(): Promise<() => void>
  close(): Promise<void>
}

export async function openEngine(place: Place, report: (error: Error) => void): Promise<Engine> {
  let worker = startWorker(place, lost)
  let closing = false
  await worker

  function lost(error: Error) {
    if (closing) return
    report(error)
    // What is in memory only is gone with the thread; a new one would be an empty database.
    worker = place.folder ? startWorker({ folder: place.folder }, lost) : Promise.reject(error)
    worker.catch(() => {})
  }

  async function running(): Promise<RunningWorker> {
    try {
      return await worker
    } catch (error) {
      if (!place.folder || closing) throw error
      worker = startWorker({ folder: place.folder }, lost)
      return await worker
    }
  }

  let lastSeat = Promise.resolve()
  return {
    ask: async (data, limit, take) => (await running()).ask(data, limit, take),
    dump: async () => (await running()).dump(),
    async seat() {
      const turn = lastSeat
      const { promise, resolve } = Promise.withResolvers<void>()
      lastSeat = promise
      await turn
      return resolve
    },
    async close() {
      closing = true
      const last = await worker.catch(() => undefined)
      await last?.close()
    },
  }
}
