// What the hand-made screens of work say.

import type { SayOf, Sentences } from '#kernel/web/words/sentences.ts'
import { fetched, useWordsAnd, type Word } from '#kernel/web/words/words.tsx'
import type { en } from './en.ts'

export type WorkCatalogue = Sentences<keyof typeof en>
export type WorkSay = SayOf<Word | keyof typeof en>

export const workSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useWorkWords = (): WorkSay => useWordsAnd(workSentences)
