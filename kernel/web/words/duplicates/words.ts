// What is said of records that look the same.

import type { SayOf, Sentences } from '../sentences.ts'
import { fetched, useWordsAnd, type Word } from '../words.tsx'
import type { en } from './en.ts'

export type DuplicateWord = Word | keyof typeof en
export type DuplicateCatalogue = Sentences<keyof typeof en>
export type DuplicateSay = SayOf<DuplicateWord>

export const duplicateSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useDuplicateWords = (): DuplicateSay => useWordsAnd(duplicateSentences)
