// What is done to many records at once goes on in the server, whatever this page does meanwhile. Here is what it is
// asked, and which runs this browser waits for: also after it was closed.

import { queryOptions } from '@tanstack/react-query'
import { request } from '../request.ts'
import { shared } from '../shared.ts'

export interface Run {
  readonly id: string
  readonly object: string
  /** edit, delete, restore, undo, or an action of the object. */
  readonly verb: string
  readonly batch: string
  readonly status: 'running' | 'done' | 'cancelled' | 'failed'
  readonly total: number
  readonly done: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly share: number
  readonly seconds_left: number | null
  readonly reasons: readonly Reason[]
}
export interface Reason {
  readonly code: string
  readonly message: string
  readonly count: number
  /** The first of them. */
  readonly ids: readonly string[]
}

interface Wish {
  readonly object: string
  readonly verb: string
  readonly records: object
  readonly input?: unknown
}

export async function beginRun(body: Wish) {
  const run = (await request({ method: 'POST', path: '/api/bulk', body })) as Run
  watch(run.id)
  return run
}
export const cancelRun = (id: string) =>
  request({ method: 'POST', path: `/api/bulk/${id}/cancel`, body: {} }) as Promise<Run>

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk', id],
    queryFn: async ({ signal }) => (await request({ path: `/api/bulk/${id}`, signal })) as Run,
    retry: 3,
    staleTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data && data.status !== 'running' ? false : dataUpdateCount < 4 ? 150 : 500,
  })

/** The runs whose end is not said yet. */
export const useWatched = () => watched.use()

export const watch = (id: string) => setWatched([...watched.get().filter(other => other !== id), id])
export const unwatch = (id: string) => setWatched(watched.get().filter(other => other !== id))

const place = 'bulk-runs'
const watched = shared<readonly string[]>(remembered())

function setWatched(ids: readonly string[]) {
  if (ids.length) localStorage.setItem(place, ids.join(' '))
  else localStorage.removeItem(place)
  watched.set(ids)
}

function remembered() {
  return localStorage.getItem(place)?.split(' ') ?? []
}
