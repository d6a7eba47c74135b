import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'file.too-large': { message: 'Le fichier dépasse {max} octets.', action: 'Réduisez-le.' },
  'file.type-not-accepted': {
    message: 'Un fichier de type {type} n’est pas accepté ici.',
    action: 'Utilisez : {accept}.',
  },
  'file.lost': {
    message: 'Le contenu de ce fichier a disparu.',
    action: 'Prévenez votre administrateur : une sauvegarde l’a peut-être.',
  },
  'file.store-unknown': {
    message: 'Les fichiers ne peuvent pas être gardés sur {scheme}.',
    action: 'Utilisez un FILES_URL tel que file:///var/lib/rapport/files.',
  },
  'file.link-wrong': { message: 'Ce lien n’est pas l’un des nôtres.', action: 'Ouvrez le fichier depuis sa fiche.' },
  'file.link-expired': { message: 'Ce lien a expiré.', action: 'Ouvrez le fichier depuis sa fiche.' },
  'file.not-multipart': { message: 'Envoyez le fichier en multipart/form-data.' },
  'file.range': {
    message: 'Cette partie du fichier n’existe pas.',
    action: 'Demandez-en une comprise dans sa taille.',
  },
}
