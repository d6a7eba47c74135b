import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Kernel } from '#kernel/server/kernel.ts'
import { testEngine } from '../../../tests/database.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { fillDemo, isThere, removeDemo } from './demo.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

const plurals = [
  'companies',
  'contacts',
  'deals',
  'deal_lines',
  'quotes',
  'quote_lines',
  'products',
  'tasks',
  'notes',
  'calls',
  'meetings',
]

async function counts() {
  const { rows } = await sql<Record<string, number>>`select ${sql.join(
    plurals.map(plural => sql`(select count(*)::int from ${sql.table(plural)}) as ${sql.id(plural)}`),
  )}`.execute(kernel.database.db)
  return rows[0] ?? {}
}

const quietly = () => {}

it('is known from its first day on, when it was broken off, until all of it is gone', async () => {
  const { db } = kernel.database
  await expect(fillDemo(kernel, quietly, afterChecks(2))).rejects.toThrow('stopped')
  expect(await isThere(db)).toBe(true)
  await expect(fillDemo(kernel, quietly)).rejects.toMatchObject({ code: 'demo.there' })
  await expect(removeDemo(kernel, quietly, afterChecks(2))).rejects.toThrow('stopped')
  expect(await isThere(db)).toBe(true)
  await removeDemo(kernel, quietly)
  expect(await isThere(db)).toBe(false)
  await expect(removeDemo(kernel, quietly)).rejects.toMatchObject({ code: 'demo.not-there' })
})

function afterChecks(count: number): AbortSignal {
  let left = count
  const throwIfAborted = () => {
    if (left-- === 0) throw new Error('stopped')
  }
  return Object.assign(new AbortController().signal, { throwIfAborted })
}

// The embedded database is filled by tests/journeys/sample-data.test.ts.
it.runIf(testEngine === 'postgres')(
  'fills a year with something of everything, and takes all of it away',
  async () => {
    await fillDemo(kernel, quietly)
    const filled = await counts()
    for (const plural of plurals) expect.soft([plural, filled[plural]]).not.toEqual([plural, 0])
    await removeDemo(kernel, quietly)
    expect(await counts()).toEqual(Object.fromEntries(plurals.map(plural => [plural, 0])))
  },
  180_000,
)
