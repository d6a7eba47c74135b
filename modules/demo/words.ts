import type { ModuleWords } from '#kernel/server/words/words.ts'

const en = {
  'demo.there': {
    message: 'The made-up company is here already.',
    action: 'Remove it first: npx rapport demo --remove',
  },
  'demo.not-there': { message: 'There is no made-up company to remove.', action: 'Fill one with: npx rapport demo' },
}

const fr: typeof en = {
  'demo.there': {
    message: 'L’entreprise fictive est déjà là.',
    action: 'Retirez-la d’abord : npx rapport demo --remove',
  },
  'demo.not-there': {
    message: 'Il n’y a pas d’entreprise fictive à retirer.',
    action: 'Créez-en une avec : npx rapport demo',
  },
}

export const words: ModuleWords = { en, fr, areas: { en: {}, fr: {} }, objects: {} }
