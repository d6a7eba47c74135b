// Where is measured: a filled database on a PostgreSQL of its own, or the embedded one in two folders, one for
// ours and one for the floor.

import { createHash, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import type { Database } from '#kernel/server/database/database.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import { installQueues } from '#kernel/server/jobs/install.ts'
import { defaultPace } from '#kernel/server/jobs/queue-plan.ts'
import { reactionPlan } from '#kernel/server/jobs/reactions.ts'
import { allTables, sqlFunctions } from '#kernel/server/schema.ts'
import { migrate } from '#kernel/server/tables/migrate.ts'
import { buildModels } from '#kernel/server/tables/model.ts'
import { parts } from '#modules/parts.ts'
import { fill, type Size } from './fill.ts'

export type Side = 'ours' | 'floor'

export interface Place {
  readonly kind: Database['kind']
  readonly size: Size
  /** What the process of a side is started with. */
  environment(side: Side): Readonly<Record<string, string>>
  /** For looking and preparing. On the embedded database only while no server of that side runs. */
  open(side?: Side): Promise<Database>
  remove(): Promise<void>
}

/** On the server of `url`; one that stays keeps it for the next run. */
export async function postgresPlace(url: string, size: Size): Promise<Place> {
  const name = `bench_${size.contacts}_${fingerprint()}`
  if (!(await exists(url, name))) {
    const fresh = `${name}_new`
    await administer(url, `drop database if exists ${fresh}`)
    await create(url, fresh, size)
    await administer(url, `alter database ${fresh} rename to ${name}`)
  }
  return placeOn(url, name, size)
}

/** One that is changed too much to be of use to anyone else. */
export async function passingPlace(url: string, size: Size): Promise<Place> {
  const name = `bench_passing_${randomUUID().slice(0, 8)}`
  await create(url, name, size)
  const place = placeOn(url, name, size)
  return {
    ...place,
    remove: () =>
      place
        .remove()
        .then(() => administer(url, `drop database ${name} with (force)`))
        .then(() => {}),
  }
}

async function create(url: string, name: string, size: Size) {
  await administer(url, `create database ${name}`)
  await prepare(await openDatabase({ url: new URL(`/${name}`, url).href, folder: '' }), size)
}

function placeOn(url: string, name: string, size: Size): Place {
  const { href } = new URL(`/${name}`, url)
  const data = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  return {
    kind: 'postgres',
    size,
    environment: () => ({ DATABASE_URL: href, DATA_DIR: data, SECRET_KEY: secretKey }),
    open: () => openDatabase({ url: href, folder: '' }),
    remove: async () => rmSync(data, { recursive: true, force: true }),
  }
}

export async function embeddedPlace(size: Size): Promise<Place> {
  const root = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  const folder = (side: Side) => join(root, side)
  const open = (side: Side = 'ours') => openDatabase({ folder: join(folder(side), 'database') })
  await prepare(await open(), size)
  cpSync(folder('ours'), folder('floor'), { recursive: true })
  return {
    kind: 'embedded',
    size,
    environment: side => ({ DATA_DIR: folder(side), SECRET_KEY: secretKey }),
    open,
    async remove() {
      rmSync(root, { recursive: true, force: true })
    },
  }
}

const secretKey = 'a key that keeps nothing but this bench'

async function prepare(database: Database, size: Size) {
  const tables = allTables(buildModels(parts.objects), parts.tables)
  const bring = () => migrate({ database, tables, functions: sqlFunctions, folder: 'db/migrations', now: new Date() })
  await bring()
  await fill(database, size)
  await bring()
  await installQueues(database, [reactionPlan], defaultPace)
  await database.db.connection().execute(async one => {
    await sql`set statement_timeout = 0`.execute(one)
    await sql`vacuum analyze`.execute(one)
    await sql`checkpoint`.execute(one)
    await sql`reset statement_timeout`.execute(one)
  })
  await database.close()
}

/** Another schema, or other contents, are another database. */
function fingerprint() {
  const contents = ['fill.ts', 'people.ts'].map(file => readFileSync(join(import.meta.dirname, file), 'utf8'))
  const tables = allTables(buildModels(parts.objects), parts.tables)
  return createHash('sha256')
    .update(JSON.stringify([tables, sqlFunctions, contents]))
    .digest('hex')
    .slice(0, 8)
}

async function exists(url: string, name: string) {
  const { rowCount } = await administer(url, `select 1 from pg_database where datname = '${name}'`)
  return rowCount === 1
}

async function administer(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}
