import { constants, rmSync } from 'node:fs'
import { cp, mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { end, membersOf } from '../../tar/tar.ts'

/**
 * Copies the files while nobody writes, then lets go and streams the copy: neither memory nor the writers'
 * wait grows with whoever reads the stream.
 */
export async function dumpFolder(folder: string, pool: pg.Pool): Promise<Readable> {
  for (const left of await readdir(folder))
    if (left.startsWith('copy-')) rmSync(join(folder, left), { recursive: true })
  const copy = await mkdtemp(join(folder, 'copy-'))
  const client = await pool.connect()
  try {
    await client.query('checkpoint')
    await cp(join(folder, 'pgdata'), copy, { recursive: true, mode: constants.COPYFILE_FICLONE })
  } finally {
    client.release()
  }
  return Readable.from(tarAndRemove(copy))
}

async function* tarAndRemove(copy: string) {
  try {
    yield* membersOf(copy)
    yield end()
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
