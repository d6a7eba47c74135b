import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'rates.feed-answered': {
    message: 'Le flux des taux de change a répondu {status}.',
    action: 'Vérifiez RATES_URL.',
  },
  'rates.feed-unreadable': {
    message: 'Ce que le flux des taux de change a envoyé ne contient aucun taux.',
    action: 'Vérifiez RATES_URL.',
  },
  'rates.feed-without-own': {
    message: 'Le flux des taux de change ne connaît pas {currency}, la devise de l’entreprise.',
    action: 'Saisissez les taux à la main.',
  },
  'mail.no-recipient': { message: 'Le message n’a pas de destinataire.', action: 'Indiquez-en un.' },
  'mail.no-text': { message: 'Le message n’a pas de texte.', action: 'Rédigez-en un.' },
  'mail.not-an-address': {
    message: 'L’une des adresses n’est pas une adresse e-mail.',
    action: 'Écrivez-la sous la forme nom@example.com.',
  },
  'mail.line-break': {
    message: 'L’en-tête {header} contient un saut de ligne.',
    action: 'Écrivez-le sur une seule ligne.',
  },
  'mail.header-not-free': { message: 'L’en-tête {header} est posé par Rapport.', action: 'Retirez-le.' },
  'mail.sign-in-failed': {
    message: 'Le serveur de courrier refuse notre connexion.',
    action: 'Vérifiez l’utilisateur et le mot de passe dans MAIL_URL.',
  },
  'mail.recipient-refused': {
    message: 'Le serveur de courrier refuse ce destinataire ({reply}).',
    action: 'Vérifiez l’adresse.',
  },
  'mail.message-refused': {
    message: 'Le serveur de courrier refuse ce message ({reply}).',
    action: 'Demandez la raison à la personne qui l’administre.',
  },
  'mail.not-now': {
    message: 'Le serveur de courrier n’accepte pas de messages en ce moment ({reply}).',
    action: 'Un nouvel essai aura lieu de lui-même.',
  },
  'mail.unreachable': {
    message: 'Le serveur de courrier est injoignable ({reason}).',
    action: 'Vérifiez l’hôte et le port dans MAIL_URL.',
  },
  'fetch.not-an-address': {
    message: 'Ce n’est pas une adresse web.',
    action: 'Saisissez-en une telle que https://example.com.',
  },
  'fetch.not-the-web': { message: 'Seules les adresses http et https sont possibles.' },
  'fetch.password-in-address': { message: 'Retirez le nom d’utilisateur et le mot de passe de l’adresse.' },
  'fetch.closed-address': {
    message: '{host} se trouve dans le réseau interne et n’est pas appelé.',
    action: 'Utilisez une adresse accessible à tous.',
  },
  'fetch.closed-port': { message: 'Le port {port} n’est pas appelé.', action: 'Utilisez les ports du web.' },
  'fetch.too-many-redirects': {
    message: 'L’adresse redirige plus de {max} fois.',
    action: 'Utilisez l’adresse finale.',
  },
  'fetch.too-slow': { message: 'Aucune réponse en {seconds} secondes.', action: 'Réessayez plus tard.' },
  'fetch.too-large': { message: 'La réponse dépasse {max} octets.', action: 'Utilisez une ressource plus petite.' },
  'fetch.unknown-packing': {
    message: 'La réponse est compressée d’une manière inconnue.',
    action: 'Faites envoyer à l’autre serveur du gzip, du br, ou rien de tel.',
  },
  'fetch.bad-header': {
    message: 'Un en-tête contient des caractères impossibles.',
    action: 'Utilisez de l’ASCII visible.',
  },
  'fetch.unreachable': {
    message: 'L’autre serveur est injoignable ({reason}).',
    action: 'Vérifiez l’adresse, ou réessayez plus tard.',
  },
}
