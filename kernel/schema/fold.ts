// Lower case without accents: how text is compared and sorted. The same function stands in SQL
// (kernel/server/database/fold.ts is made from these tables), so both engines and the browser agree.

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  ħ: 'h',
  Ħ: 'h',
  ı: 'i',
  ł: 'l',
  Ł: 'l',
  þ: 'th',
  Þ: 'th',
  ŋ: 'n',
  Ŋ: 'n',
}
const upper = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐ'
const lower = 'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґ'

/** Letters that take the place of one other letter. */
export const single = new Map([
  ...[...upper].map((letter, at) => [letter, lower[at] as string] as const),
  ...Object.entries(letters).filter(([, to]) => to.length === 1),
])
/** Letters that become two. */
export const double = new Map(Object.entries(letters).filter(([, to]) => to.length > 1))
/** Marks that a letter loses when it is taken apart. */
export const marks = '\u0300-\u036f'

const isMark = new RegExp(`[${marks}]`, 'g')
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
const isPlain = /^[\x00-\x7f]*$/

export function fold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  const bare = text.normalize('NFKD').replace(isMark, '')
  return [...bare].map(letter => double.get(letter) ?? single.get(letter) ?? asciiLower(letter)).join('')
}

const asciiLower = (letter: string) => (letter >= 'A' && letter <= 'Z' ? letter.toLowerCase() : letter)
