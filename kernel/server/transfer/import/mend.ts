import { Readable } from 'node:stream'
import { isPlainObject } from '../../../fields/list.ts'
import { invalidField, Refused } from '../../../schema/refused.ts'
import { saveFile } from '../../files/files.ts'
import { unguard } from '../csv/guard.ts'
import { byteOrderMark, csvLine } from '../csv/line.ts'
import type { CsvRow } from '../csv/records.ts'
import type { ImportRow } from '../tables.ts'
import { allRows, badRows } from './bad-rows.ts'
import { type Beginning, beginImport } from './begin.ts'
import { ownImport } from './state.ts'

/** Number of a row → number of a column → what the cell says now. */
export type Mends = ReadonlyMap<number, ReadonlyMap<number, string>>

/**
 * What somebody has mended, as a new import on the same plan: before anything was written the whole file, afterwards
 * the rows that could not be taken.
 */
export async function mendImport(beginning: Beginning, id: string, mends: Mends): Promise<ImportRow> {
  const { kernel, actor } = beginning
  const row = await ownImport(kernel.database.db, actor, id)
  if (row.failed === 0) throw new Refused('import.nothing-to-mend')
  const rows = row.status === 'checked' ? allRows(kernel, row) : badRows(kernel, row)
  const file = await keep(beginning, row, linesOf(rows, row.headers, mends))
  const format = { encoding: 'utf-8', delimiter: ',', header: true } as const
  return beginImport(beginning, { file, object: row.object, like: id, ...format })
}

/** `{ rows: [{ row: 7, cells: { "2": "ada@example.com" } }] }` */
export function readMends(input: unknown): Mends {
  const rows = isPlainObject(input) ? input.rows : undefined
  if (!Array.isArray(rows) || rows.length > 10_000) throw invalidField('rows', 'not-a-list')
  return new Map(
    rows.map((each, at) => {
      const { row, cells } = isPlainObject(each) ? each : {}
      if (!Number.isSafeInteger(row) || !isPlainObject(cells)) throw invalidField(`rows.${at}`, 'not-an-object')
      return [Number(row), new Map(Object.entries(cells).map(([column, cell]) => [Number(column), String(cell)]))]
    }),
  )
}

/** A row that nobody touched stays as it is, even with more cells than there are columns. */
async function* linesOf(rows: AsyncIterable<CsvRow>, headers: readonly string[], mends: Mends) {
  yield byteOrderMark + csvLine(headers)
  for await (const { row, cells } of rows) {
    const mended = mends.get(row)
    const width = mended ? headers.length : Math.max(headers.length, cells.length)
    yield csvLine(Array.from({ length: width }, (_, at) => mended?.get(at) ?? unguard(cells[at] ?? '')))
  }
}

async function keep({ kernel, actor }: Beginning, { file_id }: ImportRow, lines: AsyncIterable<string>) {
  const { database, store, newId, clock } = kernel
  const { name } = await database.db
    .selectFrom('files')
    .select('name')
    .where('id', '=', file_id)
    .executeTakeFirstOrThrow()
  const saving = { db: database.db, store, actorId: actor.id, now: clock().toISOString(), newId }
  const bytes = Readable.from(lines).map((line: string) => Buffer.from(line))
  return (await saveFile(saving, bytes, { name, maxBytes: 2 ** 31 })).id
}
