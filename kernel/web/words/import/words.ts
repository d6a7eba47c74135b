// What an import by hand says: it comes with its screens, not with the first load.

import { useMemo } from 'react'
import { useSchema } from '../../schema/use-schema.ts'
import { asLanguage, catalogues, type SayOf, type Sentences, sayFrom, type Word } from '../words.tsx'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type ImportWord = keyof typeof en
export type ImportCatalogue = Sentences<ImportWord>
export type ImportSay = SayOf<Word | ImportWord>

const importCatalogues = { en, fr }

/** Says what every screen says, too. */
export function useImportWords(): ImportSay {
  const language = asLanguage(useSchema().person.language)
  return useMemo(() => sayFrom({ ...catalogues[language], ...importCatalogues[language] }, language), [language])
}
