import type { SayOf, Sentences } from '#kernel/web/words/sentences.ts'
import { fetched, useWordsAnd, type Word } from '#kernel/web/words/words.tsx'
import type { en } from './en.ts'

export type DemoCatalogue = Sentences<keyof typeof en>

export const demoSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useDemoWords = (): SayOf<Word | keyof typeof en> => useWordsAnd(demoSentences)
