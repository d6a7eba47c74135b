import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { parts } from '#modules/parts.ts'
import { testDatabase, testEngine, urlOf } from '../../../../tests/database.ts'
import { runUntilKilled } from '../../../../tests/killed.ts'
import { equipFields } from '../../../fields/equip.ts'
import type { Database } from '../../database/database.ts'
import { openDatabase } from '../../database/open.ts'
import { diskStore } from '../../files/disk-store.ts'
import type { Kernel } from '../../kernel.ts'
import { openKernel } from '../../open-kernel.ts'
import { allTables, sqlFunctions } from '../../schema.ts'
import { openSecrets } from '../../secrets/secrets.ts'
import { migrate } from '../../tables/migrate.ts'
import { buildModels } from '../../tables/model.ts'
import { begin, deskOf, run } from '../tests/csv-kernel.ts'
import { getImport } from './state.ts'
import { startImport } from './steps.ts'

const program = fileURLToPath(new URL('./killed.child.ts', import.meta.url))
const rows = 4203

test(`kill -9 in the middle of an import loses nothing and does nothing twice (${testEngine})`, {
  timeout: 180_000,
}, async () => {
  const place = await makePlace()
  const file = `first,last,email,tags\n${Array.from({ length: rows }, (_, at) => (at % 100 === 7 ? `,,bad${at},` : `A,P${at},p${at}@example.com,VIP`)).join('\n')}\n`
  const id = await place.with(async kernel => {
    const desk = deskOf(kernel)
    const { id: made, plan } = await begin(desk, 'contact', file)
    await kernel.database.db
      .updateTable('imports')
      .set({
        plan: JSON.stringify({
          ...plan,
          columns: plan.columns.map(column => (column.field === 'tags' ? { ...column, missing: 'create' } : column)),
        }) as never,
      })
      .where('id', '=', made)
      .execute()
    await startImport(desk, made)
    return made
  })
  for (const slices of [1, 2, 3]) {
    const heard = Number(await runUntilKilled(program, place.args(id), slices + 1))
    const kept = await place.with(kernel => getImport(kernel.database.db, id))
    expect(kept.status).toBe('running')
    expect(kept.rows).toBeGreaterThanOrEqual(heard)
    await place.with(async kernel =>
      expect(await found(kernel)).toMatchObject({ contacts: kept.created, created: kept.created, bad: kept.failed }),
    )
  }
  await place.with(async kernel => {
    const done = await run(deskOf(kernel), id)
    const bad = Math.ceil((rows - 7) / 100)
    expect([done.status, done.rows, done.created, done.failed]).toEqual(['done', rows, rows - bad, bad])
    expect(await found(kernel)).toEqual({
      contacts: rows - bad,
      created: rows - bad,
      addresses: rows - bad,
      tags: 1,
      links: rows - bad,
      bad,
      batches: 1,
      keys: 0,
    })
  })
})

async function found({ database }: Kernel) {
  const { rows: answer } = await sql<
    Record<string, number>
  >`select (select count(*) from contacts) as contacts, (select count(*) from contact_emails) as addresses,
    (select count(*) from tags) as tags, (select count(*) from links) as links, (select count(*) from import_rows) as bad, (select count(*) from import_keys) as keys,
    (select count(distinct batch) from changes where source = 'import') as batches,
    (select count(*) from changes where object = 'contact' and 'created' = any(events)) as created`.execute(database.db)
  return answer[0]
}

interface Place {
  args(id: string): readonly string[]
  with<T>(work: (kernel: Kernel) => Promise<T>): Promise<T>
}

async function makePlace(): Promise<Place> {
  equipFields()
  const root = mkdtempSync(join(tmpdir(), 'rapport-killed-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [folder, files] = [join(root, 'database'), join(root, 'files')]
  const open = (database: Database) =>
    openKernel({
      ...parts,
      database,
      queue: { send: async () => {} },
      secrets: openSecrets('only for this test'),
      store: diskStore(files),
    })
  if (testEngine === 'postgres') return postgresPlace(folder, files, open)
  const withKernel: Place['with'] = async work => {
    const database = await openDatabase({ folder })
    try {
      const kernel = await open(database)
      const result = await work(kernel)
      await kernel.close()
      return result
    } finally {
      await database.close()
    }
  }
  const first = await openDatabase({ folder })
  await prepare(first)
  await first.close()
  return { args: id => [folder, files, id], with: withKernel }
}

async function postgresPlace(
  folder: string,
  files: string,
  open: (database: Database) => Promise<Kernel>,
): Promise<Place> {
  const database = await testDatabase({ hash: 'killed_import', prepare })
  const kernel = await open(database)
  onTestFinished(async () => {
    await kernel.close()
    await database.close()
  })
  const url = await urlOf(database)
  return { args: id => [folder, files, id, url], with: work => work(kernel) }
}

async function prepare(database: Database) {
  await migrate({
    database,
    tables: allTables(buildModels(parts.objects), parts.tables),
    functions: sqlFunctions,
    folder: 'db/migrations',
    now: new Date(),
  })
}
