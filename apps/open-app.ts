// Puts Rapport together: configuration, database, kernel, and what the modules bring. Composition only.

import { join } from 'node:path'
import { equipFields } from '#kernel/fields/equip.ts'
import { bulkJobs } from '#kernel/server/bulk/jobs.ts'
import { type Reader, type Readers, startReaders } from '#kernel/server/changes/readers.ts'
import type { Config } from '#kernel/server/config.ts'
import { readCustomColumns } from '#kernel/server/custom/read-custom.ts'
import type { Database } from '#kernel/server/database/database.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import { duplicateJobs } from '#kernel/server/duplicates/jobs.ts'
import { duplicateReader } from '#kernel/server/duplicates/reader.ts'
import { makeOutbound } from '#kernel/server/fetch/outbound.ts'
import { openStore } from '#kernel/server/files/open-store.ts'
import { identityJobs } from '#kernel/server/identity/identity.ts'
import { kernelJobs } from '#kernel/server/jobs/kernel-jobs.ts'
import { type JobQueue, openQueue } from '#kernel/server/jobs/queue.ts'
import { reactionReader } from '#kernel/server/jobs/reactions.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { openMailer } from '#kernel/server/mail/mailer.ts'
import { newId } from '#kernel/server/new-id.ts'
import { noticeReader } from '#kernel/server/notify/notice-reader.ts'
import { createLogger, type Logger } from '#kernel/server/observe/logger.ts'
import { openKernel } from '#kernel/server/open-kernel.ts'
import type { Outside } from '#kernel/server/parts.ts'
import { ratesJobs } from '#kernel/server/records/rates-feed.ts'
import { allTables, sqlFunctions } from '#kernel/server/schema.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import type { TableSpec } from '#kernel/server/tables/define-table.ts'
import { migrate, requireNothingReviewed, schemaPlan } from '#kernel/server/tables/migrate.ts'
import { buildModels, type CustomFields } from '#kernel/server/tables/model.ts'
import { transferJobs } from '#kernel/server/transfer/jobs.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { parts } from '#modules/parts.ts'
import { requireKey } from './require-key.ts'

export interface App {
  readonly config: Config
  readonly log: Logger
  readonly kernel: Kernel
  readonly queue: JobQueue
  readonly outside: Outside
  /** Who reads the change log. */
  readonly readers: readonly Reader[]
  /** Seals the change log and reads it, here and in any number of other processes. */
  read(): Promise<Readers>
  close(): Promise<void>
}

export const migrationsFolder = join(import.meta.dirname, '..', 'db', 'migrations')

export const databaseOf = (config: Config, log: Logger): Promise<Database> =>
  openDatabase({
    url: config.databaseUrl ?? undefined,
    folder: join(config.dataDir, 'database'),
    report: error => log.error({ err: error }, 'the database had to be opened again'),
  })

/** The tables of everything declared, and of the fields that were added at run time. */
export const tablesWith = (custom: CustomFields): readonly TableSpec[] =>
  allTables(buildModels(parts.objects, custom), parts.tables)

export async function planOf(database: Database) {
  return schemaPlan({ database, tables: tablesWith(await readCustomColumns(database.db)) })
}

export async function migrateDatabase(database: Database, custom?: CustomFields) {
  const tables = tablesWith(custom ?? (await readCustomColumns(database.db)))
  return migrate({ database, tables, functions: sqlFunctions, folder: migrationsFolder, now: new Date() })
}

/** Opens everything that serving, working and commanding share. The schema is brought up to date first. */
export async function openApp(config: Config, log: Logger = createLogger({ level: config.logLevel })): Promise<App> {
  equipFields()
  const database = await databaseOf(config, log)
  try {
    requireNothingReviewed(await migrateDatabase(database))
    return await openOver(config, log, database)
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The same over a database that is up to date. */
export async function openOver(config: Config, log: Logger, database: Database): Promise<App> {
  const secrets = openSecrets(config.secretKey)
  await requireKey(database, secrets)
  const clock = () => new Date()
  const mailer = openMailer({ mailUrl: config.mailUrl, sender: senderOf(config), db: database.db, clock, newId })
  const outside: Outside = { mailer, publicUrl: config.publicUrl, words: collectWords(parts.words) }
  const jobs = [
    ...kernelJobs,
    ...transferJobs,
    ...bulkJobs,
    ...duplicateJobs,
    ...identityJobs(outside),
    ...ratesJobs(config.ratesUrl, makeOutbound()),
    ...parts.jobs(outside),
  ]
  const behaviours = [...parts.behaviours, ...jobs]
  const declared = behaviours.flatMap(behaviour => (behaviour.kind === 'job' ? [behaviour] : []))
  const queue = await openQueue(database, declared, { report: error => log.error({ err: error }, 'a job failed') })
  let wake = () => {}
  const kernel = await openKernel({
    ...parts,
    behaviours,
    database,
    queue,
    secrets,
    store: openStore(config),
    clock,
    wake: () => wake(),
  })
  const reading = readersOf(kernel)
  return {
    config,
    log,
    kernel,
    queue,
    outside,
    readers: reading,
    async read() {
      const readers = await startReaders(kernel, reading, {
        report: error => log.error({ err: error }, 'a reader failed'),
      })
      wake = readers.wake
      return readers
    },
    async close() {
      await queue.stop()
      await kernel.close()
      mailer.close()
      await database.close()
    },
  }
}

const readersOf = (kernel: Kernel): readonly Reader[] => [
  reactionReader(kernel),
  noticeReader(kernel),
  duplicateReader(kernel),
  ...parts.readers(kernel),
]

const senderOf = ({ publicUrl }: Config) => ({
  name: 'Rapport',
  email: `rapport@${new URL(publicUrl).hostname.replace(/^\[.*\]$|^[\d.]+$/, 'localhost.localdomain')}`,
})
