// A kernel of one's own for each file of tests, on a database that is migrated and has the standard roles.

import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { equipFields } from '#kernel/fields/equip.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { openStore } from '#kernel/server/files/open-store.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { openKernel } from '#kernel/server/open-kernel.ts'
import type { Parts } from '#kernel/server/parts.ts'
import type { Context } from '#kernel/server/records/context.ts'
import { allTables, sqlFunctions } from '#kernel/server/schema.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import { migrate } from '#kernel/server/tables/migrate.ts'
import { buildModels } from '#kernel/server/tables/model.ts'
import { parts as modules } from '#modules/parts.ts'
import { testDatabase } from './database.ts'

equipFields()

export async function testKernel(parts: Parts = modules): Promise<Kernel> {
  const database = await testDatabaseOf(parts)
  const dataDir = await mkdtemp(join(process.env.TEST_FOLDER ?? tmpdir(), 'files-'))
  return openKernel({
    ...parts,
    database,
    queue: { send: async () => {} },
    secrets: openSecrets('a key for nothing but these tests'),
    store: openStore({ filesUrl: null, dataDir }),
  })
}

/** Migrated, with nothing in it. */
export async function testDatabaseOf(parts: Parts = modules) {
  const tables = allTables(buildModels(parts.objects), parts.tables)
  const hash = createHash('sha256')
    .update(JSON.stringify([tables, sqlFunctions]))
    .digest('hex')
    .slice(0, 16)
  return await testDatabase({
    hash,
    prepare: async fresh =>
      void (await migrate({
        database: fresh,
        tables,
        functions: sqlFunctions,
        folder: 'db/migrations',
        now: new Date(),
      })),
  })
}

/** As the system, in one transaction. */
export const asSystem = <T>(kernel: Kernel, run: (ctx: Context) => Promise<T>) =>
  inContext(kernel, { actor: systemActor(kernel.locale), source: 'command' }, run)
