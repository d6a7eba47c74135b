import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'unknown-parameter': { message: 'Ce paramètre n’existe pas.' },
  'unknown-column': { message: 'Aucun champ ne s’appelle « {name} ».' },
  'not-includable': { message: '« {name} » ne mène à aucune autre fiche.', action: 'Nommez un champ qui est un lien.' },
  'limit.out-of-range': {
    message: 'Demandez-en de {min} à {max} à la fois.',
    action: 'Suivez « next » pour la suite.',
  },
  'cursor.invalid': {
    message: 'Aucune page de cette liste ne s’est terminée là.',
    action: 'Prenez « next » de la page précédente, avec le même tri.',
  },
  'sort.too-many': { message: 'Triez selon {max} champs au plus.' },
  'sort.unknown-field': {
    message: 'Cette liste ne peut pas être triée ainsi.',
    action: 'Consultez les champs de sort dans /api/reference.',
  },
  'totals.unknown-field': {
    message: '« {name} » ne permet ni regroupement ni somme.',
    action: 'Regroupez par choix, lien, oui-ou-non ou date ; additionnez des nombres et des montants.',
  },
  'choose.nothing': { message: 'Dites quelles fiches : par ids, ou par un filtre dans where.' },
  'choose.too-many': { message: 'Cela désigne plus de {max} fiches.', action: 'Resserrez le filtre.' },
  'filter.not-an-object': { message: 'Un filtre est un objet, par exemple {"status": "open"}.' },
  'filter.group-not-a-list': { message: '« {group} » attend une liste de filtres.' },
  'filter.too-deep': { message: 'Le filtre a plus de {max} niveaux.', action: 'Aplatissez-le.' },
  'filter.too-long': {
    message: 'Le filtre a plus de {max} conditions.',
    action: 'Utilisez « in » pour plusieurs valeurs d’un champ.',
  },
  'filter.unknown-field': { message: 'Ce champ n’existe pas.', action: 'Consultez les champs dans /api/reference.' },
  'filter.unknown-operator': {
    message: 'Ce champ ne se compare pas avec « {operator} ».',
    action: 'Utilisez : {operators}.',
  },
  'filter.not-a-path': { message: 'Ceci ne mène à aucune fiche que vous pouvez voir.', action: 'Passez par un lien.' },
  'filter.path-too-long': { message: 'Un chemin passe par trois liens au plus.' },
  'filter.unknown-object': { message: 'Ces fiches n’existent pas, ou vous ne pouvez pas les voir.' },
  'filter.not-related': {
    message: 'Aucun champ de ce nom ne mène de {other} jusqu’ici.',
    action: 'Retirez « by », ou nommez le champ qui le fait.',
  },
  'filter.count-bounds': { message: 'Dites combien : is, gte ou lte, de 0 à 1 000 000.' },
  twice: { message: 'La même fiche est nommée deux fois.', action: 'Nommez-la une seule fois.' },
  'filter.which-link': {
    message: 'Deux champs mènent ici : {one} et {other}.',
    action: 'Indiquez lequel dans « by ».',
  },
}
