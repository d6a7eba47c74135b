// What filters, sorts and saved views say: it comes with the list, not with the first load.

import { useMemo } from 'react'
import { useSchema } from '../../schema/use-schema.ts'
import { asLanguage, catalogues, type Language, type SayOf, type Sentences, sayFrom, type Word } from '../words.tsx'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type ListWord = Word | keyof typeof en
export type ListCatalogue = Sentences<keyof typeof en>
export type ListSay = SayOf<ListWord>

const listCatalogues = { en, fr }

export const sayOfListIn = (language: Language): ListSay =>
  sayFrom({ ...catalogues[language], ...listCatalogues[language] }, language)

/** Says what every screen says, too. */
export function useListWords(): ListSay {
  const language = asLanguage(useSchema().person.language)
  return useMemo(() => sayOfListIn(language), [language])
}
