// What administration and one's own account say.

import type { SayOf, Sentences } from '../sentences.ts'
import { fetched, useWordsAnd, type Word } from '../words.tsx'
import type { en } from './en.ts'

export type AdminWord = Word | keyof typeof en
export type AdminCatalogue = Sentences<keyof typeof en>
export type AdminSay = SayOf<AdminWord>

export const adminSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useAdminWords = (): AdminSay => useWordsAnd(adminSentences)
