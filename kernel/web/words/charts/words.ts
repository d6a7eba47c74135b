// What charts and dashboards say.

import type { SayOf, Sentences } from '../sentences.ts'
import { fetched, useWordsAnd, type Word } from '../words.tsx'
import type { en } from './en.ts'

export type ChartWord = Word | keyof typeof en
export type ChartCatalogue = Sentences<keyof typeof en>
export type ChartSay = SayOf<ChartWord>

export const chartSentences = fetched<keyof typeof en>({
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
})

export const useChartWords = (): ChartSay => useWordsAnd(chartSentences)
