export type Language = 'en' | 'fr'
export type Sentences<W extends string> = Readonly<Record<W, string | readonly [one: string, many: string]>>
export type SayOf<W extends string> = (word: W, params?: Readonly<Record<string, string | number>>) => string

export const asLanguage = (text: string): Language => (/^fr\b/i.test(text) ? 'fr' : 'en')

export function sayFrom<W extends string>(sentences: Sentences<W>, language: Language): SayOf<W> {
  const plural = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(language)
  return (word, params = {}) => {
    const text: Sentences<string>[string] = sentences[word]
    const chosen = typeof text === 'string' ? text : text[plural.select(Number(params.count)) === 'one' ? 0 : 1]
    return chosen.replace(/\{([\w-]+)\}/g, (_, name: string) => written(params[name], number))
  }
}

const written = (value: string | number | undefined, number: Intl.NumberFormat) =>
  typeof value === 'number' ? number.format(value) : (value ?? '')
