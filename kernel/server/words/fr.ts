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
  'too-deep': { message: 'Ceci a plus de {max} niveaux.' },
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
  'not-a-foreign-currency': {
    message: 'Ce n’est pas une devise autre que celle de l’entreprise.',
    action: 'Écrivez ses trois lettres, telles que EUR.',
  },
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
  'view.not-your-team': {
    message: 'Seuls les membres d’une équipe choisissent ce qu’elle trouve en premier.',
    action: 'Choisissez une de vos équipes, ou demandez à la personne qui administre Rapport.',
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

  // Undo, restore and files
  'restore.parent-in-trash': { message: 'Ce dont ceci dépend est à la corbeille.', action: 'Rétablissez-le d’abord.' },
  twice: { message: 'La même fiche est nommée deux fois.', action: 'Nommez-la une seule fois.' },
  'filter.which-link': {
    message: 'Deux champs mènent ici : {one} et {other}.',
    action: 'Indiquez lequel dans « by ».',
  },
  'undo.not-yours': {
    message: 'Une autre personne a fait cela.',
    action: 'Demandez-lui de l’annuler, ou à la personne qui administre Rapport.',
  },
  'undo.unknown-object': { message: 'Ces fiches ne sont plus connues.' },
  'undo.purged': { message: 'La fiche a été supprimée définitivement.' },
  'undo.gone': { message: 'La fiche n’est plus là.' },
  'undo.changed-since': { message: 'La fiche a été modifiée depuis ; elle reste telle quelle.' },
  'file.not-multipart': { message: 'Envoyez le fichier en multipart/form-data.' },
  'file.range': {
    message: 'Cette partie du fichier n’existe pas.',
    action: 'Demandez-en une comprise dans sa taille.',
  },

  // Signing in, and who may
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
  'unknown-zone': { message: 'Ce fuseau horaire est inconnu.', action: 'Écrivez un nom tel que Europe/Paris.' },
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

  // Fields added at run time
  'custom.name': {
    message: 'Un nom se compose de c_, puis de minuscules, chiffres et _.',
    action: 'Écrivez-en un tel que c_region.',
  },
  'custom.taken': { message: 'Cet objet a, ou a eu, un champ de ce nom.', action: 'Choisissez-en un autre.' },
  'custom.fixed': {
    message: 'Ceci ne peut plus changer une fois le champ créé.',
    action: 'Ajoutez plutôt un autre champ.',
  },
  'custom.unknown-object': { message: 'Cet objet n’existe pas.', action: 'Écrivez son nom, par exemple contact.' },
  'custom.too-many': {
    message: 'Cet objet a {max} champs personnalisés, le maximum.',
    action: 'Retirez-en un qui ne sert plus.',
  },
  'custom.options-missing': {
    message: 'Un choix a besoin d’options.',
    action: 'Écrivez-en une par ligne, sous la forme clé: libellé.',
  },
  'custom.option-key': { message: 'La clé d’une option compte 1 à 64 lettres, chiffres, - et _.' },

  // Imports and exports
  'transfer.nobody': {
    message: 'La personne qui a lancé ceci n’en a plus le droit.',
    action: 'Faites-le relancer par quelqu’un qui l’a.',
  },
  'import.done': {
    message: 'L’import est terminé : {created} créées, {updated} modifiées, {failed} avec des problèmes.',
  },
  'import.empty': { message: 'Le fichier est vide.', action: 'Choisissez-en un autre.' },
  'import.no-rows': { message: 'Le fichier a des en-têtes, mais aucune ligne.', action: 'Choisissez-en un autre.' },
  'import.not-text': { message: 'Ce n’est pas un tableau en texte, mais {type}.', action: 'Enregistrez-le en CSV.' },
  'import.spreadsheet': { message: 'C’est un classeur.', action: 'Enregistrez la feuille en CSV.' },
  'import.quote-open': {
    message: 'Un guillemet de la ligne {row} n’est jamais fermé.',
    action: 'Fermez-le et renvoyez le fichier.',
  },
  'import.too-many-columns': { message: 'Le fichier a plus de {max} colonnes.', action: 'Retirez-en.' },
  'import.too-many-cells': {
    message: 'Cette ligne a {count} cellules, les en-têtes {columns}.',
    action: 'Vérifiez séparateurs et guillemets.',
  },
  'import.no-columns': { message: 'Aucune colonne n’est affectée.', action: 'Affectez-en au moins une à un champ.' },
  'import.no-such-column': { message: 'Le fichier n’a pas cette colonne.' },
  'import.column-twice': { message: 'La colonne « {column} » est affectée deux fois.' },
  'import.field-twice': { message: 'Le champ « {field} » reçoit deux colonnes.', action: 'Gardez-en une.' },
  'import.not-writable': {
    message: 'Ce n’est pas un champ de {object} que vous pouvez écrire.',
    action: 'Choisissez-en un autre.',
  },
  'import.not-a-match': { message: 'Les liens se trouvent par : {allowed}.' },
  'import.cannot-create': {
    message: 'Les fiches manquantes ne peuvent pas être créées ici.',
    action: 'Ignorez-les, ou refusez la ligne.',
  },
  'import.not-a-key': { message: 'Les fiches se reconnaissent par : {allowed}.' },
  'import.key-without-column': {
    message: 'Les fiches se reconnaissent par « {field} », mais aucune colonne ne le remplit.',
    action: 'Affectez-en une.',
  },
  'import.required-without-column': {
    message: '« {field} » est obligatoire, mais aucune colonne ne le remplit.',
    action: 'Affectez-en une.',
  },
  'import.no-key': {
    message: 'Cette ligne ne dit pas quelle fiche elle désigne.',
    action: 'Remplissez ce qui permet de la reconnaître.',
  },
  'import.no-match': {
    message: 'Aucune fiche ne correspond à cette ligne.',
    action: 'Corrigez-la, ou laissez l’import créer des fiches.',
  },
  'import.not-yours': { message: 'Vous ne pouvez pas modifier la fiche que cette ligne désigne.' },
  'import.twin': { message: 'La ligne {row} désigne la même fiche.', action: 'Gardez l’une des deux.' },
  'import.ambiguous': {
    message: '« {text} » correspond à {count} fiches.',
    action: 'Écrivez ce qu’une seule possède.',
  },
  'import.not-found': {
    message: '« {text} » ne correspond à aucune fiche.',
    action: 'Corrigez, ou laissez l’import la créer.',
  },
  'import.not-created': {
    message: '« {text} » n’a pas pu être créé comme {object} ({reason}).',
    action: 'Créez-le d’abord à la main.',
  },
  'import.database-refused': {
    message: 'La base de données a refusé cette ligne.',
    action: 'Vérifiez-la et renvoyez-la.',
  },
  'import.gave-up': {
    message: 'L’import s’est arrêté plusieurs fois à la ligne {row}.',
    action: 'Examinez cette ligne, puis reprenez.',
  },
  'import.nothing-to-mend': { message: 'Aucune ligne de cet import n’a été refusée.' },
  'import.not-now': { message: 'Ceci est impossible quand l’import est « {status} ».' },

  // Many at once
  'duplicates.not-declared': { message: 'Les fiches de ce type ne sont pas comparées.' },
  'duplicates.running': { message: 'C’est déjà en cours.', action: 'Attendez la fin, ou arrêtez-le.' },
  'duplicates.itself': {
    message: 'Une fiche ne peut pas être fusionnée avec elle-même.',
    action: 'Nommez les autres.',
  },
  'duplicates.not-among': {
    message: 'Cette fiche ne fait pas partie de celles à fusionner.',
    action: 'Choisissez l’une d’elles.',
  },
  'duplicates.at-least-two': { message: 'Il en faut au moins deux.', action: 'Nommez chaque fiche.' },
  'duplicates.sure-below': {
    message: 'Fusionner sans regarder demande au moins {min}.',
    action: 'Augmentez cette valeur.',
  },
  'duplicates.never-reached': {
    message: 'Tous les poids réunis restent sous le seuil.',
    action: 'Abaissez le seuil, ou augmentez un poids.',
  },
  'bulk.done': { message: 'C’est fait : {changed} modifiées, {refused} refusées.' },
  'bulk.gave-up': {
    message: 'Cela s’est arrêté plusieurs fois à la même fiche.',
    action: 'Essayez avec moins de fiches.',
  },
  'bulk.not-now': { message: 'C’est déjà terminé.' },

  // Notifications
  // The first hour
  'first-step.invite': {
    message: 'Invitez un collègue',
    action: 'Un e-mail le fait entrer ; vous dites ce qu’il peut voir.',
  },
  'first-step.mail': {
    message: 'Réglez l’envoi des e-mails',
    action: 'Tant que MAIL_URL n’est pas défini sur le serveur, les e-mails attendent dans la boîte d’envoi.',
  },

  'notice.assigned': { message: '{who} vous a confié cette fiche.' },
  'notice.assigned-many': { message: '{who} vous a confié {count} fiches.' },
  'notice.changed': { message: '{who} a modifié cette fiche.' },
  'notice.deleted': { message: '{who} a supprimé cette fiche.' },
  'notice.restored': { message: '{who} a restauré cette fiche.' },
  'notice.it': { message: 'cette fiche' },
  'notice.event': { message: '{told}.' },
  'notice.written': { message: '{who} a écrit à propos de cette fiche : {what}.' },
  'notice.followed-many': { message: '{who} a fait quelque chose avec {count} fiches que vous suivez.' },

  // Backups
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
