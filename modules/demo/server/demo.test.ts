import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kernel } from '#kernel/server/kernel.ts'
import { testEngine } from '../../../tests/database.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { fillDemo, removeDemo } from './demo.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const plurals = ['companies', 'contacts', 'deals', 'deal_lines', 'quotes', 'quote_lines', 'products', 'tasks', 'notes']

async function counts() {
  const { rows } = await sql<Record<string, number>>`select ${sql.join(
    plurals.map(plural => sql`(select count(*)::int from ${sql.table(plural)}) as ${sql.id(plural)}`),
  )}`.execute(kernel.database.db)
  return rows[0] ?? {}
}

// The embedded database is filled by the journey of the first hour.
it.runIf(testEngine === 'postgres')(
  'fills a year with something of everything, and takes all of it away',
  async () => {
    await fillDemo(kernel, () => {})
    const filled = await counts()
    for (const plural of plurals) expect.soft([plural, filled[plural]]).not.toEqual([plural, 0])
    await removeDemo(kernel, () => {})
    expect(await counts()).toEqual(Object.fromEntries(plurals.map(plural => [plural, 0])))
  },
  180_000,
)
