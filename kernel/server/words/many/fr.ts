import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'restore.parent-in-trash': { message: 'Ce dont ceci dépend est à la corbeille.', action: 'Rétablissez-le d’abord.' },
  'undo.not-yours': {
    message: 'Une autre personne a fait cela.',
    action: 'Demandez-lui de l’annuler, ou à la personne qui administre Rapport.',
  },
  'undo.unknown-object': { message: 'Ces fiches ne sont plus connues.' },
  'undo.purged': { message: 'La fiche a été supprimée définitivement.' },
  'undo.gone': { message: 'La fiche n’est plus là.' },
  'undo.changed-since': { message: 'La fiche a été modifiée depuis ; elle reste telle quelle.' },
  'duplicates.not-declared': { message: 'Les fiches de ce type ne sont pas comparées.' },
  'duplicates.running': { message: 'C’est déjà en cours.', action: 'Attendez la fin, ou arrêtez-le.' },
  'duplicates.itself': {
    message: 'Une fiche ne peut pas être fusionnée avec elle-même.',
    action: 'Nommez les autres.',
  },
  'duplicates.not-among': {
    message: 'Cette fiche ne fait pas partie de celles à fusionner.',
    action: 'Choisissez l’une d’elles.',
  },
  'duplicates.at-least-two': { message: 'Il en faut au moins deux.', action: 'Nommez chaque fiche.' },
  'duplicates.sure-below': {
    message: 'Fusionner sans regarder demande au moins {min}.',
    action: 'Augmentez cette valeur.',
  },
  'duplicates.never-reached': {
    message: 'Tous les poids réunis restent sous le seuil.',
    action: 'Abaissez le seuil, ou augmentez un poids.',
  },
  'bulk.done': { message: 'C’est fait : {changed} modifiées, {refused} refusées.' },
  'bulk.gave-up': {
    message: 'Cela s’est arrêté plusieurs fois à la même fiche.',
    action: 'Essayez avec moins de fiches.',
  },
  'bulk.not-now': { message: 'C’est déjà terminé.' },
}
