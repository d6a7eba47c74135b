import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as quotes from '../quote.ts'

const en = {
  'quote.sent': { message: 'A quote that was sent stays as it is.', action: 'Revise it: that makes a new version.' },
  'quote.no-way-back': {
    message: 'What became of a quote cannot be undone: others know of it already.',
    action: 'Withdraw it, or revise it.',
  },
  'quote.kept': {
    message: 'A quote that was accepted is kept.',
    action: 'Leave it in the trash, with its deal: nobody comes upon it there.',
  },
  'quote.won-deal': {
    message: 'This deal was won by a quote that was accepted, which cannot be undone.',
    action: 'Reopen the deal, if you still go on with it.',
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
  'quote.sent': {
    message: 'Un devis envoyé reste tel quel.',
    action: 'Révisez-le : cela en fait une nouvelle version.',
  },
  'quote.no-way-back': {
    message: 'Ce qu’est devenu un devis ne s’annule pas : d’autres le savent déjà.',
    action: 'Retirez-le, ou révisez-le.',
  },
  'quote.kept': {
    message: 'Un devis accepté est conservé.',
    action: 'Laissez-le dans la corbeille, avec son affaire : personne ne l’y rencontre.',
  },
  'quote.won-deal': {
    message: 'Cette affaire a été gagnée par un devis accepté, ce qui ne s’annule pas.',
    action: 'Rouvrez l’affaire, si vous y travaillez encore.',
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

const objects = {
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
} satisfies WordsOf<(typeof quotes)[keyof typeof quotes]>

export const words: ModuleWords = { en, fr, areas: { en: {}, fr: {} }, objects }
