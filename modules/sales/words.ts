import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as catalogue from './catalogue.ts'
import type * as competitors from './competitor.ts'
import type * as deals from './deal.ts'
import type * as pipelines from './pipeline.ts'
import type * as quotes from './quote.ts'

type Declared = typeof catalogue & typeof competitors & typeof deals & typeof pipelines & typeof quotes

const en = {
  'first-step.pipeline': { message: 'Shape your pipeline', action: 'The stages that a deal of yours goes through.' },
  'deal.closed': { message: 'This deal is won or lost already.', action: 'Reopen it first.' },
  'stage.requires': {
    message: 'A deal needs more than this one has to enter “{stage}”.',
    action: 'Fill in what is named, and move it again.',
  },
  'stage.missing': { message: 'Is needed in “{stage}”.' },
  'days.backwards': { message: 'The first day comes after the last.', action: 'Turn them round.' },
  'deal.value-of-lines': { message: 'The value follows from the lines.', action: 'Change the lines.' },
  'line.other-currency': {
    message: 'The other lines are in {currency}.',
    action: 'Give the amount in the same currency.',
  },
  'line.too-much': { message: 'This comes to more than can be written.', action: 'Make it less.' },
  'deal.open': { message: 'This deal is still open.', action: 'Only a deal that is won or lost can be reopened.' },
  'quote.sent': { message: 'A quote that was sent stays as it is.', action: 'Revise it: that makes a new version.' },
  'quote.no-way-back': {
    message: 'What became of a quote cannot be undone: others know of it already.',
    action: 'Withdraw it, or revise it.',
  },
  'quote.no-lines': {
    message: 'There is nothing in it to offer yet.',
    action: 'Add what is sold, with its price, under Products.',
  },
  'quote.not-a-draft': { message: 'This quote was sent already.', action: 'Revise it to send another version.' },
  'quote.out-of-date': {
    message: 'The day until which it is valid has passed.',
    action: 'Choose a later one, then send it.',
  },
  'quote.no-address': {
    message: 'The person has no e-mail address.',
    action: 'Write one here, or pass on the link yourself.',
  },
  'quote.not-to-revise': {
    message: 'Only a quote that was sent, and not accepted, gets a new version.',
    action: 'Change the draft itself, or make another quote of the deal.',
  },
  'quote.revised': { message: 'There is a newer version already.', action: 'Go on with that one.' },
  'quote.not-sent': { message: 'This quote is not open for an answer.', action: 'Ask for one that holds.' },
  'quote.expired': { message: 'This quote is no longer valid.', action: 'Ask for a new version of it.' },
  'quote.answered': { message: 'This quote was answered already.', action: 'Ask whoever sent it for a new one.' },
  'quote.one-of-a-deal': { message: 'Only one quote of a deal can be accepted.', action: 'Choose the one.' },
  'quote.no-such-link': {
    message: 'This link leads to no quote.',
    action: 'Open it just as it stands in the mail, or ask whoever sent it.',
  },
  'quote.drawing-unreadable': { message: 'The signature cannot be read.', action: 'Draw it again, or type your name.' },
  'quote.not-whole': {
    message: 'A quote says things to its customer that you may not see.',
    action: 'Ask somebody who may see all of it.',
  },
  'quote.notice-seen': { message: 'Quote {number} was opened.' },
  'quote.notice-accepted': { message: 'Quote {number} was accepted.' },
  'quote.notice-declined': { message: 'Quote {number} was declined.' },
  'number-format': { message: 'Write one row of # where the number goes, such as Q-YYYY-####.' },
}

const fr: typeof en = {
  'first-step.pipeline': {
    message: 'Façonnez votre pipeline',
    action: 'Les étapes par lesquelles passent vos affaires.',
  },
  'deal.closed': { message: 'Cette affaire est déjà gagnée ou perdue.', action: 'Rouvrez-la d’abord.' },
  'stage.requires': {
    message: 'Il manque quelque chose à cette affaire pour entrer à l’étape « {stage} ».',
    action: 'Remplissez ce qui est nommé, puis déplacez-la de nouveau.',
  },
  'stage.missing': { message: 'Est nécessaire à l’étape « {stage} ».' },
  'days.backwards': { message: 'Le premier jour vient après le dernier.', action: 'Inversez-les.' },
  'deal.value-of-lines': { message: 'Le montant découle des lignes.', action: 'Modifiez les lignes.' },
  'line.other-currency': {
    message: 'Les autres lignes sont en {currency}.',
    action: 'Donnez le montant dans la même devise.',
  },
  'line.too-much': { message: 'Cela fait plus qu’on ne peut écrire.', action: 'Réduisez.' },
  'deal.open': {
    message: 'Cette affaire est encore ouverte.',
    action: 'Seule une affaire gagnée ou perdue peut être rouverte.',
  },
  'quote.sent': {
    message: 'Un devis envoyé reste tel quel.',
    action: 'Révisez-le : cela en fait une nouvelle version.',
  },
  'quote.no-way-back': {
    message: 'Ce qu’est devenu un devis ne s’annule pas : d’autres le savent déjà.',
    action: 'Retirez-le, ou révisez-le.',
  },
  'quote.no-lines': {
    message: 'Il n’y a encore rien à proposer.',
    action: 'Ajoutez ce qui est vendu, avec son prix, sous Produits.',
  },
  'quote.not-a-draft': {
    message: 'Ce devis est déjà envoyé.',
    action: 'Révisez-le pour envoyer une autre version.',
  },
  'quote.out-of-date': {
    message: 'Le jour jusqu’auquel il est valable est passé.',
    action: 'Choisissez-en un plus tard, puis envoyez-le.',
  },
  'quote.no-address': {
    message: 'Cette personne n’a pas d’adresse e-mail.',
    action: 'Écrivez-en une ici, ou transmettez le lien vous-même.',
  },
  'quote.not-to-revise': {
    message: 'Seul un devis envoyé, et non accepté, reçoit une nouvelle version.',
    action: 'Modifiez le brouillon lui-même, ou faites un autre devis de l’affaire.',
  },
  'quote.revised': { message: 'Il existe déjà une version plus récente.', action: 'Continuez avec celle-ci.' },
  'quote.not-sent': {
    message: 'Ce devis n’attend pas de réponse.',
    action: 'Demandez-en un qui soit valable.',
  },
  'quote.expired': { message: 'Ce devis n’est plus valable.', action: 'Demandez-en une nouvelle version.' },
  'quote.answered': {
    message: 'Ce devis a déjà reçu sa réponse.',
    action: 'Demandez-en un nouveau à la personne qui l’a envoyé.',
  },
  'quote.one-of-a-deal': {
    message: 'Un seul devis d’une affaire peut être accepté.',
    action: 'Choisissez lequel.',
  },
  'quote.no-such-link': {
    message: 'Ce lien ne mène à aucun devis.',
    action: 'Ouvrez-le tel qu’il figure dans le message, ou demandez à la personne qui l’a envoyé.',
  },
  'quote.drawing-unreadable': {
    message: 'La signature est illisible.',
    action: 'Dessinez-la de nouveau, ou tapez votre nom.',
  },
  'quote.not-whole': {
    message: 'Un devis dit à son client des choses que vous ne pouvez pas voir.',
    action: 'Demandez à une personne qui peut tout en voir.',
  },
  'quote.notice-seen': { message: 'Le devis {number} a été ouvert.' },
  'quote.notice-accepted': { message: 'Le devis {number} a été accepté.' },
  'quote.notice-declined': { message: 'Le devis {number} a été refusé.' },
  'number-format': { message: 'Écrivez une seule suite de # à la place du numéro, par exemple D-YYYY-####.' },
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
  pipeline: {
    label: ['Pipeline', 'Pipelines'],
    about: 'Le chemin d’une affaire, du premier mot à la signature. Plusieurs activités en ont plusieurs.',
    fields: { name: 'Nom', place: 'Position' },
  },
  stage: {
    label: ['Étape', 'Étapes'],
    about: 'Une étape d’un pipeline : la probabilité de gagner une affaire à ce point, et ce qu’elle exige.',
    fields: {
      pipeline: 'Pipeline',
      name: 'Nom',
      place: 'Position',
      probability: 'Probabilité',
      requires: {
        label: 'Conditions d’entrée',
        help: 'Ce qui doit être rempli avant qu’une affaire y entre.',
        options: {
          value: 'Montant',
          close_date: 'Clôture prévue',
          contact: 'Contact',
          company: 'Entreprise',
          people: 'Personnes',
          description: 'Description',
          owner_id: 'Responsable',
          tags: 'Étiquettes',
        },
      },
      rots_after: {
        label: 'Dort après (jours)',
        help: 'Une affaire que personne n’a déplacée ni touchée depuis si longtemps se remarque.',
      },
      most: { label: 'Maximum à la fois', help: 'Le tableau signale l’étape quand elle en contient davantage.' },
    },
    form: { Stage: 'Étape', Rules: 'Règles' },
  },
  lost_reason: {
    label: ['Motif de perte', 'Motifs de perte'],
    about: 'Pourquoi des affaires sont perdues. On en choisit un à chaque perte, et les rapports les comptent.',
    fields: {
      name: 'Nom',
      about: {
        label: 'Concerne',
        options: {
          price: 'Le prix',
          product: 'Le produit',
          timing: 'Le moment',
          competitor: 'Un concurrent',
          other: 'Autre chose',
        },
      },
    },
  },
  competitor: {
    label: ['Concurrent', 'Concurrents'],
    about: 'À qui d’autre vos clients parlent. Nommez-les sur les affaires, et voyez contre qui vous gagnez.',
    fields: { name: 'Nom', website: 'Site web', strengths: 'Points forts', weaknesses: 'Points faibles' },
  },
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
  quote: {
    label: ['Devis', 'Devis'],
    about: 'Une offre que le client accepte par son nom et sa signature. Faites-en une des lignes d’une affaire.',
    fields: {
      title: 'Intitulé',
      number: { label: 'Numéro', help: 'Lui est donné à l’envoi.' },
      status: {
        label: 'Statut',
        options: {
          draft: 'Brouillon',
          sent: 'Envoyé',
          accepted: 'Accepté',
          declined: 'Refusé',
          expired: 'Expiré',
          withdrawn: 'Retiré',
        },
      },
      deal: 'Affaire',
      contact: 'Pour',
      company: 'Entreprise',
      valid_until: { label: 'Valable jusqu’au', help: 'Ce jour compris, selon le calendrier de l’entreprise.' },
      language: {
        label: 'Langue',
        help: 'Celle de l’entreprise, si rien n’est choisi.',
        options: { en: 'Anglais', fr: 'Français' },
      },
      intro: 'Introduction',
      terms: 'Conditions',
      currency: 'Devise',
      value: { label: 'Montant', help: 'Hors taxe, pour toutes les périodes.' },
      tax_amount: { label: 'Montant de la taxe', help: 'Pour toutes les périodes.' },
      total: { label: 'Total', help: 'Taxe comprise, pour toutes les périodes.' },
      monthly: 'Récurrent par mois',
      yearly: 'Récurrent par an',
      revision: 'Version',
      revises: 'Remplace',
      sent_at: 'Envoyé le',
      sent_to: 'Envoyé à',
      seen_at: 'Ouvert pour la première fois',
      answered_at: 'Réponse le',
      accepted_by: 'Accepté par',
      decline_reason: 'Raison du refus',
    },
    form: { Quote: 'Devis', Terms: 'Conditions' },
    events: {
      sent: '{who} a envoyé {it}',
      seen: 'Le client a ouvert {it}',
      accepted: 'Le client a accepté {it}',
      declined: 'Le client a refusé {it}',
      expired: 'Le dernier jour de {it} est passé',
      withdrawn: '{who} a retiré {it}',
      revised: '{who} a commencé une nouvelle version de {it}',
    },
    actions: {
      send: {
        label: 'Envoyer',
        input: {
          email: { label: 'E-mail', help: 'Celui de la personne, si rien n’est écrit.' },
          message: { label: 'Message', help: 'Figure au-dessus du lien.' },
          unmailed: { label: 'Ne pas envoyer d’e-mail', help: 'Vous transmettez le lien vous-même.' },
        },
      },
      revise: 'Réviser',
      accept: {
        label: 'Marquer comme accepté',
        input: { name: { label: 'Nom', help: 'Qui l’a accepté.' } },
      },
      decline: { label: 'Marquer comme refusé', input: { reason: 'Raison' } },
      withdraw: 'Retirer',
    },
  },
  deal: {
    label: ['Affaire', 'Affaires'],
    about: 'Ce que quelqu’un peut vous acheter. Chacune se trouve à une étape d’un pipeline et avance sur un tableau.',
    fields: {
      title: 'Intitulé',
      description: 'Description',
      value: 'Montant',
      monthly: 'Récurrent par mois',
      yearly: 'Récurrent par an',
      price_list: 'Tarif',
      contact: 'Contact',
      company: 'Entreprise',
      people: {
        label: 'Personnes',
        roles: { decides: 'Décide', influences: 'Influence', uses: 'Utilise', pays: 'Paie' },
      },
      pipeline: 'Pipeline',
      stage: 'Étape',
      status: { label: 'Statut', options: { open: 'Ouverte', won: 'Gagnée', lost: 'Perdue' } },
      close_date: 'Clôture prévue',
      closed_on: 'Close le',
      stage_since: 'À cette étape depuis',
      touched_at: {
        label: 'Touchée le',
        help: 'Quand elle, ou ce qui est écrit à son sujet, a changé pour la dernière fois.',
      },
      rots_on: {
        label: 'Dort à partir du',
        help: 'Le jour où son étape a assez attendu que quelqu’un la touche.',
      },
      lost_reason: 'Motif de perte',
      competitors: {
        label: 'Concurrents',
        roles: { running: 'En lice', beaten: 'Battu', chosen: 'Retenu' },
      },
      forecast: {
        label: 'Prévision',
        help: 'Découle de la probabilité de son étape, sauf si elle est fixée.',
        options: { pipeline: 'Pipeline', best_case: 'Au mieux', commit: 'Engagée', omitted: 'Exclue' },
      },
      tags: 'Étiquettes',
    },
    form: { Deal: 'Affaire', Who: 'Qui', More: 'Plus' },
    events: {
      won: '{who} a remporté {it}',
      lost: '{who} a perdu {it}',
      reopened: '{who} a rouvert {it}',
      stage_changed: '{who} a déplacé {it}',
    },
    actions: {
      win: { label: 'Marquer comme gagnée', input: { closed_on: 'Close le' } },
      lose: { label: 'Marquer comme perdue', input: { reason: 'Motif' } },
      reopen: 'Rouvrir',
      quote: 'Faire un devis',
    },
  },
} satisfies WordsOf<Declared[keyof Declared]>

export const words: ModuleWords = { en, fr, areas: { en: {}, fr: {} }, objects }
