// A backup is a folder: what every table holds, the files, and the fingerprint of the key that its secrets need.
// It is the same from either engine, and goes back into either.

import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import { readCustomColumns } from '../custom/read-custom.ts'
import type { Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import { allTables } from '../schema.ts'
import type { TableSpec } from '../tables/define-table.ts'
import { buildModels } from '../tables/model.ts'
import { pendingJobs } from './pending-jobs.ts'

export interface Manifest {
  readonly made_at: string
  readonly key_fingerprint: string
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>
  readonly files: number
}

const batch = 2_000

/** Writes everything into an empty folder, as it is at one instant. */
export async function backup(kernel: Kernel, folder: string, say: (line: string) => void): Promise<Manifest> {
  await requireEmpty(folder)
  const tables = await writeTables(kernel, folder)
  const manifest = await writeManifest(kernel, folder, tables, await copyFiles(kernel, folder))
  say(`${rowsIn(manifest)} rows and ${manifest.files} files are in ${folder}.`)
  return manifest
}

export const rowsIn = ({ tables }: Pick<Manifest, 'tables'>) =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)

export async function writeTables(kernel: Kernel, folder: string): Promise<Manifest['tables']> {
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 })
  return snapshot(kernel, async tx => {
    const made: Record<string, { rows: number; sha256: string }> = {}
    const models = buildModels(
      kernel.models.all.map(({ object }) => object),
      await readCustomColumns(tx),
    )
    for (const table of allTables(models, kernel.tables)) made[table.name] = await writeTable(tx, table, folder)
    made.jobs = await writeLines(pendingJobs(tx), join(folder, 'tables', 'jobs.ndjson.gz'))
    return made
  })
}

export async function writeManifest(kernel: Kernel, folder: string, tables: Manifest['tables'], files: number) {
  const manifest: Manifest = {
    made_at: kernel.clock().toISOString(),
    key_fingerprint: kernel.secrets.fingerprint,
    tables,
    files,
  }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

async function requireEmpty(folder: string) {
  const there = await readdir(folder).catch(() => [])
  if (there.length) throw new Refused('backup.not-empty', { folder })
}

const snapshot = <T>(kernel: Kernel, run: (tx: Tx) => Promise<T>) =>
  kernel.database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async tx => {
      await sql`set local statement_timeout = 0`.execute(tx)
      return run(tx)
    })

const writeTable = (tx: Tx, table: TableSpec, folder: string) =>
  writeLines(rowsOf(tx, table), join(folder, 'tables', `${table.name}.ndjson.gz`))

/** Every row as JSON, by the database itself, in an order that is the same wherever it is restored. */
async function* rowsOf(tx: Tx, { name, primary, columns }: TableSpec): AsyncGenerator<string> {
  const kept = Object.entries(columns)
    .filter(([, { generated }]) => !generated)
    .map(([column]) => sql.ref(column))
  // A log without a key has a sequence.
  const key = primary.length ? primary : Object.keys(columns).filter(column => columns[column]?.type === 'bigint')
  const order = sql.join(key.map(column => sql.ref(column)))
  await sql`declare backup_rows no scroll cursor for select row_to_json(r)::text as line from (select ${sql.join(kept)} from ${sql.table(name)} order by ${order}) as r`.execute(
    tx,
  )
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(batch)} from backup_rows`.execute(tx)
    for (const { line } of rows) yield line
    if (rows.length < batch) break
  }
  await sql`close backup_rows`.execute(tx)
}

async function writeLines(lines: AsyncIterable<string>, file: string) {
  const hash = createHash('sha256')
  let rows = 0
  async function* counted() {
    for await (const line of lines) {
      rows++
      hash.update(line).update('\n')
      yield `${line}\n`
    }
  }
  await pipeline(counted, createGzip({ level: 5 }), createWriteStream(file, { mode: 0o600 }))
  return { rows, sha256: hash.digest('hex') }
}

/** Content-addressed: whatever was added since the snapshot does no harm. */
async function copyFiles({ store }: Kernel, folder: string) {
  let count = 0
  for await (const { sha256 } of store.entries()) {
    await mkdir(join(folder, 'files', sha256.slice(0, 2)), { recursive: true, mode: 0o700 })
    await pipeline(
      await store.open(sha256),
      createWriteStream(join(folder, 'files', sha256.slice(0, 2), sha256), { mode: 0o600 }),
    )
    count++
  }
  return count
}
