import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { parts } from '#modules/parts.ts'
import { asSystem } from '../../../tests/kernel.ts'
import { runUntilKilled } from '../../../tests/killed.ts'
import { equipFields } from '../../fields/equip.ts'
import { systemActor } from '../access/actor.ts'
import { openDatabase } from '../database/open.ts'
import { diskStore } from '../files/disk-store.ts'
import type { Kernel } from '../kernel.ts'
import { openKernel } from '../open-kernel.ts'
import { allTables, sqlFunctions } from '../schema.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { migrate } from '../tables/migrate.ts'
import { buildModels } from '../tables/model.ts'
import { beginBulk, beginUndo } from './begin.ts'
import { runBulk } from './run.ts'
import { getRun } from './state.ts'

const program = fileURLToPath(new URL('./killed.child.ts', import.meta.url))
const many = 6000

test('kill -9 in the middle leaves no lie, and what is begun ends, there and back', { timeout: 180_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'rapport-killed-bulk-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [folder, files] = [join(root, 'database'), join(root, 'files')]
  const withKernel = <T>(work: (kernel: Kernel) => Promise<T>) => inKernel(folder, files, work)

  const wish = { object: 'contact', verb: 'edit', input: { status: 'customer' }, records: { where: {} } }
  const begun = await withKernel(async kernel => {
    await fill(kernel)
    return beginBulk(doerOf(kernel), wish)
  })
  for (const commits of [3, 4]) {
    await runUntilKilled(program, [folder, files, begun.id], commits + 1)
    const { status, done, changed } = await withKernel(kernel => getRun(kernel.database.db, begun.id))
    expect(status).toBe('running')
    expect(done).toBeLessThan(many)
    expect(await withKernel(customers)).toBe(changed)
  }
  expect(await withKernel(kernel => run(kernel, begun.id))).toMatchObject({ status: 'done', done: many, changed: many })
  expect(await withKernel(changesOf)).toBe(many)

  const back = await withKernel(kernel => beginUndo(doerOf(kernel), begun.batch))
  await runUntilKilled(program, [folder, files, back.id], 10)
  const left = await withKernel(customers)
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(many)
  expect(await withKernel(kernel => run(kernel, back.id))).toMatchObject({ status: 'done', done: many, changed: many })
  expect(await withKernel(customers)).toBe(0)
})

const doerOf = (kernel: Kernel) => ({ kernel, actor: systemActor(kernel.locale), source: 'api' as const })

async function fill(kernel: Kernel) {
  for (let from = 0; from < many; from += 1000)
    await asSystem(kernel, ctx =>
      ctx.create(
        contact,
        Array.from({ length: 1000 }, (_, at) => ({ first_name: 'Ada', last_name: `L${from + at}` })),
      ),
    )
}

async function run(kernel: Kernel, id: string) {
  await runBulk({ kernel, signal: new AbortController().signal }, id)
  return getRun(kernel.database.db, id)
}

async function customers({ database }: Kernel) {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from contacts where status = 'customer'`.execute(database.db)
  return rows[0]?.n
}

async function changesOf({ database }: Kernel) {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from changes where 'updated' = any(events)`.execute(database.db)
  return rows[0]?.n
}

async function inKernel<T>(folder: string, files: string, work: (kernel: Kernel) => Promise<T>): Promise<T> {
  equipFields()
  const database = await openDatabase({ folder })
  try {
    const tables = allTables(buildModels(parts.objects), parts.tables)
    await migrate({ database, tables, functions: sqlFunctions, folder: 'db/migrations', now: new Date() })
    const kernel = await openKernel({
      ...parts,
      database,
      queue: { send: async () => {} },
      secrets: openSecrets('only for this test'),
      store: diskStore(files),
    })
    const result = await work(kernel)
    await kernel.close()
    return result
  } finally {
    await database.close()
  }
}
