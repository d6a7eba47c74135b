import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'notice.assigned': { message: '{who} vous a confié cette fiche.' },
  'notice.assigned-many': { message: '{who} vous a confié {count} fiches.' },
  'notice.changed': { message: '{who} a modifié cette fiche.' },
  'notice.deleted': { message: '{who} a supprimé cette fiche.' },
  'notice.restored': { message: '{who} a restauré cette fiche.' },
  'notice.it': { message: 'cette fiche' },
  'notice.event': { message: '{told}.' },
  'notice.written': { message: '{who} a écrit à propos de cette fiche : {what}.' },
  'notice.followed-many': { message: '{who} a fait quelque chose avec {count} fiches que vous suivez.' },
  'first-step.invite': {
    message: 'Invitez un collègue',
    action: 'Un e-mail le fait entrer ; vous dites ce qu’il peut voir.',
  },
  'first-step.mail': {
    message: 'Réglez l’envoi des e-mails',
    action: 'Tant que MAIL_URL n’est pas défini sur le serveur, les e-mails attendent dans la boîte d’envoi.',
  },
}
