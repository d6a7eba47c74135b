// Programs that are killed in the middle, on a database that outlives them.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished } from 'vitest'
import type { Database } from '#kernel/server/database/database.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import type { JobQueue } from '#kernel/server/jobs/queue.ts'
import { urlOf } from './database.ts'

/** Where another process finds a database. */
export interface Place {
  readonly url?: string
  readonly folder: string
}

/** One on the server is shared; an embedded one, which one process alone may open, is copied. */
export async function placeOf(database: Database): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  if (!database.dump) return { url: await urlOf(database), folder }
  const copy = { folder: join(folder, 'database') }
  await (await openDatabase({ ...copy, archive: await buffer(await database.dump()) })).close()
  return copy
}

/** Kills a program when it has said so many lines; answers with what it said last. */
export async function runUntilKilled(program: string, args: readonly string[], lines: number): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const closed = once(child, 'close')
  const said: string[] = []
  child.stdout.on('data', (text: Buffer) => {
    said.push(...String(text).trim().split('\n'))
    if (said.length >= lines) child.kill('SIGKILL')
  })
  const [, signal] = await closed
  expect(signal).toBe('SIGKILL')
  return said.at(-1) ?? ''
}

export async function untilIdle({ stats }: Pick<JobQueue, 'stats'>) {
  const open = async () =>
    (await stats()).reduce(
      (sum, { waiting, delayed, running, retrying }) => sum + waiting + delayed + running + retrying,
      0,
    )
  while ((await open()) > 0) await new Promise(next => setTimeout(next, 50))
}
