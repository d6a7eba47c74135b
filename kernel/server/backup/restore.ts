import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import { type CustomRow, customFieldsFrom } from '../custom/read-custom.ts'
import type { Database, Db } from '../database/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { readCatalog } from '../tables/catalog.ts'
import type { TableSpec } from '../tables/define-table.ts'
import type { CustomFields } from '../tables/model.ts'
import type { Manifest } from './backup.ts'

export interface RestoreParts {
  readonly database: Database
  readonly store: FileStore
  readonly secrets: Secrets
  /** Every table, with the columns of the fields that were added at run time. */
  readonly tables: readonly TableSpec[]
  /** Brings the database to the declarations: it puts back the indexes and links that are dropped here for the load. */
  readonly migrate: () => Promise<void>
}

const batch = 1_000

/** Puts a backup into an empty, migrated database and an empty store of files. */
export async function restore(
  { database, store, secrets, tables, migrate }: RestoreParts,
  folder: string,
  say: (line: string) => void,
) {
  const manifest = await readManifest(folder)
  if (manifest.key_fingerprint !== secrets.fingerprint)
    throw new Refused('backup.other-key', { wanted: manifest.key_fingerprint })
  await requireEmptyDatabase(database.db)
  await dropLinksAndIndexes(database.db, tables)
  for (const table of tables) await loadTable(database.db, table, folder)
  await migrate()
  await setSequences(database.db)
  await loadFiles(store, folder)
  say(
    `${Object.values(manifest.tables).reduce((sum, { rows }) => sum + rows, 0)} rows and ${manifest.files} files are restored.`,
  )
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined)
  if (!text) throw new Refused('backup.no-manifest', { folder })
  return JSON.parse(text) as Manifest
}

async function requireEmptyDatabase(db: Db) {
  const { rows } = await sql`select 1 from users limit 1`.execute(db)
  if (rows.length) throw new Refused('backup.database-not-empty')
}

/** Rows come in the order of their tables, and point to what comes later. */
async function dropLinksAndIndexes(db: Db, tables: readonly TableSpec[]) {
  const { tables: found } = await readCatalog(db)
  for (const { name } of tables) {
    const { constraints, indexes } = found.get(name) ?? { constraints: new Map(), indexes: new Map() }
    for (const constraint of constraints.keys())
      if (/_link_[0-9a-f]{8}$/.test(constraint))
        await sql`alter table ${sql.table(name)} drop constraint ${sql.id(constraint)}`.execute(db)
    for (const index of indexes.keys())
      if (/_(index|unique)_[0-9a-f]{8}$/.test(index)) await sql`drop index ${sql.id(index)}`.execute(db)
  }
}

async function loadTable(db: Db, { name, columns }: TableSpec, folder: string) {
  const kept = Object.entries(columns)
    .filter(([, { generated }]) => !generated)
    .map(([column]) => sql.ref(column))
  let lines: string[] = []
  const flush = async () => {
    if (lines.length === 0) return
    const names = sql.join(kept)
    await sql`insert into ${sql.table(name)} (${names}) select ${names} from json_populate_recordset(null::${sql.table(name)}, ${`[${lines.join(',')}]`}::json)`.execute(
      db,
    )
    lines = []
  }
  for await (const line of linesOf(join(folder, 'tables', `${name}.ndjson.gz`))) {
    lines.push(line)
    if (lines.length === batch) await flush()
  }
  await flush()
}

/** The fields that were added at run time: the tables need their columns before the rows come, those in the trash too. */
export async function customFieldsOf(folder: string): Promise<CustomFields> {
  const rows: CustomRow[] = []
  for await (const line of linesOf(join(folder, 'tables', 'custom_fields.ndjson.gz'))) rows.push(JSON.parse(line))
  return customFieldsFrom(rows)
}

/** Work that waited when the backup was made, as the queue takes it. */
export async function* jobsOf(
  folder: string,
): AsyncGenerator<{ name: string; data: Record<string, unknown>; key: string | null; after: string | null }> {
  for await (const line of linesOf(join(folder, 'tables', 'jobs.ndjson.gz'))) yield JSON.parse(line)
}

const linesOf = (file: string) =>
  createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })

async function setSequences(db: Db) {
  await sql`select setval('change_epoch', greatest((select max(epoch) from changes), (select last_value from change_epoch))),
    setval('change_pos', greatest((select max(pos) from changes), (select last_value from change_pos)))`.execute(db)
}

async function loadFiles(store: FileStore, folder: string) {
  const parts = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  for (const part of parts.filter(entry => entry.isFile())) {
    const { sha256 } = await store.put(createReadStream(join(part.parentPath, part.name)), {
      maxBytes: Number.MAX_SAFE_INTEGER,
    })
    if (sha256 !== part.name) throw new Refused('backup.file-damaged', { file: part.name })
  }
}
