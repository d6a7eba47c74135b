import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'transfer.nobody': {
    message: 'La personne qui a lancé ceci n’en a plus le droit.',
    action: 'Faites-le relancer par quelqu’un qui l’a.',
  },
  'import.done': {
    message: 'L’import est terminé : {created} créées, {updated} modifiées, {failed} avec des problèmes.',
  },
  'import.empty': { message: 'Le fichier est vide.', action: 'Choisissez-en un autre.' },
  'import.no-rows': { message: 'Le fichier a des en-têtes, mais aucune ligne.', action: 'Choisissez-en un autre.' },
  'import.not-text': { message: 'Ce n’est pas un tableau en texte, mais {type}.', action: 'Enregistrez-le en CSV.' },
  'import.spreadsheet': { message: 'C’est un classeur.', action: 'Enregistrez la feuille en CSV.' },
  'import.quote-open': {
    message: 'Un guillemet de la ligne {row} n’est jamais fermé.',
    action: 'Fermez-le et renvoyez le fichier.',
  },
  'import.too-many-columns': { message: 'Le fichier a plus de {max} colonnes.', action: 'Retirez-en.' },
  'import.too-many-cells': {
    message: 'Cette ligne a {count} cellules, les en-têtes {columns}.',
    action: 'Vérifiez séparateurs et guillemets.',
  },
  'import.no-columns': { message: 'Aucune colonne n’est affectée.', action: 'Affectez-en au moins une à un champ.' },
  'import.no-such-column': { message: 'Le fichier n’a pas cette colonne.' },
  'import.column-twice': { message: 'La colonne « {column} » est affectée deux fois.' },
  'import.field-twice': { message: 'Le champ « {field} » reçoit deux colonnes.', action: 'Gardez-en une.' },
  'import.not-writable': {
    message: 'Ce n’est pas un champ de {object} que vous pouvez écrire.',
    action: 'Choisissez-en un autre.',
  },
  'import.not-a-match': { message: 'Les liens se trouvent par : {allowed}.' },
  'import.cannot-create': {
    message: 'Les fiches manquantes ne peuvent pas être créées ici.',
    action: 'Ignorez-les, ou refusez la ligne.',
  },
  'import.not-a-key': { message: 'Les fiches se reconnaissent par : {allowed}.' },
  'import.key-without-column': {
    message: 'Les fiches se reconnaissent par « {field} », mais aucune colonne ne le remplit.',
    action: 'Affectez-en une.',
  },
  'import.required-without-column': {
    message: '« {field} » est obligatoire, mais aucune colonne ne le remplit.',
    action: 'Affectez-en une.',
  },
  'import.no-key': {
    message: 'Cette ligne ne dit pas quelle fiche elle désigne.',
    action: 'Remplissez ce qui permet de la reconnaître.',
  },
  'import.no-match': {
    message: 'Aucune fiche ne correspond à cette ligne.',
    action: 'Corrigez-la, ou laissez l’import créer des fiches.',
  },
  'import.not-yours': { message: 'Vous ne pouvez pas modifier la fiche que cette ligne désigne.' },
  'import.twin': { message: 'La ligne {row} désigne la même fiche.', action: 'Gardez l’une des deux.' },
  'import.ambiguous': {
    message: '« {text} » correspond à {count} fiches.',
    action: 'Écrivez ce qu’une seule possède.',
  },
  'import.not-found': {
    message: '« {text} » ne correspond à aucune fiche.',
    action: 'Corrigez, ou laissez l’import la créer.',
  },
  'import.not-created': {
    message: '« {text} » n’a pas pu être créé comme {object} ({reason}).',
    action: 'Créez-le d’abord à la main.',
  },
  'import.database-refused': {
    message: 'La base de données a refusé cette ligne.',
    action: 'Vérifiez-la et renvoyez-la.',
  },
  'import.gave-up': {
    message: 'L’import s’est arrêté plusieurs fois à la ligne {row}.',
    action: 'Examinez cette ligne, puis reprenez.',
  },
  'import.nothing-to-mend': { message: 'Aucune ligne de cet import n’a été refusée.' },
  'import.not-now': { message: 'Ceci est impossible quand l’import est « {status} ».' },
}
