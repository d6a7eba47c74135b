import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company } from '#modules/crm/company.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import type { Kernel } from '../kernel.ts'

let kernel: Kernel

beforeAll(async () => {
  kernel = await testKernel()
})
afterAll(async () => {
  await kernel.close()
  await kernel.database.close()
})

test('the planner knows how often a folded value stands there', async () => {
  const industries = ['Print', 'Steel']
  await asSystem(kernel, ctx =>
    ctx.create(
      company,
      Array.from({ length: 800 }, (_, n) => ({ name: `Company ${n}`, industry: industries[n % 2] ?? '' })),
    ),
  )
  const { db } = kernel.database
  await sql`analyze companies`.execute(db)
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select from companies where fold(industry) = 'print'`.execute(db)
  expect(rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows']).toBeGreaterThan(300)
})
