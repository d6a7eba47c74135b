// A database for each file of tests, cloned from a template that is migrated once a run.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { Refused } from '#kernel/schema/refused.ts'
import type { Database } from '#kernel/server/database/database.ts'
import { lockFolder } from '#kernel/server/database/embedded/folder-lock.ts'
import { openEmbedded } from '#kernel/server/database/embedded/open-embedded.ts'
import { openDatabase } from '#kernel/server/database/open.ts'

export interface Template {
  /** Of everything that `prepare` depends on. */
  readonly hash: string
  prepare(database: Database): Promise<void>
}

export const testEngine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'embedded'

/** Fresh, and gone when it is closed. */
export const testDatabase = (template: Template): Promise<Database> =>
  testEngine === 'postgres' ? clonePostgres(template) : cloneEmbedded(template)

/** By which another process, or another connection, opens the same database on the server. */
export async function urlOf({ db }: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  return urlFor(rows[0]?.name ?? '')
}

const report = (error: Error) => console.error(error)

async function cloneEmbedded({ hash, prepare }: Template) {
  const file = join(runFolder(), `${hash}.tar`)
  await makeOnce(
    hash,
    async () => existsSync(file),
    async () => {
      const database = await openEmbedded({ report })
      try {
        await prepare(database)
        if (database.dump) await writeFile(`${file}.new`, await database.dump())
      } finally {
        await database.close()
      }
      renameSync(`${file}.new`, file)
    },
  )
  return await openEmbedded({ archive: readFileSync(file), report })
}

async function clonePostgres({ hash, prepare }: Template) {
  const name = nameInRun(`template_${hash}`)
  await makeOnce(
    hash,
    () => exists(name),
    async () => {
      const unfinished = await newDatabase('template1')
      const database = await open(unfinished)
      try {
        await prepare(database)
      } finally {
        await database.close()
      }
      await administer(`alter database ${unfinished} rename to ${name}`)
    },
  )
  const clone = await newDatabase(name)
  const database = await open(clone)
  return {
    ...database,
    async close() {
      await database.close()
      await administer(`drop database ${clone} with (force)`)
    },
  }
}

/** Two files of tests may start at once: one makes the template, the other waits for it. */
async function makeOnce(hash: string, isMade: () => Promise<boolean>, make: () => Promise<void>) {
  while (!(await isMade())) {
    const lock = tryLock(join(runFolder(), hash))
    try {
      if (lock && !(await isMade())) await make()
    } finally {
      lock?.release()
    }
    if (!lock) await new Promise(next => setTimeout(next, 50))
  }
}

function tryLock(folder: string) {
  mkdirSync(folder, { recursive: true })
  try {
    return lockFolder(folder)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

/** Made by tests/setup.ts; without it, one for all files of the run that this process belongs to. */
function runFolder() {
  const folder = process.env.TEST_FOLDER ?? join(tmpdir(), `rapport-tests-of-${process.ppid}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** So that the end of a run can tell what it made on a server that stays. */
function nameInRun(name: string) {
  return `${basename(runFolder())}_${name}`.replace(/\W/g, '_').toLowerCase()
}

export async function dropDatabasesOfRun() {
  const { rows } = await administer('select datname from pg_database where starts_with(datname, $1)', [nameInRun('')])
  for (const { datname } of rows) await administer(`drop database ${datname} with (force)`)
}

async function newDatabase(template: string) {
  const name = nameInRun(randomUUID())
  await administer(`create database ${name} template ${template}`)
  return name
}

const open = (name: string) => openDatabase({ url: urlFor(name), folder: runFolder(), report })

async function exists(name: string) {
  const { rowCount } = await administer('select 1 from pg_database where datname = $1', [name])
  return rowCount === 1
}

async function administer(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

function urlFor(name: string) {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

function serverUrl() {
  const url = process.env.DATABASE_URL_TEST
  if (url) return url
  throw new Error('TEST_ENGINE=postgres needs tests/setup.ts in vitest.config.ts (globalSetup) or DATABASE_URL_TEST')
}
