// What administration and one's own account say.

import type { SayOf, Sentences } from '../sentences.ts'
import { type Word, wordsOf } from '../words.tsx'
import type { en } from './en.ts'

export type AdminWord = Word | keyof typeof en
export type AdminCatalogue = Sentences<keyof typeof en>
export type AdminSay = SayOf<AdminWord>

export const useAdminWords = wordsOf<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})
