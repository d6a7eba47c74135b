// What the modules bring to the page.

import type { PageParts } from '#kernel/web/slots/page-parts.ts'
import { demoSentences } from './demo/web/words/words.ts'
import { quoteSettings } from './sales/quote-settings.ts'
import { salesSentences as words } from './sales/web/words/words.ts'
import { workSentences } from './work/web/words/words.ts'

const quick = { quick: { load: () => import('./work/web/Quick.tsx'), words: workSentences } }
const lines = { en: 'Products', fr: 'Produits' }

export const pageParts: PageParts = {
  screens: [
    {
      path: '/today',
      load: () => import('./work/web/Today.tsx'),
      words: workSentences,
      place: { area: 'work', icon: 'sun', label: { en: 'Today', fr: 'Aujourd’hui' }, of: 'task', first: true },
    },
    {
      path: '/calendar',
      load: () => import('./work/web/calendar/Calendar.tsx'),
      words: workSentences,
      place: { area: 'work', icon: 'calendar', label: { en: 'Calendar', fr: 'Agenda' }, of: 'meeting' },
    },
  ],
  home: { sample: { load: () => import('./demo/web/SampleData.tsx'), words: demoSentences } },
  dashboards: {
    selling: {
      label: { en: 'Selling', fr: 'Vente' },
      of: 'deal',
      load: () => import('./sales/dashboards.ts'),
    },
  },
  slots: {
    contact: { head: quick },
    company: { head: quick },
    meeting: { form: { busy: { load: () => import('./work/web/calendar/FreeBusy.tsx'), words: workSentences } } },
    deal: {
      head: { stages: { load: () => import('./sales/web/StageBar.tsx'), words }, ...quick },
      tabs: {
        products: { label: lines, load: () => import('./sales/web/lines/DealLines.tsx'), words },
        quotes: {
          label: { en: 'Quotes', fr: 'Devis' },
          load: () => import('./sales/web/quotes/DealQuotes.tsx'),
          words,
        },
      },
    },
    quote: {
      head: { papers: { load: () => import('./sales/web/quotes/QuoteHead.tsx'), words } },
      tabs: { products: { label: lines, load: () => import('./sales/web/lines/QuoteLines.tsx'), words } },
    },
  },
  settings: [
    {
      label: { en: 'Quotes', fr: 'Devis' },
      fields: [
        {
          field: { ...quoteSettings.quote_numbers, name: 'quote_numbers', required: true },
          label: { en: 'Numbers', fr: 'Numéros' },
          help: {
            en: 'YYYY is the year, each # a digit of the number.',
            fr: 'YYYY est l’année, chaque # un chiffre du numéro.',
          },
        },
        {
          field: { ...quoteSettings.quote_days, name: 'quote_days', required: true },
          label: { en: 'Days for which a quote is valid', fr: 'Jours de validité d’un devis' },
        },
      ],
    },
  ],
}
