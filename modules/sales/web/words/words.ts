// What the hand-made screens of selling say.

import type { SayOf, Sentences } from '#kernel/web/words/sentences.ts'
import { fetched, useWordsAnd, type Word } from '#kernel/web/words/words.tsx'
import type { en } from './en.ts'

export type SalesCatalogue = Sentences<keyof typeof en>

export const salesSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useSalesWords = (): SayOf<Word | keyof typeof en> => useWordsAnd(salesSentences)
