import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as companies from './company.ts'
import type * as contacts from './contact.ts'
import type * as deals from './deal.ts'
import type * as pipelines from './pipeline.ts'

type Declared = typeof companies & typeof contacts & typeof deals & typeof pipelines

const en = {
  'first-step.import': {
    message: 'Import your contacts',
    action: 'Drop a file; you see what will happen before it does.',
  },
  'first-step.pipeline': { message: 'Shape your pipeline', action: 'The stages that a deal of yours goes through.' },
  'deal.closed': { message: 'This deal is won or lost already.', action: 'Reopen it first.' },
  'deal.open': { message: 'This deal is still open.', action: 'Only a deal that is won or lost can be reopened.' },
}

const fr: typeof en = {
  'first-step.import': {
    message: 'Importez vos contacts',
    action: 'Déposez un fichier ; vous voyez ce qui se passera avant que cela se passe.',
  },
  'first-step.pipeline': {
    message: 'Façonnez votre pipeline',
    action: 'Les étapes par lesquelles passent vos affaires.',
  },
  'deal.closed': { message: 'Cette affaire est déjà gagnée ou perdue.', action: 'Rouvrez-la d’abord.' },
  'deal.open': {
    message: 'Cette affaire est encore ouverte.',
    action: 'Seule une affaire gagnée ou perdue peut être rouverte.',
  },
}

const kinds = { work: 'Travail', home: 'Domicile', other: 'Autre' }

const objects = {
  company: {
    label: ['Entreprise', 'Entreprises'],
    fields: {
      name: 'Nom',
      domain: { label: 'Domaine', help: 'La partie de l’adresse qui suit www.' },
      website: 'Site web',
      industry: 'Secteur',
      size: {
        label: 'Taille',
        options: {
          '1-10': '1–10',
          '11-50': '11–50',
          '51-200': '51–200',
          '201-1000': '201–1 000',
          '1001+': 'Plus de 1 000',
        },
      },
      employees: 'Effectif',
      parent: 'Société mère',
      tags: 'Étiquettes',
    },
    form: { Company: 'Entreprise', Profile: 'Profil' },
  },
  contact: {
    label: ['Contact', 'Contacts'],
    fields: {
      first_name: 'Prénom',
      last_name: 'Nom',
      position: 'Fonction',
      company: 'Entreprise',
      email: { label: 'E-mail', help: 'L’adresse principale ; les autres figurent à côté.' },
      phone: { label: 'Téléphone', help: 'Le numéro principal ; les autres figurent à côté.' },
      status: {
        label: 'Statut',
        options: { lead: 'Piste', prospect: 'Prospect', customer: 'Client', archived: 'Archivé' },
      },
      subscribed: 'Reçoit des e-mails',
      picture: 'Photo',
      tags: 'Étiquettes',
    },
    form: { Person: 'Personne', Work: 'Travail' },
  },
  contact_email: {
    label: ['Adresse e-mail', 'Adresses e-mail'],
    fields: {
      contact: 'Contact',
      address: 'Adresse',
      kind: { label: 'Sorte', options: kinds },
      main: 'Adresse principale',
    },
  },
  contact_phone: {
    label: ['Téléphone', 'Téléphones'],
    fields: {
      contact: 'Contact',
      number: 'Numéro',
      kind: { label: 'Sorte', options: { ...kinds, mobile: 'Mobile' } },
      main: 'Numéro principal',
    },
  },
  pipeline: { label: ['Pipeline', 'Pipelines'], fields: { name: 'Nom', place: 'Position' } },
  stage: {
    label: ['Étape', 'Étapes'],
    fields: {
      pipeline: 'Pipeline',
      name: 'Nom',
      place: 'Position',
      probability: 'Probabilité',
      most: { label: 'Maximum à la fois', help: 'Le tableau signale l’étape quand elle en contient davantage.' },
    },
  },
  lost_reason: {
    label: ['Motif de perte', 'Motifs de perte'],
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
  deal: {
    label: ['Affaire', 'Affaires'],
    fields: {
      title: 'Intitulé',
      description: 'Description',
      value: 'Montant',
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
      lost_reason: 'Motif de perte',
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
    },
  },
} satisfies WordsOf<Declared[keyof Declared]>

export const words: ModuleWords = {
  en,
  fr,
  areas: { en: { sell: 'Sell' }, fr: { sell: 'Vendre' } },
  objects,
}
