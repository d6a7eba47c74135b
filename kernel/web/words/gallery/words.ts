// What the gallery says; only administrators come there.

import { useMemo } from 'react'
import { useSchema } from '../../schema/use-schema.ts'
import { asLanguage, catalogues, type SayOf, type Sentences, sayFrom, type Word } from '../words.tsx'
import { en } from './en.ts'
import { fr } from './fr.ts'

export type GalleryWord = keyof typeof en
export type GalleryCatalogue = Sentences<GalleryWord>
export type GallerySay = SayOf<Word | GalleryWord>

const galleryCatalogues = { en, fr }

/** Says what every screen says, too. */
export function useGalleryWords(): GallerySay {
  const language = asLanguage(useSchema().person.language)
  return useMemo(() => sayFrom({ ...catalogues[language], ...galleryCatalogues[language] }, language), [language])
}
