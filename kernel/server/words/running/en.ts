import type { Catalogue } from '../words.ts'

/** What whoever runs Rapport meets: database, keys, backups. */
export const en = {
  'database.in-use': {
    message: 'Another Rapport (process {pid}) is using this database.',
    action: 'Stop it, or use the one that runs at {url}.',
  },
  'database.too-old': { message: 'This PostgreSQL is version {version}.', action: 'Rapport needs {least} or newer.' },
  'database.busy': {
    message: 'There is more to do than the database can take at once.',
    action: 'Try again in a moment.',
  },
  'database.unreachable': {
    message: 'The database cannot be reached ({reason}).',
    action: 'Check DATABASE_URL and that the server runs.',
  },
  'schema.reviewed': {
    message: 'The database does not fit this version: {changes}.',
    action: 'Put the change into a file in db/migrations, then run rapport migrate.',
  },
  'secret.other-key': {
    message: 'This secret was encrypted with another key ({wanted}).',
    action: 'Set SECRET_KEY to the key that was used before.',
  },
  'secret.damaged': { message: 'This secret is damaged and cannot be read.', action: 'Enter it again.' },
  'backup.not-empty': { message: 'The folder {folder} is not empty.', action: 'Choose another.' },
  'backup.no-manifest': { message: 'There is no backup in {folder}.', action: 'Check the path.' },
  'backup.database-not-empty': {
    message: 'The database holds something already.',
    action: 'Restore into an empty one.',
  },
  'backup.file-damaged': { message: 'The file {file} of the backup is damaged.', action: 'Use another backup.' },
  'backup.other-key': {
    message: 'The backup was made with another key ({wanted}).',
    action: 'Set SECRET_KEY to that one.',
  },
  'setup.needed': { message: 'This Rapport has no owner yet.', action: 'Open it in the browser, and say who you are.' },
} as const satisfies Catalogue
