// The thread in which PGlite runs: on the main thread it would stop the event loop.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

export interface WorkerStart {
  /** Undefined: in memory. */
  readonly folder?: string | undefined
  /** What a new database starts from, as `dump` made it. */
  readonly archive?: Uint8Array | undefined
  /** How many parts of answers are on their way; the thread waits while there are too many. */
  readonly underway: Int32Array
}
export type Question =
  | { readonly kind: 'ask'; readonly id: number; readonly data: Uint8Array }
  | { readonly kind: 'dump'; readonly id: number }
  | { readonly kind: 'close' }
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'part'; readonly id: number; readonly data: Uint8Array<ArrayBuffer>; readonly last: boolean }
  | { readonly kind: 'broken'; readonly id: number; readonly error: Error }

const partSize = 64 * 1024
const mostUnderway = 64

if (!parentPort) throw new Error('Runs in a worker thread only')
const port = parentPort
const { folder, archive, underway } = workerData as WorkerStart
const lite = await open()
port.on('message', (question: Question) => {
  if (question.kind === 'close') close()
  else answer(question).catch(error => say({ kind: 'broken', id: question.id, error }))
})
say({ kind: 'ready' })

async function open() {
  if (!folder) return await pglite('memory://', archive)
  const data = join(folder, 'pgdata')
  if (!existsSync(data)) await create(data)
  return await pglite(data)
}

/** A new database gets its name when it is whole: one that was interrupted would never open again. */
async function create(data: string) {
  const unfinished = `${data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const first = await pglite(unfinished, archive)
  await first.close()
  renameSync(unfinished, data)
}

function pglite(dataDir: string, from?: Uint8Array) {
  const loadDataDir = from && new Blob([new Uint8Array(from)])
  return PGlite.create({ dataDir, extensions: { pg_trgm }, ...(loadDataDir ? { loadDataDir } : {}) })
}

async function answer(question: Exclude<Question, { kind: 'close' }>) {
  if (question.kind === 'dump') return await dump(question.id)
  const pieces: Uint8Array[] = []
  let size = 0
  // Not execProtocolRaw: that parses every answer and keeps what it parsed for ever.
  await lite.execProtocolRawStream(question.data, {
    onRawData(bytes) {
      pieces.push(bytes.slice())
      size += bytes.length
      if (size < partSize) return
      waitForReaders()
      send(question.id, pieces.splice(0), false)
      size = 0
    },
  })
  send(question.id, pieces, true)
}

function waitForReaders() {
  for (let count = Atomics.load(underway, 0); count >= mostUnderway; count = Atomics.load(underway, 0))
    Atomics.wait(underway, 0, count)
}

function send(id: number, pieces: readonly Uint8Array[], last: boolean) {
  const data = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    data.set(piece, at)
    at += piece.length
  }
  Atomics.add(underway, 0, 1)
  port.postMessage({ kind: 'part', id, data, last } satisfies Answer, [data.buffer])
}

async function dump(id: number) {
  const archived = await lite.dumpDataDir('none')
  send(id, [new Uint8Array(await archived.arrayBuffer())], true)
}

async function close() {
  await lite.close()
  port.close()
}

function say(message: Answer) {
  port.postMessage(message)
}
