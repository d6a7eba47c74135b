import type { Catalogue } from '../words.ts'

/** What is done to many records: undo, restore, duplicates, bulk. */
export const en = {
  'restore.parent-in-trash': { message: 'What this belongs to is in the trash.', action: 'Bring that back first.' },
  'undo.not-yours': { message: 'Somebody else did this.', action: 'Ask them, or whoever runs Rapport, to undo it.' },
  'undo.unknown-object': { message: 'This kind of record is no longer known.' },
  'undo.purged': { message: 'The record was deleted for good.' },
  'undo.gone': { message: 'The record is no longer there.' },
  'undo.changed-since': { message: 'The record was changed since; it stays as it is.' },
  'duplicates.not-declared': { message: 'Records of this kind are not compared.' },
  'duplicates.running': { message: 'This is being done already.', action: 'Wait until it is over, or stop it.' },
  'duplicates.itself': { message: 'A record cannot be merged into itself.', action: 'Name the others.' },
  'duplicates.not-among': { message: 'This is none of the records that are merged.', action: 'Choose one of them.' },
  'duplicates.at-least-two': { message: 'Two records at least.', action: 'Name each of them.' },
  'duplicates.sure-below': { message: 'To merge without looking takes at least {min}.', action: 'Raise it.' },
  'duplicates.never-reached': {
    message: 'All weights together stay below the threshold.',
    action: 'Lower the threshold, or raise a weight.',
  },
  'bulk.done': { message: 'It is done: {changed} changed, {refused} refused.' },
  'bulk.gave-up': { message: 'It stopped at the same record again and again.', action: 'Try fewer records.' },
  'bulk.not-now': { message: 'This is over already.' },
} as const satisfies Catalogue
