// A backup as one file to download: the folder as a tar archive, which `restore` takes as it is.

import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refused } from '../../schema/refused.ts'
import type { Kernel } from '../kernel.ts'
import { end, member, membersOf } from '../tar/tar.ts'
import { untar } from '../tar/untar.ts'
import { rowsIn, writeManifest, writeTables } from './backup.ts'

export interface Sizes {
  readonly bytes: number
  readonly rows: number
  readonly files: number
}

/**
 * The tables go to the disk first, so that the snapshot ends before anybody downloads: on a slow line that takes
 * hours. The files are sent from where they lie. `begun` hears how much it will be before the first byte goes out.
 */
export async function* archive(kernel: Kernel, begun: (sizes: Sizes) => Promise<void>): AsyncGenerator<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), `rapport-backup-${process.pid}-`))
  try {
    const tables = await writeTables(kernel, folder)
    const kept = await measure(kernel)
    const manifest = await writeManifest(kernel, folder, tables, kept.files)
    await begun({ bytes: kept.bytes + (await sizeOf(folder)), rows: rowsIn(manifest), files: kept.files })
    yield* filesOf(kernel)
    yield* membersOf(folder)
    yield end()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure({ store }: Kernel) {
  let [files, bytes] = [0, 0]
  for await (const { size } of store.entries()) {
    files += 1
    bytes += size
  }
  return { files, bytes }
}

/** Of everything in a folder, in bytes. */
export async function sizeOf(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => stat(join(parentPath, name)))
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0)
}

async function* filesOf({ store }: Kernel) {
  for await (const { sha256, size, storedAt } of store.entries()) {
    const name = `files/${sha256.slice(0, 2)}/${sha256}`
    yield* member({ name, size, mtimeMs: storedAt.getTime() }, await store.open(sha256))
  }
}

/** Puts the archive into a folder; nothing in it leads out of there. */
export async function unpack(source: AsyncIterable<Buffer>, folder: string) {
  for await (const { name, content } of untar(source)) {
    if (!known.test(name)) throw new Refused('backup.file-damaged', { file: name })
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 })
    await pipeline(content, createWriteStream(join(folder, name), { mode: 0o600 }))
  }
}

const known = /^(manifest\.json|tables\/\w+\.ndjson\.gz|files\/[0-9a-f]{2}\/[0-9a-f]{64})$/
