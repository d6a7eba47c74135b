import type { Catalogue } from '../words.ts'

/** Notices, and the first hour. */
export const en = {
  'notice.assigned': { message: '{who} made this yours.' },
  'notice.assigned-many': { message: '{who} made {count} records yours.' },
  'notice.changed': { message: '{who} changed this.' },
  'notice.deleted': { message: '{who} removed this.' },
  'notice.restored': { message: '{who} restored this.' },
  'notice.it': { message: 'this' },
  'notice.event': { message: '{told}.' },
  'notice.written': { message: '{who} wrote about this: {what}.' },
  'notice.followed-many': { message: '{who} did something with {count} records that you follow.' },
  'first-step.invite': { message: 'Invite a colleague', action: 'A mail takes them in; you say what they may see.' },
  'first-step.mail': {
    message: 'Set up mail',
    action: 'Until MAIL_URL is set where the server runs, mail waits in the outbox.',
  },
} as const satisfies Catalogue
