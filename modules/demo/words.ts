import type { ModuleWords } from '#kernel/server/words/words.ts'

const en = {
  'demo.there': {
    message: 'The made-up company is here already.',
    action: 'Remove it first: on the start page, or by npx rapport demo --remove',
  },
  'demo.not-there': { message: 'There is no made-up company to remove.', action: 'Fill one with: npx rapport demo' },
  'demo.busy': {
    message: 'The sample data is being filled in or removed just now.',
    action: 'Try again when that is done, in a minute or two.',
  },
}

const fr: typeof en = {
  'demo.there': {
    message: 'L’entreprise fictive est déjà là.',
    action: 'Retirez-la d’abord : sur la page d’accueil, ou par npx rapport demo --remove',
  },
  'demo.not-there': {
    message: 'Il n’y a pas d’entreprise fictive à retirer.',
    action: 'Créez-en une avec : npx rapport demo',
  },
  'demo.busy': {
    message: 'Les données d’exemple sont en train d’être créées ou retirées.',
    action: 'Réessayez quand ce sera fait, dans une minute ou deux.',
  },
}

export const words: ModuleWords = { en, fr, areas: { en: {}, fr: {} }, objects: {} }
