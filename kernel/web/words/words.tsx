import { createContext, type ReactNode, use } from 'react'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type Word = keyof typeof en
export type Sentences<W extends string> = Readonly<Record<W, string | readonly [one: string, many: string]>>
export type Catalogue = Sentences<Word>
export type Language = 'en' | 'fr'
export type SayOf<W extends string> = (word: W, params?: Readonly<Record<string, string | number>>) => string
export type Say = SayOf<Word>

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, fr }

export const asLanguage = (text: string): Language => (/^fr\b/i.test(text) ? 'fr' : 'en')

export const sayIn = (language: Language): Say => sayFrom(catalogues[language], language)

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

/** A sentence where a part is an element: `{who}` may be a link. */
export function sayWith(say: Say, word: Word, parts: Readonly<Record<string, ReactNode>>): ReactNode[] {
  const text = say(word, Object.fromEntries(Object.keys(parts).map(name => [name, `\0${name}\0`])))
  return text.split('\0').map((piece, at) => (at % 2 ? parts[piece] : piece))
}

const Words = createContext<Say>(sayIn('en'))

export const WordsIn = ({ language, children }: { readonly language: Language; readonly children: ReactNode }) => (
  <Words value={sayIn(language)}>{children}</Words>
)

/** Every sentence on the screen comes from here. */
export const useWords = () => use(Words)
