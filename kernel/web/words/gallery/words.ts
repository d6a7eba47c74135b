// What the gallery says; only administrators come there.

import type { SayOf, Sentences } from '../sentences.ts'
import { fetched, useWordsAnd, type Word } from '../words.tsx'
import type { en } from './en.ts'

export type GalleryWord = Word | keyof typeof en
export type GalleryCatalogue = Sentences<keyof typeof en>
export type GallerySay = SayOf<GalleryWord>

export const gallerySentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useGalleryWords = (): GallerySay => useWordsAnd(gallerySentences)
