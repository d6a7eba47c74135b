import type { Problem } from '../../../schema/refused.ts'
import type { Kernel } from '../../kernel.ts'
import type { Model } from '../../tables/model.ts'
import type { Words } from '../../words/words.ts'
import { unguard } from '../csv/guard.ts'
import { byteOrderMark, csvLine } from '../csv/line.ts'
import { type CsvRow, slices } from '../csv/records.ts'
import type { ImportRow } from '../tables.ts'
import { problemHeader } from './propose.ts'

export interface BadRow extends CsvRow {
  readonly problems: readonly Problem[]
}

type From = Pick<Kernel, 'database' | 'store'>

/** Rows that could not be taken, with their cells as they stand in the file. */
export async function* badRows({ database, store }: From, { id, file_id, format }: ImportRow, after = 0) {
  const { db } = database
  for await (const { rows } of slices(store, await fileOf(db, file_id), format, after)) {
    const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0]
    const bad = await db
      .selectFrom('import_rows')
      .select(['row', 'problems'])
      .where('import_id', '=', id)
      .where('row', '>=', first)
      .where('row', '<=', last)
      .execute()
    const problems = new Map(bad.map(row => [row.row, row.problems]))
    for (const row of rows)
      if (problems.has(row.row)) yield { ...row, problems: problems.get(row.row) ?? [] } satisfies BadRow
  }
}

export async function* allRows({ database, store }: From, { file_id, format }: ImportRow) {
  for await (const { rows } of slices(store, await fileOf(database.db, file_id), format, 0)) yield* rows
}

const fileOf = (db: From['database']['db'], id: string) =>
  db.selectFrom('files').select(['sha256', 'size']).where('id', '=', id).executeTakeFirstOrThrow()

export interface Saying {
  readonly words: Words
  readonly language: string
  readonly model: Model
}

/** The same as a file to mend and send again: the cells as they came, and what is wrong in a column of its own. */
export async function* badRowsCsv(
  rows: AsyncIterable<BadRow>,
  headers: readonly string[],
  saying: Saying,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine([...headers, problemHeader])
  for await (const { cells, problems } of rows) {
    const whole = Array.from({ length: headers.length }, (_, at) => unguard(cells[at] ?? ''))
    yield csvLine([...whole, problems.map(problem => sayProblem(problem, saying)).join(' ')])
  }
}

/** "E-mail: This is no e-mail address." */
export function sayProblem({ field, code, params = {} }: Problem, { words, language, model }: Saying): string {
  const label = words.labelsOf(model, language).fields[field]?.label ?? field
  const { message } = words.say(language, code, params)
  return label === '' ? message : `${label}: ${message}`
}
