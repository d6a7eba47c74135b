import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as companies from './company.ts'
import type * as contacts from './contact.ts'
import type * as employments from './employment.ts'

type Declared = typeof companies & typeof contacts & typeof employments

const en = {
  'employment.ends-before': { message: 'This is before they began there.' },
  'first-step.import': {
    message: 'Import your contacts',
    action: 'Drop a file; you see what will happen before it does.',
  },
}

const fr: typeof en = {
  'employment.ends-before': { message: 'C’est avant leur arrivée.' },
  'first-step.import': {
    message: 'Importez vos contacts',
    action: 'Déposez un fichier ; vous voyez ce qui se passera avant que cela se passe.',
  },
}

const kinds = { work: 'Travail', home: 'Domicile', other: 'Autre' }

const address = { street: 'Rue', postal_code: 'Code postal', city: 'Ville', region: 'Région', country: 'Pays' }

const objects = {
  company: {
    label: ['Entreprise', 'Entreprises'],
    about: 'Les sociétés de vos contacts. Leur hiérarchie, leurs contacts et leurs affaires se lisent sur leur page.',
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
      phone: 'Téléphone',
      linkedin: 'LinkedIn',
      currency: { label: 'Devise', help: 'Celle de vos échanges avec elle ; vide pour la vôtre.' },
      tags: 'Étiquettes',
      ...address,
    },
    form: { Company: 'Entreprise', Profile: 'Profil', Address: 'Adresse' },
  },
  contact: {
    label: ['Contact', 'Contacts'],
    about: 'Les personnes avec qui vous êtes en relation. Ajoutez-en une, ou importez-les toutes d’un fichier.',
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
      joined_on: 'Y travaille depuis',
      ...address,
      language: 'Langue',
      time_zone: 'Fuseau horaire',
      birthday: 'Date de naissance',
      website: 'Site web',
      linkedin: 'LinkedIn',
      x: 'X',
      facebook: 'Facebook',
      instagram: 'Instagram',
    },
    form: { Person: 'Personne', Work: 'Travail', Address: 'Adresse', More: 'Plus', Elsewhere: 'Ailleurs' },
    events: { changed_job: '{who} a noté un nouvel emploi de {it}' },
    actions: {
      change_job: {
        label: 'A changé d’emploi',
        input: {
          company: 'Entreprise',
          position: 'Fonction',
          joined_on: { label: 'Y travaille depuis', help: 'Aujourd’hui, si rien n’est dit.' },
        },
      },
    },
  },
  employment: {
    label: ['Autre fonction', 'Autres fonctions'],
    about: 'Les autres entreprises d’une personne, et celles où elle travaillait avant.',
    fields: {
      contact: 'Contact',
      company: 'Entreprise',
      position: 'Fonction',
      since: 'Depuis',
      until: { label: 'Jusqu’au', help: 'Vide tant qu’elle y est.' },
    },
  },
  contact_email: {
    label: ['Adresse e-mail', 'Adresses e-mail'],
    about: 'Toutes les adresses d’une personne. La principale figure sur le contact.',
    fields: {
      contact: 'Contact',
      address: 'Adresse',
      kind: { label: 'Sorte', options: kinds },
      main: 'Adresse principale',
    },
  },
  contact_phone: {
    label: ['Téléphone', 'Téléphones'],
    about: 'Tous les numéros d’une personne. Le principal figure sur le contact.',
    fields: {
      contact: 'Contact',
      number: 'Numéro',
      kind: { label: 'Sorte', options: { ...kinds, mobile: 'Mobile' } },
      main: 'Numéro principal',
    },
  },
} satisfies WordsOf<Declared[keyof Declared]>

export const words: ModuleWords = {
  en,
  fr,
  areas: { en: { sell: 'Sell' }, fr: { sell: 'Vendre' } },
  objects,
}
