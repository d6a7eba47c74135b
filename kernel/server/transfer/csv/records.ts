import { Readable } from 'node:stream'
import { CsvError, type Options, type Parser, parse } from 'csv-parse'
import { Refused } from '../../../schema/refused.ts'
import type { FileStore } from '../../files/file-store.ts'
import { decoded } from './encoding.ts'
import type { CsvFormat, Delimiter } from './format.ts'

/** A record may be this long; what is longer is a quote that nobody closed. */
const longest = 16 * 2 ** 20

const options = (delimiter: Delimiter): Options => ({
  delimiter,
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  // Named, not discovered: one file may hold several.
  record_delimiter: ['\r\n', '\n', '\r'],
  max_record_size: longest,
})

export interface CsvRow {
  /** As a spreadsheet counts: from 1, the header and blank rows too. */
  readonly row: number
  readonly cells: readonly string[]
}

export interface Slice {
  readonly rows: readonly CsvRow[]
  /** The last row that was looked at, blank or not. */
  readonly last: number
  /** How much of the file has been read, from 0 to 1. */
  readonly share: number
}

/** So many rows are written in one transaction. */
export const sliceSize = 500
/** Letters in a slice, so that huge cells do not add up. */
const sliceLetters = 4 * 2 ** 20

interface Source {
  readonly sha256: string
  readonly size: number
}

/** The rows behind `after`, slice by slice, with no more of the file in memory than that. */
export async function* slices(
  store: FileStore,
  { sha256, size }: Source,
  format: CsvFormat,
  after: number,
): AsyncGenerator<Slice> {
  const read = { bytes: 0 }
  const bytes = counted(await store.open(sha256), read)
  let [rows, letters, row, header]: [CsvRow[], number, number, boolean] = [[], 0, 0, format.header]
  for await (const cells of records(bytes, format)) {
    row += 1
    if (isBlank(cells)) continue
    if (header) header = false
    else if (row > after) {
      rows.push({ row, cells })
      letters += lettersOf(cells)
      if (rows.length < sliceSize && letters < sliceLetters) continue
      yield { rows, last: row, share: Math.min(1, read.bytes / size) }
      ;[rows, letters] = [[], 0]
    }
  }
  if (rows.length) yield { rows, last: row, share: 1 }
}

async function* records(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: CsvFormat,
): AsyncGenerator<string[]> {
  const source = Readable.from(decoded(bytes, encoding), { objectMode: false, highWaterMark: 256 * 1024 })
  const parser = parse({ ...options(delimiter), readableHighWaterMark: 2000 } as Options)
  source.on('error', error => parser.destroy(error))
  source.pipe(parser)
  try {
    yield* parser as AsyncIterable<string[]>
  } catch (error) {
    throw explained(error, parser)
  } finally {
    source.destroy()
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, read: { bytes: number }) {
  for await (const chunk of bytes) {
    read.bytes += chunk.length
    yield chunk
  }
}

function explained(error: unknown, { info }: Parser) {
  if (!(error instanceof CsvError)) return error
  const row = info.records + 1
  return new Refused('import.quote-open', { row }, { kind: 'invalid', cause: error })
}

export const isBlank = (cells: readonly string[]) => cells.every(cell => cell === '' || cell.trim() === '')

function lettersOf(cells: readonly string[]) {
  let letters = 0
  for (const cell of cells) letters += cell.length
  return letters
}

interface First {
  readonly delimiter: Delimiter
  /** The text is all there is; otherwise its last record may be cut off. */
  readonly whole: boolean
  readonly most: number
}

/** The first records that are not blank. */
export async function firstRecords(text: string, { delimiter, whole, most }: First): Promise<string[][]> {
  const found: string[][] = []
  const parser = parse({ ...options(delimiter), to: most * 2 })
  parser.end(text)
  try {
    for await (const cells of parser as AsyncIterable<string[]>) if (!isBlank(cells)) found.push(cells)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return found.slice(0, most)
  }
  return (whole || found.length < 2 ? found : found.slice(0, -1)).slice(0, most)
}
