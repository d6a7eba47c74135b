// Once for a whole run: the folder of the templates and, with TEST_ENGINE=postgres, the server.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropDatabasesOfRun, testEngine } from './database.ts'
import { startPostgres } from './postgres.ts'

export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-tests-'))
  process.env.TEST_FOLDER = folder
  const server = testEngine === 'postgres' ? await startPostgres() : undefined
  if (server) process.env.DATABASE_URL_TEST = server.url
  return async () => {
    if (server) await dropDatabasesOfRun()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
