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
  'chart.unknown-field': {
    message: 'Aucun champ {name} ne peut servir ici dans un graphique.',
    action: 'Choisissez un autre champ.',
  },
  'chart.unknown-unit': {
    message: '{name} ne peut pas être réparti ainsi.',
    action: 'Un jour ou un moment prend l’une des durées {units} ; rien d’autre n’en prend.',
  },
  'chart.unknown-measure': {
    message: 'Un graphique ne peut pas mesurer cela.',
    action: 'Nommez une mesure et son champ : {measures}.',
  },
  'chart.two-at-most': {
    message: 'Un graphique se répartit selon deux champs au plus.',
    action: 'Laissez les autres de côté.',
  },
  'chart.unknown-compare': {
    message: 'Un graphique ne peut pas être comparé à cela.',
    action: 'Comparez-le à `before` ou `to_date`, ou à rien.',
  },
  'chart.compare-what': {
    message: 'Sans période, il n’y a pas de période précédente.',
    action: 'Choisissez une période, ou ne comparez à rien.',
  },
  'chart.view-gone': {
    message: 'La vue de ce graphique n’existe plus, ou n’est pas partagée avec vous.',
    action: 'Choisissez une autre vue, ou un filtre.',
  },
  'tiles.not-tiles': {
    message: 'Ce n’est pas une liste de tuiles.',
    action: 'Envoyez { "all": [tuile, …] }, chacune avec id, kind, chart, width et height.',
  },
  'chart.too-slow': {
    message: 'Ces chiffres sont trop longs à compter.',
    action: 'Regardez moins de fiches, par une période ou un filtre, ou réessayez plus tard.',
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
