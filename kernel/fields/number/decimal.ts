// How people write numbers: '1 234,5' in French is '1,234.5' in English.

interface Separators {
  readonly group: string | undefined
  readonly decimal: '.' | ','
}
const byLanguage = new Map<string, Separators>()

function separatorsOf(language: string): Separators {
  const known = byLanguage.get(language)
  if (known) return known
  const parts = new Intl.NumberFormat(language).formatToParts(1_234_567.5)
  const find = (type: string) => parts.find(part => part.type === type)?.value
  const found = { group: find('group'), decimal: find('decimal') === ',' ? ',' : '.' } as const
  byLanguage.set(language, found)
  return found
}

/** As JSON has it: '-1234.5'; undefined when it is no number. */
export function readDecimal(text: string, language: string): string | undefined {
  const bare = text
    .replace(/[\s'’]/gu, '')
    .replace('\u2212', '-')
    .replace(/^\+/, '')
  const decimal = decimalMark(bare, separatorsOf(language))
  const [whole = '', part, ...more] = decimal ? bare.split(decimal) : [bare]
  const plain = /^-?\d{1,3}([.,]\d{3})+$/.test(whole) ? whole.replace(/[.,]/g, '') : whole
  const number = part === undefined ? plain : `${plain}.${part}`
  return more.length === 0 && /^-?\d+(\.\d+)?$/.test(number) ? number : undefined
}

export const writeDecimal = (number: string, language: string) =>
  separatorsOf(language).decimal === ',' ? number.replace('.', ',') : number

/** Which of '.' and ',' parts whole and fraction in this text, if one does. */
function decimalMark(text: string, { group }: Separators): string | undefined {
  const marks = text.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (last === undefined) return undefined
  if (new Set(marks).size === 2) return last
  if (marks.length > 1) return undefined
  return last === group && /^-?\d{1,3}[.,]\d{3}$/.test(text) ? undefined : last
}
