import { createContext, type ReactNode, use, useMemo } from 'react'
import { whenOnline } from '../ui/when-online.ts'
import type { en } from './en.ts'
import { type Language, type SayOf, type Sentences, sayFrom } from './sentences.ts'

export type Word = keyof typeof en
export type Catalogue = Sentences<Word>
export type Say = SayOf<Word>

/** What is said on every screen. */
export const everywhere = fetched<Word>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

interface Fetched<W extends string> {
  fetch(language: Language): Promise<Sentences<W>>
  /** While something is drawn, which waits for them. */
  in(language: Language): Sentences<W>
}

/** Only the language that is spoken is sent, and only once something is said in it. */
export function fetched<W extends string>(load: Readonly<Record<Language, () => Promise<Sentences<W>>>>): Fetched<W> {
  const coming: Partial<Record<Language, Promise<Sentences<W>>>> = {}
  const fetch = (language: Language) =>
    (coming[language] ??= known(whenOnline(load[language])(), () => delete coming[language]))
  return { fetch, in: language => use(fetch(language)) }
}

/** What has come is read at once, and nothing is drawn as if it were still awaited: so React marks a promise itself. */
function known<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  promise.then(value => Object.assign(promise, { status: 'fulfilled', value }), forget)
  return promise
}

const Spoken = createContext<{ language: Language; sentences: Catalogue; say: Say } | null>(null)

export function WordsIn({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const sentences = everywhere.in(language)
  const spoken = useMemo(() => ({ language, sentences, say: sayFrom(sentences, language) }), [language, sentences])
  return <Spoken value={spoken}>{children}</Spoken>
}

function useSpoken() {
  const spoken = use(Spoken)
  if (!spoken) throw new Error('Nothing can be said outside WordsIn.')
  return spoken
}

/** That in which the screen speaks. */
export const useLanguage = () => useSpoken().language

/** Every sentence on the screen comes from here. */
export const useWords = () => useSpoken().say

/** What only some screens say comes with them, and knows what every screen says, too. */
export function useWordsAnd<W extends string>(own: Fetched<W>): SayOf<Word | W> {
  const { language, sentences } = useSpoken()
  const more = own.in(language)
  return useMemo(() => sayFrom({ ...sentences, ...more }, language), [language, sentences, more])
}

/** A sentence where a part is an element: `{who}` may be a link. */
export function sayWith(say: Say, word: Word, parts: Readonly<Record<string, ReactNode>>): ReactNode[] {
  return fillWith(say(word, Object.fromEntries(Object.keys(parts).map(name => [name, `{${name}}`]))), parts)
}

/** The same of a sentence that is no word of the page: an event of a declaration. */
export const fillWith = (text: string, parts: Readonly<Record<string, ReactNode>>): ReactNode[] =>
  text.split(/\{([\w-]+)\}/).map((piece, at) => (at % 2 ? parts[piece] : piece))
