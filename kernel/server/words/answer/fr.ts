import type { SaysAsMuch } from '../words.ts'
import type { en } from './en.ts'

export const fr: SaysAsMuch<typeof en> = {
  broken: {
    message: 'Un problème est survenu de notre côté.',
    action: 'Réessayez ; si cela persiste, donnez à votre administrateur le numéro de la requête.',
  },
  invalid: {
    message: 'Quelque chose ne va pas dans ce que vous avez envoyé.',
    action: 'Corrigez ce qui est nommé sous « fields » et renvoyez.',
  },
  missing: {
    message: 'Cette fiche n’existe pas, ou vous ne pouvez pas la voir.',
    action: 'Cherchez-la dans la liste.',
  },
  conflict: {
    message: 'Quelqu’un a modifié ceci après votre lecture.',
    action: 'Relisez-le, regardez ce qui a changé ({fields}) et refaites votre modification.',
  },
  forbidden: {
    message: 'Vous n’avez pas le droit de faire cela.',
    action: 'Demandez-le à la personne qui administre Rapport.',
  },
  'outside-scope': {
    message: 'Vous ne pouvez créer que ce qui sera à vous ou à votre équipe.',
    action: 'Choisissez un responsable à votre portée.',
  },
  'sign-in-needed': { message: 'Personne n’est connecté.', action: 'Connectez-vous, ou envoyez une clé d’API.' },
  'origin-refused': {
    message: 'Cette requête vient d’un autre site.',
    action: 'Envoyez-la depuis la page de Rapport, ou avec une clé d’API.',
  },
  'no-such-address': { message: 'Il n’y a rien à cette adresse.', action: 'Consultez /api/reference.' },
  'unknown-object': {
    message: 'Il n’y a pas de fiches appelées « {plural} ».',
    action: 'Consultez les noms dans /api/reference.',
  },
  'missing-action': {
    message: 'Il n’y a pas d’action appelée « {action} ».',
    action: 'Consultez les actions possibles dans /api/reference.',
  },
  'in-use': {
    message: 'Ceci est encore utilisé ailleurs ({by}).',
    action: 'Modifiez ou supprimez d’abord ce qui l’utilise.',
  },
  'number-too-large': { message: 'Un nombre est trop grand pour être conservé.', action: 'Écrivez-en un plus petit.' },
  'bad-request': { message: 'La requête est illisible.', action: 'Comparez-la à /api/reference.' },
  'broken-json': { message: 'Ce n’est pas du JSON valide.', action: 'Vérifiez guillemets, virgules et accolades.' },
  'empty-body': { message: 'Le corps est vide.', action: 'Envoyez du JSON, ou retirez l’en-tête content-type.' },
  'body-too-large': { message: 'Le corps est trop volumineux.', action: 'Envoyez-le en plusieurs parties.' },
  'unknown-content-type': { message: 'Ce type de contenu n’est pas compris ici.', action: 'Envoyez application/json.' },
  'idempotency.in-progress': {
    message: 'Une requête avec cette Idempotency-Key est en cours.',
    action: 'Attendez un instant, puis répétez-la.',
  },
  'idempotency.other-body': {
    message: 'Cette Idempotency-Key a déjà servi pour un autre corps.',
    action: 'Utilisez une clé nouvelle pour chaque requête nouvelle.',
  },
  'idempotency.invalid': { message: 'Une Idempotency-Key compte 1 à 255 caractères ASCII visibles.' },
  'if-match.invalid': { message: 'If-Match attend l’ETag de la fiche, par exemple "7".' },
}
