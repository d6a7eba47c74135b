// What an import by hand says.

import type { SayOf, Sentences } from '../sentences.ts'
import { fetched, useWordsAnd, type Word } from '../words.tsx'
import type { en } from './en.ts'

export type ImportWord = Word | keyof typeof en
export type ImportCatalogue = Sentences<keyof typeof en>
export type ImportSay = SayOf<ImportWord>

export const importSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useImportWords = (): ImportSay => useWordsAnd(importSentences)
