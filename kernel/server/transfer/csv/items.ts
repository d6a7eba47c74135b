// Several values in one cell: `VIP; "a; b"; Paris`.

export const writeItems = (items: readonly string[]) => items.map(writeItem).join('; ')

const writeItem = (item: string) =>
  /[;,"\r\n]|^\s|\s$/.test(item) || item === '' ? `"${item.replaceAll('"', '""')}"` : item

/**
 * Between semicolons or on lines of their own; only where there is neither, between commas. Quotes hold an item
 * together.
 */
export function readItems(cell: string): string[] {
  const parts = [...cell.matchAll(part)]
  const separators = parts.some(({ groups }) => groups?.hard !== undefined) ? 'hard' : 'any'
  const items: string[] = ['']
  let quoted = [false]
  for (const { groups = {}, 0: text } of parts) {
    const separates = groups.hard !== undefined || (separators === 'any' && groups.soft !== undefined)
    if (separates) {
      items.push('')
      quoted = [...quoted, false]
    } else if (groups.quoted !== undefined && items.at(-1)?.trim() === '') {
      items[items.length - 1] = groups.quoted.replaceAll('""', '"')
      quoted[quoted.length - 1] = true
    } else if (!(quoted.at(-1) && text.trim() === '')) items[items.length - 1] += text
  }
  return items.map((item, at) => (quoted[at] ? item : item.trim())).filter((item, at) => item !== '' || quoted[at])
}

const part = /"(?<quoted>(?:[^"]|"")*)"|(?<hard>[;\r\n])|(?<soft>,)|[^";,\r\n]+|"/g
