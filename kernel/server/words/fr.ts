import type { en } from './en.ts'
import type { Sentence } from './words.ts'

export const fr: { readonly [code in keyof typeof en]: Sentence } = {
  // The answer as a whole
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
  // One field
  required: { message: 'Ce champ est obligatoire.' },
  readonly: { message: 'Ce champ ne peut pas être modifié ici.' },
  'unknown-field': { message: 'Ce champ n’existe pas.' },
  'not-an-object': { message: 'Envoyez un objet contenant des champs.' },
  'not-text': { message: 'Ce doit être du texte.' },
  'nul-character': { message: 'Retirez le caractère NUL.' },
  'broken-characters': { message: 'Certains caractères sont abîmés ; saisissez-les à nouveau.' },
  'too-long': { message: '{max} caractères au plus.' },
  'too-short': { message: '{min} caractères au moins.' },
  'not-an-email': { message: 'Saisissez une adresse telle que nom@example.com.' },
  'not-a-phone': { message: 'Ce n’est pas un numéro de téléphone ; écrivez-le avec + et l’indicatif du pays.' },
  'phone-extension': { message: 'Retirez le poste {extension} ; notez-le ailleurs.' },
  'not-a-url': { message: 'Saisissez une adresse telle que https://example.com.' },
  'not-http': { message: 'Seules les adresses http et https sont possibles.' },
  'url-with-password': { message: 'Retirez le nom d’utilisateur et le mot de passe de l’adresse.' },
  'not-a-number': { message: 'Saisissez un nombre.' },
  'too-many-decimals': { message: '{decimals} décimales au plus.' },
  'too-small': { message: 'Le minimum est {min}.' },
  'too-large': { message: 'Le maximum est {max}.' },
  'not-an-amount': { message: 'Saisissez un montant à quatre décimales au plus.' },
  'not-a-currency': { message: 'Utilisez un code de devise tel que EUR.' },
  'not-a-date': { message: 'Saisissez un jour réel sous la forme AAAA-MM-JJ.' },
  'not-a-moment': { message: 'Saisissez une date, une heure et un décalage, par exemple 2026-11-20T14:30:00+01:00.' },
  'not-a-period': { message: 'Choisissez une période telle que this_week, ou les 1 à 1000 derniers jours.' },
  'not-yes-or-no': { message: 'Répondez par oui ou non (true ou false).' },
  'not-a-choice': { message: 'Choisissez parmi : {allowed}.' },
  'not-a-list': { message: 'Envoyez une liste.' },
  'too-many': { message: '{max} au plus.' },
  'not-an-id': { message: 'Ce n’est pas l’identifiant d’une fiche.' },
  'not-a-link': { message: 'Chaque lien doit avoir un identifiant.' },
  'not-a-role': { message: 'Choisissez un rôle parmi : {allowed}.' },
  'not-about-that': { message: 'Cela peut concerner : {allowed}.' },
  'operator-not-possible': { message: 'Ce champ ne se compare pas avec « {operator} ».' },
  'not-unique': {
    message: 'Une autre fiche porte déjà cette valeur.',
    action: 'Ouvrez cette fiche, ou saisissez autre chose.',
  },
  'ref-missing': {
    message: 'Cette fiche n’existe pas, ou vous ne pouvez pas la voir.',
    action: 'Choisissez-en une autre.',
  },
  'changed-since': { message: 'Ceci a été modifié après votre lecture.' },
  // What a list or a filter asks for
  'unknown-parameter': { message: 'Ce paramètre n’existe pas.' },
  'unknown-column': { message: 'Aucun champ ne s’appelle « {name} ».' },
  'not-includable': { message: '« {name} » ne mène à aucune autre fiche.', action: 'Nommez un champ qui est un lien.' },
  'limit.out-of-range': {
    message: 'Demandez-en de {min} à {max} à la fois.',
    action: 'Suivez « next » pour la suite.',
  },
  'cursor.invalid': {
    message: 'Aucune page de cette liste ne s’est terminée là.',
    action: 'Prenez « next » de la page précédente, avec le même tri.',
  },
  'sort.too-many': { message: 'Triez selon {max} champs au plus.' },
  'sort.unknown-field': {
    message: 'Cette liste ne peut pas être triée ainsi.',
    action: 'Consultez les champs de sort dans /api/reference.',
  },
  'totals.unknown-field': {
    message: '« {name} » ne permet ni regroupement ni somme.',
    action: 'Regroupez par choix, lien, oui-ou-non ou date ; additionnez des nombres et des montants.',
  },
  'choose.nothing': { message: 'Dites quelles fiches : par ids, ou par un filtre dans where.' },
  'choose.too-many': { message: 'Cela désigne plus de {max} fiches.', action: 'Resserrez le filtre.' },
  'filter.not-an-object': { message: 'Un filtre est un objet, par exemple {"status": "open"}.' },
  'filter.group-not-a-list': { message: '« {group} » attend une liste de filtres.' },
  'filter.too-deep': { message: 'Le filtre a plus de {max} niveaux.', action: 'Aplatissez-le.' },
  'filter.too-long': {
    message: 'Le filtre a plus de {max} conditions.',
    action: 'Utilisez « in » pour plusieurs valeurs d’un champ.',
  },
  'filter.unknown-field': { message: 'Ce champ n’existe pas.', action: 'Consultez les champs dans /api/reference.' },
  'filter.unknown-operator': {
    message: 'Ce champ ne se compare pas avec « {operator} ».',
    action: 'Utilisez : {operators}.',
  },
  'filter.not-a-path': { message: 'Ceci ne mène à aucune fiche que vous pouvez voir.', action: 'Passez par un lien.' },
  'filter.path-too-long': { message: 'Un chemin passe par trois liens au plus.' },
  'filter.unknown-object': { message: 'Ces fiches n’existent pas, ou vous ne pouvez pas les voir.' },
  'filter.not-related': {
    message: 'Aucun champ de ce nom ne mène de {other} jusqu’ici.',
    action: 'Retirez « by », ou nommez le champ qui le fait.',
  },
  'filter.count-bounds': { message: 'Dites combien : is, gte ou lte, de 0 à 1 000 000.' },
  // People and roles
  'user.self': {
    message: 'Vous ne pouvez pas vous désactiver vous-même.',
    action: 'Demandez à une autre personne qui le peut.',
  },
  'role.not-yours': {
    message: 'Seule une personne qui peut tout faire distribue des droits.',
    action: 'Demandez à la personne qui administre Rapport.',
  },
  // Files
  'file.too-large': { message: 'Le fichier dépasse {max} octets.', action: 'Réduisez-le.' },
  'file.type-not-accepted': {
    message: 'Un fichier de type {type} n’est pas accepté ici.',
    action: 'Utilisez : {accept}.',
  },
  'file.lost': {
    message: 'Le contenu de ce fichier a disparu.',
    action: 'Prévenez votre administrateur : une sauvegarde l’a peut-être.',
  },
  'file.store-unknown': {
    message: 'Les fichiers ne peuvent pas être gardés sur {scheme}.',
    action: 'Utilisez un FILES_URL tel que file:///var/lib/rapport/files.',
  },
  'file.link-wrong': { message: 'Ce lien n’est pas l’un des nôtres.', action: 'Ouvrez le fichier depuis sa fiche.' },
  'file.link-expired': { message: 'Ce lien a expiré.', action: 'Ouvrez le fichier depuis sa fiche.' },
  'token.invalid': { message: 'Ce lien n’est pas valable.', action: 'Demandez-en un nouveau.' },
  'token.expired': { message: 'Ce lien a expiré.', action: 'Demandez-en un nouveau.' },
  // Mail
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
  // Requests to other servers
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
  // What an administrator meets
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
}
