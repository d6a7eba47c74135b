// What administration and one's own account say: they come with their screens, not with the first load.

import { useMemo } from 'react'
import { useSchema } from '../../schema/use-schema.ts'
import { asLanguage, catalogues, type SayOf, type Sentences, sayFrom, type Word } from '../words.tsx'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type AdminWord = keyof typeof en
export type AdminCatalogue = Sentences<AdminWord>
export type AdminSay = SayOf<Word | AdminWord>

const adminCatalogues = { en, fr }

/** Says what every screen says, too. */
export function useAdminWords(): AdminSay {
  const language = asLanguage(useSchema().person.language)
  return useMemo(() => sayFrom({ ...catalogues[language], ...adminCatalogues[language] }, language), [language])
}
