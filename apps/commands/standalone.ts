// Commands that need the database to themselves, or no database at all.

import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { objectBehaviours } from '#kernel/objects/server.ts'
import { collectBehaviours } from '#kernel/server/actions/behaviours.ts'
import { unpack } from '#kernel/server/backup/archive.ts'
import { customFieldsOf, jobsOf, restore as restoreBackup } from '#kernel/server/backup/restore.ts'
import type { Config } from '#kernel/server/config.ts'
import { customFieldBehaviours } from '#kernel/server/custom/behaviours.ts'
import { explain as explainObject } from '#kernel/server/explain.ts'
import { openStore } from '#kernel/server/files/open-store.ts'
import { createLogger } from '#kernel/server/observe/logger.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import { buildModels } from '#kernel/server/tables/model.ts'
import { parts } from '#modules/parts.ts'
import { databaseOf, migrateDatabase, openApp, planOf, tablesWith } from '../open-app.ts'
import { Misused } from './command.ts'

type Say = (line: string) => void

export function explain([name]: readonly string[], say: Say) {
  if (!name) throw new Misused(`Name an object: ${parts.objects.map(object => object.name).join(', ')}.`)
  const behaviours = collectBehaviours(parts.objects, [
    ...objectBehaviours,
    ...customFieldBehaviours,
    ...parts.behaviours,
  ])
  say(explainObject({ models: buildModels(parts.objects), behaviours }, name))
}

export async function schemaPlan(config: Config, say: Say) {
  const database = await databaseOf(config, createLogger({ level: config.logLevel }))
  try {
    const { steps, reviewed } = await planOf(database)
    say(steps.length ? steps.map(({ sql }) => `${sql};`).join('\n\n') : 'The database is as declared.')
    if (reviewed.length)
      say(`\nNeeds a reviewed file in db/migrations:\n${reviewed.map(line => `- ${line}`).join('\n')}`)
  } finally {
    await database.close()
  }
}

export async function migrate(config: Config, say: Say) {
  const database = await databaseOf(config, createLogger({ level: config.logLevel }))
  try {
    const { steps, reviewed } = await migrateDatabase(database)
    say(steps.length ? `${steps.length} changes were made.` : 'There was nothing to change.')
    if (reviewed.length)
      say(`Left for a reviewed file in db/migrations:\n${reviewed.map(line => `- ${line}`).join('\n')}`)
  } finally {
    await database.close()
  }
}

export async function restore(config: Config, [from]: readonly string[], say: Say) {
  if (!from) throw new Misused('Name the folder of a backup, or the file that was downloaded.')
  const path = resolve(from)
  if ((await stat(path).catch(() => undefined))?.isFile()) return restoreFile(config, path, say)
  await restoreFolder(config, path, say)
}

async function restoreFile(config: Config, file: string, say: Say) {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-restore-'))
  try {
    await unpack(createReadStream(file, { highWaterMark: 256 * 1024 }), folder)
    await restoreFolder(config, folder, say)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function restoreFolder(config: Config, folder: string, say: Say) {
  const database = await databaseOf(config, createLogger({ level: config.logLevel }))
  try {
    const custom = await customFieldsOf(folder)
    const build = async () => void (await migrateDatabase(database, custom))
    await build()
    await restoreBackup(
      {
        database,
        store: openStore(config),
        secrets: openSecrets(config.secretKey),
        tables: tablesWith(custom),
        migrate: build,
      },
      folder,
      say,
    )
  } finally {
    await database.close()
  }
  await sendAgain(config, folder)
}

/** Work that waited when the backup was made waits again. */
async function sendAgain(config: Config, folder: string) {
  const app = await openApp(config)
  try {
    for await (const { name, data, key, after } of jobsOf(folder))
      await app.queue
        .send(app.kernel.database.db, name, [data], { ...(key ? { key } : {}), ...(after ? { after } : {}) })
        .catch(() => {})
  } finally {
    await app.close()
  }
}
