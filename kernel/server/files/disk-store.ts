import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { missing, Refused } from '../../schema/refused.ts'
import { codeOf } from '../error-code.ts'
import type { Entry, FileStore } from './file-store.ts'

/** `<root>/ab/cd/abcd…`; what is being written stands in `<root>/unfinished` until it is whole. */
export function diskStore(root: string): FileStore {
  const unfinished = join(root, 'unfinished')
  const path = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw missing('file', sha256)
    return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  return {
    async put(source, { maxBytes }) {
      await mkdir(unfinished, { recursive: true, mode: 0o700 })
      const draft = join(unfinished, randomUUID())
      try {
        const measure = measured(maxBytes)
        await pipeline(source, measure.stream, createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true }))
        const kept = measure.result()
        await settle(draft, path(kept.sha256))
        return kept
      } finally {
        await rm(draft, { force: true })
      }
    },

    async open(sha256, range) {
      const file = await open(path(sha256)).catch(onlyGone)
      if (!file) throw missing('file', sha256)
      return file.createReadStream(range)
    },

    has: async sha256 => (await statOf(path(sha256))) !== undefined,
    storedAt: async sha256 => (await statOf(path(sha256)))?.mtime,
    remove: sha256 => rm(path(sha256), { force: true }),
    entries: () => entriesIn(root),

    async dropUnfinished(before) {
      let dropped = 0
      for (const name of await list(unfinished, /./)) {
        const draft = join(unfinished, name)
        const found = await statOf(draft)
        if (!found || found.mtime >= before) continue
        await rm(draft, { force: true })
        dropped += 1
      }
      return dropped
    },
  }
}

function measured(maxBytes: number) {
  const hash = createHash('sha256')
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxBytes) return done(new Refused('file.too-large', { max: maxBytes }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ sha256: hash.digest('hex'), size }) }
}

// Over the same content, if it is there: its age begins anew, so that the sweep leaves it alone.
async function settle(draft: string, path: string) {
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(draft, path)
  await sync(folder)
  if (made) await syncUp(dirname(folder), dirname(made))
}

/** A name in a folder survives a power cut only when the folder is written out too. */
async function sync(folder: string) {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

async function syncUp(folder: string, last: string): Promise<void> {
  await sync(folder)
  if (folder !== last) await syncUp(dirname(folder), last)
}

async function* entriesIn(root: string): AsyncIterable<Entry> {
  for (const first of await list(root, /^[0-9a-f]{2}$/))
    for (const second of await list(join(root, first), /^[0-9a-f]{2}$/))
      for (const sha256 of await list(join(root, first, second), /^[0-9a-f]{64}$/)) {
        const found = await statOf(join(root, first, second, sha256))
        if (found) yield { sha256, size: found.size, storedAt: found.mtime }
      }
}

async function list(folder: string, wanted: RegExp) {
  const names = await readdir(folder).catch(onlyGone)
  return (names ?? []).filter(name => wanted.test(name))
}

const statOf = (path: string) => stat(path).catch(onlyGone)

function onlyGone(error: unknown) {
  if (codeOf(error) !== 'ENOENT') throw error
  return undefined
}
