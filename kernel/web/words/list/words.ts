// What filters, sorts and saved views say.

import type { SayOf, Sentences } from '../sentences.ts'
import { fetched, useWordsAnd, type Word } from '../words.tsx'
import type { en } from './en.ts'

export type ListWord = Word | keyof typeof en
export type ListCatalogue = Sentences<keyof typeof en>
export type ListSay = SayOf<ListWord>

export const listSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useListWords = (): ListSay => useWordsAnd(listSentences)
