import { guard } from './guard.ts'

/** One record of RFC 4180. What a spreadsheet with other separators would take apart is quoted too. */
export const csvLine = (cells: readonly string[]) =>
  `${cells.length === 1 && cells[0] === '' ? '""' : cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: string) {
  const safe = guard(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Tells a spreadsheet that what follows is UTF-8. */
export const byteOrderMark = '\uFEFF'
