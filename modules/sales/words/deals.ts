import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as competitors from '../competitor.ts'
import type * as deals from '../deal.ts'
import type * as pipelines from '../pipeline.ts'

type Declared = typeof competitors & typeof deals & typeof pipelines

const en = {
  'first-step.pipeline': { message: 'Shape your pipeline', action: 'The stages that a deal of yours goes through.' },
  'deal.closed': { message: 'This deal is won or lost already.', action: 'Reopen it first.' },
  'stage.requires': {
    message: 'A deal needs more than this one has to enter “{stage}”.',
    action: 'Fill in what is named, and move it again.',
  },
  'stage.missing': { message: 'Is needed in “{stage}”.' },
  'deal.value-of-lines': { message: 'The value follows from the lines.', action: 'Change the lines.' },
  'deal.open': { message: 'This deal is still open.', action: 'Only a deal that is won or lost can be reopened.' },
  'days.backwards': { message: 'The first day comes after the last.', action: 'Turn them round.' },
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
  'deal.value-of-lines': { message: 'Le montant découle des lignes.', action: 'Modifiez les lignes.' },
  'deal.open': {
    message: 'Cette affaire est encore ouverte.',
    action: 'Seule une affaire gagnée ou perdue peut être rouverte.',
  },
  'days.backwards': { message: 'Le premier jour vient après le dernier.', action: 'Inversez-les.' },
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
