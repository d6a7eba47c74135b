import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'custom.name': {
    message: 'Un nom se compose de c_, puis de minuscules, chiffres et _.',
    action: 'Écrivez-en un tel que c_region.',
  },
  'custom.taken': { message: 'Cet objet a, ou a eu, un champ de ce nom.', action: 'Choisissez-en un autre.' },
  'custom.fixed': {
    message: 'Ceci ne peut plus changer une fois le champ créé.',
    action: 'Ajoutez plutôt un autre champ.',
  },
  'custom.unknown-object': { message: 'Cet objet n’existe pas.', action: 'Écrivez son nom, par exemple contact.' },
  'custom.too-many': {
    message: 'Cet objet a {max} champs personnalisés, le maximum.',
    action: 'Retirez-en un qui ne sert plus.',
  },
  'custom.options-missing': {
    message: 'Un choix a besoin d’options.',
    action: 'Écrivez-en une par ligne, sous la forme clé: libellé.',
  },
  'custom.option-key': { message: 'La clé d’une option compte 1 à 64 lettres, chiffres, - et _.' },
}
