// Writes, and says each number only when the database has acknowledged it: for killed.test.ts.
import { writeSync } from 'node:fs'
import { CompiledQuery } from 'kysely'
import { openDatabase } from '../open.ts'
import { transact } from '../transact.ts'

const [, , folder = '', from = '0'] = process.argv
const { db } = await openDatabase({ folder })
for (let number = Number(from); ; number++) {
  await transact(db, async tx => {
    await tx.executeQuery(CompiledQuery.raw('insert into written (number, half) values ($1, 1)', [number]))
    await tx.executeQuery(CompiledQuery.raw('insert into written (number, half) values ($1, 2)', [number]))
  })
  writeSync(1, `${number}\n`)
}
