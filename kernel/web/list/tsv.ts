// What a spreadsheet puts on the clipboard, and takes from it: cells between tabs, rows between line ends, quotes around
// what has one of these in it.

export const writeTsv = (rows: readonly (readonly string[])[]) =>
  rows.map(row => row.map(quoted).join('\t')).join('\r\n')

const quoted = (cell: string) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y
  let at = 0
  while (at <= text.length) {
    cells.lastIndex = at
    const [whole = '', inQuotes, plain = ''] = cells.exec(text) ?? []
    rows.at(-1)?.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'))
    at += whole.length
    const end = /\t|\r\n|\n|\r|$/y
    end.lastIndex = at
    const [mark = ''] = end.exec(text) ?? []
    if (mark === '') break
    at += mark.length
    if (mark !== '\t') {
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}
