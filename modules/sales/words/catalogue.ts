import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as catalogue from '../catalogue.ts'

const en = {
  'line.other-currency': {
    message: 'The other lines are in {currency}.',
    action: 'Give the amount in the same currency.',
  },
  'line.too-much': { message: 'This comes to more than can be written.', action: 'Make it less.' },
}

const fr: typeof en = {
  'line.other-currency': {
    message: 'Les autres lignes sont en {currency}.',
    action: 'Donnez le montant dans la même devise.',
  },
  'line.too-much': { message: 'Cela fait plus qu’on ne peut écrire.', action: 'Réduisez.' },
}

const paid = { none: 'Une fois', month: 'Chaque mois', year: 'Chaque année' }

const ofLine = {
  place: 'Position',
  product: 'Produit',
  name: { label: 'Nom', help: 'Celui du produit, si rien n’est écrit.' },
  quantity: 'Quantité',
  unit_price: { label: 'Prix unitaire', help: 'Celui du tarif ou du produit, si rien n’est écrit.' },
  discount: 'Remise en pour cent',
  discount_amount: { label: 'Remise', help: 'Retirée de la ligne, après le pourcentage.' },
  tax: { label: 'Taxe', help: 'Celle du produit, si rien n’est écrit.' },
  recurring: { label: 'Se paie', help: 'Comme le produit, si rien n’est choisi.', options: paid },
  periods: {
    label: 'Nombre de périodes',
    help: 'Pendant combien de mois ou d’années ; vide tant que cela dure, dont une année est comptée.',
  },
  net: { label: 'Net', help: 'Hors taxe, pour une période.' },
  tax_amount: { label: 'Montant de la taxe', help: 'Pour une période.' },
  contract_value: { label: 'Valeur du contrat', help: 'Hors taxe, pour toutes les périodes.' },
}

const objects = {
  product: {
    label: ['Produit', 'Produits'],
    about: 'Ce que vous vendez, avec son prix et sa taxe. Les lignes des affaires et des devis commencent par là.',
    fields: {
      name: 'Nom',
      sku: 'Référence',
      description: 'Description',
      unit: { label: 'Unité', help: 'Ce qu’en est un : pièce, heure, poste.' },
      price: { label: 'Prix', help: 'Ce qu’il coûte là où aucun tarif ne dit autre chose.' },
      cost: { label: 'Coût', help: 'Ce qu’il vous coûte.' },
      tax: 'Taxe',
      recurring: { label: 'Se paie', options: paid },
      retired: 'N’est plus vendu',
    },
    form: { Product: 'Produit', Price: 'Prix' },
  },
  price_list: {
    label: ['Tarif', 'Tarifs'],
    about: 'D’autres prix pour certains clients, pays ou quantités. Le reste coûte ce que dit le produit.',
    fields: { name: 'Nom', description: 'Description' },
  },
  product_price: {
    label: ['Prix', 'Prix'],
    about: 'Ce que coûte un produit dans un tarif, à partir de quelle quantité.',
    fields: {
      price_list: 'Tarif',
      product: 'Produit',
      price: 'Prix',
      from_quantity: 'À partir de la quantité',
      valid_from: 'Valable à partir du',
      valid_until: { label: 'Valable jusqu’au', help: 'Ce jour compris.' },
    },
  },
  deal_line: {
    label: ['Ligne', 'Lignes'],
    about: 'Ce qui compose une affaire : un produit, la quantité et le prix.',
    fields: { deal: 'Affaire', ...ofLine },
  },
  quote_line: {
    label: ['Ligne de devis', 'Lignes de devis'],
    about: 'Ce que propose un devis : un produit, la quantité et le prix.',
    fields: { quote: 'Devis', ...ofLine },
  },
} satisfies WordsOf<(typeof catalogue)[keyof typeof catalogue]>

export const words: ModuleWords = { en, fr, areas: { en: {}, fr: {} }, objects }
