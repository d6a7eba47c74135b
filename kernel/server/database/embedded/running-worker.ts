import { Worker } from 'node:worker_threads'
import { databaseError } from './database-error.ts'
import type { Place, TakePart } from './engine.ts'
import type { Answer, Question, WorkerStart } from './worker.ts'

interface Asker {
  take: TakePart
  done(): void
  fail(error: Error): void
}

export interface RunningWorker {
  ask(data: Uint8Array, limit: number, take: TakePart): Promise<void>
  dump(): Promise<Uint8Array>
  close(): Promise<void>
}

/** One life of the thread. `lost` is called at most once, when it ends without being asked to. */
export async function startWorker(place: Place, lost: (error: Error) => void): Promise<RunningWorker> {
  const underway = new Int32Array(new SharedArrayBuffer(4))
  const workerData: WorkerStart = { ...place, underway }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: [] })
  const askers = new Map<number, Asker>()
  const ended = new Promise<void>(done => worker.once('exit', () => done()))
  let ready = false
  let over = false
  let lastId = 0

  function end(error: Error) {
    if (over) return
    over = true
    worker.terminate()
    for (const asker of askers.values()) asker.fail(error)
    askers.clear()
    if (ready) lost(error)
  }

  function hear(answer: Answer) {
    if (answer.kind === 'ready') return
    if (answer.kind === 'broken') return end(crash(answer.error))
    const asker = askers.get(answer.id)
    asker?.take(answer.data, taken)
    if (!answer.last) return
    askers.delete(answer.id)
    asker?.done()
  }

  function taken() {
    Atomics.sub(underway, 0, 1)
    Atomics.notify(underway, 0)
  }

  function post(question: (id: number) => Question, limit: number, take: TakePart) {
    const id = ++lastId
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    if (over) reject(crash(new Error('The thread of the embedded database has ended')))
    const timer = limit ? setTimeout(() => end(tooLong()), limit) : undefined
    askers.set(id, { take, done: resolve, fail: reject })
    worker.postMessage(question(id))
    return promise.finally(() => clearTimeout(timer))
  }

  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The embedded database did not start')))
  })
  ready = true
  worker.on('message', hear)
  worker.on('error', error => end(crash(error)))
  worker.once('exit', code => end(crash(new Error(`The thread of the embedded database ended with ${code}`))))

  return {
    ask: (data, limit, take) => post(id => ({ kind: 'ask', id, data }), limit, take),
    async dump() {
      let archive: Uint8Array = new Uint8Array()
      await post(
        id => ({ kind: 'dump', id }),
        0,
        (part, taken) => {
          archive = part
          taken()
        },
      )
      return archive
    },
    async close() {
      over = true
      worker.postMessage({ kind: 'close' } satisfies Question)
      await ended
    },
  }
}

const tooLong = () => databaseError('57014', 'canceling statement due to statement timeout')

function crash(cause: unknown) {
  const error = databaseError('57P02', 'The embedded database stopped and was opened again')
  error.cause = cause
  return error
}
