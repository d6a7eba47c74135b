import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, testKernel } from '../../../../tests/kernel.ts'
import { deskOf, type Desk, badOf, begin, checkCsv, importCsv, run, tempStore } from '../tests/csv-kernel.ts'

let desk: Desk
beforeAll(async () => {
  desk = deskOf(await testKernel(), tempStore())
})
afterAll(() => desk.kernel.database.close())

test('a', async () => {
  const row = await importCsv(desk, 'contact', 'Prénom;Nom;Courriel;Tel;Statut;Société;Tags\r\nAda;Lovelace;ADA@example.com;+33612345678;Lead;;\r\nBob;Martin;not mail;;Foo;Acme;x\r\n')
  console.log(JSON.stringify(row, null, 1), JSON.stringify(await badOf(desk, row.id)))
  const { rows } = await sql`select * from contacts`.execute(desk.kernel.database.db)
  console.log(rows)
})
