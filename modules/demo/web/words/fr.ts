import type { DemoCatalogue } from './words.ts'

export const fr: DemoCatalogue = {
  'sample.title': 'Envie de visiter d’abord ?',
  'sample.hint':
    'Une entreprise fictive avec une année de contacts, d’affaires, de devis et de tâches. Elle est signalée comme exemple et disparaît d’un clic.',
  'sample.fill': 'Créer des données d’exemple',
  'sample.filling': 'Les données d’exemple sont créées jour après jour. Vous pouvez déjà visiter.',
  'sample.there': 'Vous regardez des données d’exemple.',
  'sample.remove': 'Les retirer',
  'sample.remove.title': 'Retirer les données d’exemple ?',
  'sample.remove.hint': 'Elles disparaissent pour de bon. Ce que vous avez créé reste, et ce dont il se sert aussi.',
  'sample.removing': 'Les données d’exemple sont en train d’être retirées.',
}
