import { Refused } from '../../../schema/refused.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { FileRow } from '../../files/files.ts'
import { detectType } from '../../files/kind.ts'
import { findDelimiter } from '../csv/delimiter.ts'
import { decodeHead, lookAt } from '../csv/encoding.ts'
import type { CsvFormat } from '../csv/format.ts'
import { unguard } from '../csv/guard.ts'
import { firstRecords } from '../csv/records.ts'

export interface Analysis {
  readonly format: CsvFormat
  readonly headers: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

const sampled = 20
const mostColumns = 500
const longestShown = 200

/** What is in a file, as far as it can be told by looking; what somebody says about it is believed. */
export async function analyse(
  store: FileStore,
  file: Pick<FileRow, 'sha256' | 'size'>,
  said: Partial<CsvFormat>,
): Promise<Analysis> {
  if (file.size === 0) throw refuse('import.empty')
  const look = await lookAt(await store.open(file.sha256))
  const encoding = said.encoding ?? look.encoding
  const text = decodeHead({ ...look, encoding })
  requireText(look.head, text)
  const whole = look.size === look.head.length
  const delimiter = said.delimiter ?? (await findDelimiter(text, whole))
  const records = await firstRecords(text, { delimiter, whole, most: sampled + 1 })
  const [first, ...rest] = records
  if (!first) throw refuse(text.includes('"') ? 'import.quote-open' : 'import.empty', { row: 1 })
  const header = said.header ?? looksLikeHeader(first)
  const rows = header ? rest : records
  if (rows.length === 0) throw refuse(whole && hasOpenQuote(text) ? 'import.quote-open' : 'import.no-rows', { row: 2 })
  const width = header ? first.length : Math.max(...rows.map(cells => cells.length))
  if (width > mostColumns) throw refuse('import.too-many-columns', { max: mostColumns })
  const names = Array.from({ length: width }, (_, at) => (header ? shown(first[at] ?? '') : `Column ${at + 1}`))
  return {
    format: { encoding, delimiter, header },
    headers: names,
    sample: rows.slice(0, sampled).map(cells => cells.slice(0, width).map(shown)),
  }
}

const refuse = (code: string, params = {}) => new Refused(code, params, { kind: 'invalid' })

/** For the page: JSON in the database has no place for NUL. */
const shown = (cell: string) => unguard(cell).trim().slice(0, longestShown).toWellFormed().replaceAll('\0', '\uFFFD')

/** A picture, a PDF or a workbook is told from text with a stray NUL by how many of its letters cannot be read. */
function requireText(head: Buffer, text: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells text from the rest
  const unreadable = text.match(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g)?.length ?? 0
  if (unreadable <= 8 || unreadable < text.length * 0.03) return
  const type = detectType(head)
  const isWorkbook = /spreadsheet|x-cfb/.test(type)
  throw refuse(isWorkbook ? 'import.spreadsheet' : 'import.not-text', { type })
}

const hasOpenQuote = (text: string) => (text.match(/"/g)?.length ?? 0) % 2 === 1

/** A row of names has no address, number, date or id in it, and hardly an empty cell. */
function looksLikeHeader(cells: readonly string[]) {
  const filled = cells.filter(cell => cell.trim() !== '')
  return filled.length >= cells.length / 2 && !filled.some(cell => value.test(cell.trim()))
}

const value = /^(\S+@\S+\.\S+|https?:\/\/.*|[+-]?[\d\s().,/:-]*\d[\d\s().,/:%€$£-]*|[0-9a-f]{8}-[0-9a-f-]{27})$/i
