import type { WorkCatalogue } from './words.ts'

export const fr: WorkCatalogue = {
  'log.call': 'Noter un appel',
  'log.outcome': 'Ce qu’il en est sorti',
  'log.logged': 'Appel noté : {outcome}',
  'plan.meeting': 'Nouveau rendez-vous',
}
