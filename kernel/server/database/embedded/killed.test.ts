import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompiledQuery } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../open.ts'

const program = fileURLToPath(new URL('./killed.child.ts', import.meta.url))

test('what was acknowledged outlives kill -9, whole transactions only', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-killed-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await withDatabase(folder, run => run('create table written (number int, half int, primary key (number, half))'))
  const acknowledged: number[] = []
  for (const writes of [1, 40, 300]) {
    acknowledged.push(...(await writeUntilKilled(folder, acknowledged.length * 10, writes)))
    const rows = await withDatabase(folder, run =>
      run('select number, count(*) as halves from written group by number'),
    )
    expect(rows.map(row => row.number)).toEqual(expect.arrayContaining(acknowledged))
    expect(rows.every(row => row.halves === 2)).toBe(true)
  }
})

async function writeUntilKilled(folder: string, from: number, writes: number) {
  const child = spawn(process.execPath, [program, folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  let said = ''
  child.stdout.on('data', (text: Buffer) => {
    said += text
    if (said.split('\n').length > writes) child.kill('SIGKILL')
  })
  const [, signal] = await closed
  expect(signal).toBe('SIGKILL')
  return said.split('\n').slice(0, -1).map(Number)
}

type Run = (text: string) => Promise<Record<string, unknown>[]>

async function withDatabase<T>(folder: string, work: (run: Run) => Promise<T>) {
  const database = await openDatabase({ folder })
  try {
    return await work(async text => {
      const { rows } = await database.db.executeQuery(CompiledQuery.raw(text))
      return rows as Record<string, unknown>[]
    })
  } finally {
    await database.close()
  }
}
