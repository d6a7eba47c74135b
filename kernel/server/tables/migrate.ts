import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import type { Database, Db } from '../database/database.ts'
import { readCatalog } from './catalog.ts'
import { column, defineTable, type TableRow, type TableSpec } from './define-table.ts'
import { ensurePartitions } from './partitions.ts'
import { type Plan, planTables, type Step } from './plan.ts'

/** Reviewed files that have run. */
export const migrations = defineTable('migrations', {
  primary: ['name'],
  columns: {
    name: column<string>('text'),
    applied_at: column<string>('timestamp(3) with time zone', { default: 'now()' }),
  },
})
declare module '../database/database.ts' {
  interface Tables {
    migrations: TableRow<typeof migrations>
  }
}

interface MigrateOptions {
  readonly database: Database
  readonly tables: readonly TableSpec[]
  /** Functions and sequences that columns and indexes rest on; each may run again. */
  readonly functions: readonly string[]
  /** Folder of reviewed files. */
  readonly folder: string
  readonly now: Date
}

export async function schemaPlan({ database, tables }: Pick<MigrateOptions, 'database' | 'tables'>): Promise<Plan> {
  return planTables(tables, await readCatalog(database.db))
}

/** Brings the database to the declarations. Each step is whole by itself: cut off anywhere, the next run goes on. */
export async function migrate(options: MigrateOptions): Promise<Plan> {
  const { database, tables, functions, folder, now } = options
  return database.db.connection().execute(async db => {
    // An index over millions of rows takes its time, and so may whoever migrates before us.
    await sql`set statement_timeout = 0`.execute(db)
    await waitForOthers(db)
    try {
      await prepare(db, functions)
      await runStep(db, planTables([migrations], await readCatalog(db)).steps)
      await runFiles(db, folder)
      const plan = planTables(tables, await readCatalog(db))
      await runStep(db, database.kind === 'embedded' ? plan.steps.map(inOneSession) : plan.steps)
      await ensurePartitions(db, tables, now)
      return plan
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(db)
      await sql`reset statement_timeout`.execute(db)
    }
  })
}

const migrationLock = 0x7261_7001

/** Asks again and again instead of waiting inside a query: an index that is built concurrently waits for every query to end. */
async function waitForOthers(db: Db): Promise<void> {
  const { rows } = await sql<{ alone: boolean }>`select pg_try_advisory_lock(${migrationLock}) as alone`.execute(db)
  if (rows[0]?.alone) return
  await new Promise(done => setTimeout(done, 200))
  return waitForOthers(db)
}

async function prepare(db: Db, functions: readonly string[]) {
  await sql`create extension if not exists pg_trgm`.execute(db)
  for (const text of functions) await sql.raw(text).execute(db)
}

/** Waits at most a moment for a lock, so that no reader queues behind it, and tries again. */
async function runStep(db: Db, steps: readonly Step[]) {
  for (const step of steps)
    await retry(async () => void (await (step.concurrently ? runOpen(db, step) : runLocked(db, step))))
}

const runOpen = (db: Db, step: Step) => sql.raw(step.sql).execute(db)

const runLocked = (db: Db, step: Step) =>
  db.transaction().execute(async tx => {
    await sql`set local lock_timeout = '300ms'`.execute(tx)
    await sql.raw(step.sql).execute(tx)
  })

async function retry<T>(run: () => Promise<T>, attempts = 40): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (attempts === 0 || (error as { code?: string }).code !== lockNotAvailable) throw error
    await new Promise(done => setTimeout(done, 100 + Math.random() * 400))
    return retry(run, attempts - 1)
  }
}

const lockNotAvailable = '55P03'
const inOneSession = (step: Step): Step => ({ sql: step.sql.replace(/ concurrently /, ' ') })

async function runFiles(db: Db, folder: string) {
  const files = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.sql')).sort()
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  const done = new Set(rows.map(row => row.name))
  for (const name of files.filter(file => !done.has(file))) await runFile(db, folder, name)
}

async function runFile(db: Db, folder: string, name: string) {
  const text = await readFile(join(folder, name), 'utf8')
  await retry(() =>
    db.transaction().execute(async tx => {
      await sql`set local lock_timeout = '2s'`.execute(tx)
      await sql.raw(text).execute(tx)
      await sql`insert into migrations (name) values (${name})`.execute(tx)
    }),
  )
}

/** Boot refuses a database that the declarations do not fit. */
export function requireNothingReviewed(plan: Plan) {
  if (plan.reviewed.length) throw new Refused('schema.reviewed', { changes: plan.reviewed.join('; ') })
}
