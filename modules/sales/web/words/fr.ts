import type { SalesCatalogue } from './words.ts'

export const fr: SalesCatalogue = {
  'stage.at': '{stage} · {place} sur {count}',
  'stage.move': 'Passer à {stage}',
  'stage.way': 'Étapes du pipeline',
}
