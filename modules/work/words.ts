import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as attachedFiles from './attached-file.ts'
import type * as calls from './call.ts'
import type * as notes from './note.ts'
import type * as planned from './planned.ts'

type Declared = typeof attachedFiles & typeof calls & typeof notes & typeof planned

const en = {
  'reminder.task': { message: 'This is due: {when}.' },
  'reminder.meeting': { message: 'This begins: {when}.' },
  'calendar.backwards': { message: 'The span ends before it begins.', action: 'Choose a later end.' },
  'calendar.too-long': { message: 'This is more than 62 days.', action: 'Ask for less at a time.' },
  'calendar.no-feed': {
    message: 'There is no calendar at this address.',
    action: 'Ask whoever gave it to you for another one.',
  },
  'task.circle': { message: 'A task cannot be a part of itself.', action: 'Choose another one.' },
  'meeting.backwards': { message: 'It ends before it begins.', action: 'Choose a later end.' },
  'meeting.weekend': { message: 'It begins on a weekend.', action: 'Begin on a day from Monday to Friday.' },
  'meeting.not-invited': { message: 'Nobody invited you to this meeting.', action: 'Ask whoever planned it.' },
  'meeting.not-then': { message: 'The series has no meeting at that time.', action: 'Look at the calendar again.' },
}

const fr: Record<keyof typeof en, { message: string; action?: string }> = {
  'reminder.task': { message: 'À faire : {when}.' },
  'reminder.meeting': { message: 'Cela commence : {when}.' },
  'calendar.backwards': { message: 'La période finit avant de commencer.', action: 'Choisissez une fin plus tardive.' },
  'calendar.too-long': { message: 'Cela fait plus de 62 jours.', action: 'Demandez-en moins à la fois.' },
  'calendar.no-feed': {
    message: 'Aucun agenda à cette adresse.',
    action: 'Demandez-en une autre à qui vous l’a donnée.',
  },
  'task.circle': { message: 'Une tâche ne peut pas faire partie d’elle-même.', action: 'Choisissez-en une autre.' },
  'meeting.backwards': { message: 'La fin précède le début.', action: 'Choisissez une fin plus tardive.' },
  'meeting.weekend': { message: 'Le début tombe un week-end.', action: 'Commencez un jour du lundi au vendredi.' },
  'meeting.not-invited': {
    message: 'Personne ne vous a invité à ce rendez-vous.',
    action: 'Demandez à qui l’a prévu.',
  },
  'meeting.not-then': {
    message: 'La série n’a pas de rendez-vous à ce moment-là.',
    action: 'Regardez à nouveau l’agenda.',
  },
}

const repeats = {
  daily: 'Chaque jour',
  weekdays: 'Du lundi au vendredi',
  weekly: 'Chaque semaine',
  fortnightly: 'Toutes les deux semaines',
  monthly: 'Chaque mois, le même jour',
  monthly_weekday: 'Chaque mois, le même jour de semaine',
  quarterly: 'Tous les trois mois',
  yearly: 'Chaque année',
}
const remind = {
  none: 'Pas du tout',
  m0: 'À l’heure même',
  m10: '10 minutes avant',
  m30: '30 minutes avant',
  h1: 'Une heure avant',
  d1: 'La veille, à la même heure',
}
const answers = { accepted: 'Vient', tentative: 'Peut-être', declined: 'Ne vient pas' }

const objects = {
  attached_file: {
    label: ['Fichier', 'Fichiers'],
    about: 'Documents et images d’une fiche. Déposez-en un sur la fiche même.',
    fields: { name: 'Nom', file: 'Fichier', about: 'À propos de' },
  },
  note: {
    label: ['Note', 'Notes'],
    about: 'Ce qu’il faut retenir d’une personne, d’une entreprise ou d’une affaire.',
    prompt: 'Écrire une note …',
    fields: { body: 'Texte', pinned: 'Épinglée', about: 'À propos de' },
  },
  call: {
    label: ['Appel', 'Appels'],
    about:
      'Qui était au téléphone, et ce qu’il en est sorti. Notez-en un sur la fiche d’une personne, d’une entreprise ou d’une affaire.',
    prompt: 'De quoi a-t-on parlé ?',
    fields: {
      subject: 'Objet',
      direction: { label: 'Sens', options: { out: 'Sortant', in: 'Entrant' } },
      outcome: {
        label: 'Résultat',
        options: {
          reached: 'Joint',
          message: 'Message laissé',
          no_answer: 'Pas de réponse',
          busy: 'Occupé',
          wrong: 'Mauvais numéro',
        },
      },
      minutes: 'Minutes',
      happened_at: { label: 'Quand', help: 'Au moment où il a été noté, si rien n’est dit.' },
      notes: 'Notes',
      about: 'À propos de',
    },
    form: { Call: 'Appel', Notes: 'Notes' },
  },
  meeting: {
    label: ['Rendez-vous', 'Rendez-vous'],
    about: 'Quand et où vous voyez des gens, et ce qui s’y est dit. Ceux qui sont prévus figurent dans l’agenda.',
    fields: {
      title: 'Intitulé',
      starts_at: 'Début',
      ends_at: { label: 'Fin', help: 'Une heure plus tard, si rien n’est dit.' },
      all_day: 'Toute la journée',
      time_zone: 'Fuseau horaire',
      place: 'Lieu',
      video_link: 'Lien vidéo',
      colleagues: { label: 'Collègues', roles: answers },
      guests: { label: 'Invités', roles: answers },
      repeats: { label: 'Se répète', options: repeats },
      repeats_until: 'Se répète jusqu’au',
      reminder: { label: 'Rappel', options: remind },
      status: { label: 'Statut', options: { planned: 'Prévu', held: 'A eu lieu', cancelled: 'Annulé' } },
      notes: 'Notes',
      about: 'À propos de',
      series: { label: 'Série', help: 'C’est l’un de ceux-ci, à un autre moment.' },
      stood_at: 'Déplacé de',
      next_at: 'Prochaine fois',
      remind_at: 'Rappel le',
    },
    form: { Meeting: 'Rendez-vous', Who: 'Qui', Repetition: 'Répétition et rappel', Notes: 'Notes' },
    events: {
      held: '{who} a noté que {it} a eu lieu',
      cancelled: '{who} a annulé {it}',
      planned: '{who} a prévu {it} à nouveau',
      answered: '{who} a répondu à {it}',
    },
    actions: {
      hold: 'A eu lieu',
      cancel: 'Annuler',
      plan: 'Prévoir à nouveau',
      answer: { label: 'Répondre', input: { answer: { label: 'Réponse', options: answers } } },
      follow_up: { label: 'Donner suite', input: { title: 'Intitulé', due_date: 'Échéance' } },
      skip_one: { label: 'En sauter un', input: { at: 'Lequel' } },
      move_one: { label: 'En déplacer un', input: { at: 'Lequel', starts_at: 'Début', ends_at: 'Fin' } },
    },
  },
  task: {
    label: ['Tâche', 'Tâches'],
    about: 'Ce qu’il y a à faire, par qui et pour quand. La prochaine figure sur la fiche dont il s’agit.',
    prompt: 'Qu’y a-t-il à faire ?',
    fields: {
      title: 'Intitulé',
      description: 'Description',
      due_date: 'Échéance',
      due_at: { label: 'À une heure', help: 'Quand le jour seul ne suffit pas.' },
      priority: { label: 'Priorité', options: { low: 'Basse', normal: 'Normale', high: 'Haute' } },
      repeats: { label: 'Se répète', help: 'Faite, elle revient au prochain de ces jours.', options: repeats },
      reminder: { label: 'Rappel', help: 'Sans heure, c’est neuf heures du matin qui compte.', options: remind },
      parent: 'Fait partie de',
      status: { label: 'Statut', options: { open: 'À faire', done: 'Faite' } },
      done_at: 'Faite le',
      about: 'À propos de',
      remind_at: 'Rappel le',
    },
    form: { Task: 'Tâche', More: 'Plus' },
    events: { done: '{who} a terminé {it}', reopened: '{who} a rouvert {it}', put_off: '{who} a reporté {it}' },
    actions: {
      finish: 'Terminer',
      reopen: 'Rouvrir',
      put_off: { label: 'Reporter', input: { until: 'Au' } },
    },
  },
} satisfies WordsOf<Declared[keyof Declared]>

export const words: ModuleWords = {
  en,
  fr,
  areas: { en: { work: 'Work' }, fr: { work: 'Travailler' } },
  objects,
}
