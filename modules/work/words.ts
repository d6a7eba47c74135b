import type { WordsOf } from '#kernel/server/words/labels.ts'
import type { ModuleWords } from '#kernel/server/words/words.ts'
import type * as attachedFiles from './attached-file.ts'
import type * as notes from './note.ts'
import type * as tasks from './task.ts'

type Declared = typeof attachedFiles & typeof notes & typeof tasks

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
  task: {
    label: ['Tâche', 'Tâches'],
    about: 'Ce qu’il y a à faire, par qui et pour quand. La prochaine figure sur la fiche dont il s’agit.',
    prompt: 'Qu’y a-t-il à faire ?',
    fields: {
      title: 'Intitulé',
      description: 'Description',
      due_date: 'Échéance',
      priority: { label: 'Priorité', options: { low: 'Basse', normal: 'Normale', high: 'Haute' } },
      status: { label: 'Statut', options: { open: 'À faire', done: 'Faite' } },
      done_at: 'Faite le',
      about: 'À propos de',
    },
    events: { done: '{who} a terminé {it}', reopened: '{who} a rouvert {it}' },
    actions: { finish: 'Terminer', reopen: 'Rouvrir' },
  },
} satisfies WordsOf<Declared[keyof Declared]>

export const words: ModuleWords = {
  en: {},
  fr: {},
  areas: { en: { work: 'Work' }, fr: { work: 'Travailler' } },
  objects,
}
