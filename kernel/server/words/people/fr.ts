import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  'user.self': {
    message: 'Vous ne pouvez pas vous désactiver vous-même.',
    action: 'Demandez à une autre personne qui le peut.',
  },
  'view.not-your-team': {
    message: 'Seuls les membres d’une équipe choisissent ce qu’elle trouve en premier.',
    action: 'Choisissez une de vos équipes, ou demandez à la personne qui administre Rapport.',
  },
  'role.not-yours': {
    message: 'Seule une personne qui peut tout faire distribue des droits.',
    action: 'Demandez à la personne qui administre Rapport.',
  },
  'token.invalid': { message: 'Ce lien n’est pas valable.', action: 'Demandez-en un nouveau.' },
  'token.expired': { message: 'Ce lien a expiré.', action: 'Demandez-en un nouveau.' },
  'sign-in.failed': {
    message: 'L’e-mail et le mot de passe ne correspondent pas.',
    action: 'Vérifiez-les, ou demandez un nouveau mot de passe.',
  },
  'too-many-tries': { message: 'Trop d’essais.', action: 'Attendez {seconds} secondes.' },
  'server.busy': {
    message: 'Trop de personnes se connectent en même temps.',
    action: 'Réessayez dans {seconds} secondes.',
  },
  'session-needed': {
    message: 'Une clé d’API ne peut pas faire cela.',
    action: 'Connectez-vous avec votre mot de passe.',
  },
  'sign-up-closed': {
    message: 'L’inscription se fait sur invitation seulement.',
    action: 'Demandez à quelqu’un d’ici de vous inviter.',
  },
  'setup.done': { message: 'Ce Rapport a déjà son propriétaire.', action: 'Connectez-vous.' },
  'link.invalid': { message: 'Ce lien a déjà servi, ou a expiré.', action: 'Demandez-en un nouveau.' },
  'password.too-short': { message: '{min} caractères au moins.' },
  'password.is-email': { message: 'Choisissez autre chose que votre adresse e-mail.' },
  'password.too-common': {
    message: 'Ce mot de passe est le premier que l’on essaie.',
    action: 'Choisissez-en un plus long, par exemple trois mots.',
  },
  'password.wrong': { message: 'Ce n’est pas votre mot de passe.' },
  'invitation.already-user': {
    message: 'Quelqu’un utilise déjà cette adresse ici.',
    action: 'Cherchez cette personne parmi les utilisateurs.',
  },
  'key.invalid': {
    message: 'Cette clé d’API n’est pas valable : inconnue, expirée ou révoquée.',
    action: 'Créez-en une nouvelle dans votre profil.',
  },
  'key.expires-in-past': { message: 'Choisissez un moment à venir.' },
  'key.too-many': { message: 'Vous avez déjà {max} clés.', action: 'Révoquez-en une qui ne sert plus.' },
  'key.unknown-scope': {
    message: 'La portée « {scope} » n’existe pas.',
    action: 'Écrivez un objet et un verbe, par exemple contact:read.',
  },
  'key.scope-beyond': { message: 'Vous n’avez pas vous-même le droit « {scope} ».', action: 'Retirez-le.' },
  'picture.unreadable': {
    message: 'Cette image ne peut pas être lue.',
    action: 'Enregistrez-la à nouveau en PNG, JPEG ou WebP.',
  },
  'picture.too-wide': {
    message: 'Une image a au plus {max} pixels de côté ; celle-ci en a {width} sur {height}.',
    action: 'Réduisez-la.',
  },
  'role.unknown': { message: 'Le rôle « {name} » n’existe pas.', action: 'Consultez la liste des rôles.' },
  'user.above-you': {
    message: 'Cette personne a plus de droits que vous.',
    action: 'Demandez à une personne qui peut tout faire.',
  },
  'user.email-not-yours': {
    message: 'Seule une personne qui peut tout faire change l’adresse e-mail d’autrui.',
    action: 'Demandez-le-lui.',
  },
  'user.last-administrator': {
    message: 'C’est la dernière personne qui peut tout faire.',
    action: 'Donnez d’abord ce rôle à quelqu’un d’autre.',
  },
  'user.unknown': { message: 'Personne ici n’a l’adresse {email}.', action: 'Vérifiez comment elle s’écrit.' },
}
