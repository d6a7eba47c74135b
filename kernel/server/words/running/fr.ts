import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'database.in-use': {
    message: 'Un autre Rapport (processus {pid}) utilise cette base.',
    action: 'Arrêtez-le, ou utilisez celui qui tourne sur {url}.',
  },
  'database.too-old': {
    message: 'Ce PostgreSQL est en version {version}.',
    action: 'Rapport demande au moins la {least}.',
  },
  'database.busy': { message: 'La base de données est trop sollicitée.', action: 'Réessayez dans un instant.' },
  'database.unreachable': {
    message: 'La base de données est injoignable ({reason}).',
    action: 'Vérifiez DATABASE_URL et que le serveur tourne.',
  },
  'schema.reviewed': {
    message: 'La base ne convient pas à cette version : {changes}.',
    action: 'Écrivez la modification dans un fichier de db/migrations, puis lancez rapport migrate.',
  },
  'secret.other-key': {
    message: 'Ce secret a été chiffré avec une autre clé ({wanted}).',
    action: 'Redonnez à SECRET_KEY la clé utilisée auparavant.',
  },
  'secret.damaged': { message: 'Ce secret est abîmé et illisible.', action: 'Saisissez-le à nouveau.' },
  'backup.not-empty': { message: 'Le dossier {folder} n’est pas vide.', action: 'Choisissez-en un autre.' },
  'backup.no-manifest': { message: 'Il n’y a pas de sauvegarde dans {folder}.', action: 'Vérifiez le chemin.' },
  'backup.database-not-empty': {
    message: 'La base contient déjà quelque chose.',
    action: 'Restaurez dans une base vide.',
  },
  'backup.file-damaged': {
    message: 'Le fichier {file} de la sauvegarde est abîmé.',
    action: 'Utilisez une autre sauvegarde.',
  },
  'backup.other-key': {
    message: 'La sauvegarde a été faite avec une autre clé ({wanted}).',
    action: 'Donnez celle-là à SECRET_KEY.',
  },
  'setup.needed': {
    message: 'Ce Rapport n’a pas encore de propriétaire.',
    action: 'Ouvrez-le dans le navigateur et présentez-vous.',
  },
}
