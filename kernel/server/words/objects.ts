import type * as declared from '../../objects/index.ts'
import type { WordsOf } from './labels.ts'

/** The kernel's own objects in French. */
export const objects = {
  currency_rate: {
    label: ['Taux de change', 'Taux de change'],
    about: 'Ce que vaut une devise à partir d’un jour. Les totaux de plusieurs devises se lisent dans la vôtre.',
    fields: {
      currency: { label: 'Devise', help: 'Ses trois lettres, telles que EUR.' },
      day: 'À partir du',
      rate: { label: 'Cours', help: 'Ce que vaut une unité dans la devise de l’entreprise.' },
      against: 'Devise de l’entreprise',
      origin: { label: 'Origine', options: { manual: 'Saisi', feed: 'Flux quotidien' } },
      name: 'Taux',
    },
    form: { Rate: 'Taux' },
  },
  user: {
    label: ['Utilisateur', 'Utilisateurs'],
    about: 'Qui se connecte ici. Invitez quelqu’un et dites ce qu’il peut faire.',
    fields: {
      name: 'Nom',
      email: 'E-mail',
      picture: 'Photo',
      language: { label: 'Langue', options: { en: 'English', fr: 'Français' } },
      time_zone: {
        label: 'Fuseau horaire',
        help: 'Vide pour celui de l’entreprise.',
      },
      reminders: { label: 'Rappels', options: { app: 'Dans Rapport', mail: 'Dans Rapport et par courriel' } },
      roles: 'Rôles',
      teams: 'Équipes',
      active: 'Actif',
      last_sign_in_at: 'Dernière connexion',
      last_sign_out_at: 'Dernière déconnexion',
    },
    form: { Person: 'Personne', Access: 'Accès' },
    events: {
      deactivated: '{who} a désactivé {it}',
      reactivated: '{who} a réactivé {it}',
      signed_in: 'Connexion',
      signed_out: 'Déconnexion',
      sign_in_failed: 'Connexion refusée',
    },
    actions: { deactivate: 'Désactiver', reactivate: 'Réactiver' },
  },
  team: {
    label: ['Équipe', 'Équipes'],
    about: 'Qui travaille ensemble. Un rôle peut montrer à chaque équipe les siennes.',
    fields: { name: 'Nom', description: 'Description' },
  },
  role: {
    label: ['Rôle', 'Rôles'],
    about: 'Ce que quelqu’un peut voir et faire. Plusieurs rôles s’additionnent.',
    fields: {
      name: 'Nom',
      description: 'Description',
      everything: {
        label: 'Peut tout faire',
        help: 'Pour les personnes qui administrent Rapport : aucun droit ni masque ne le restreint.',
      },
    },
    actions: { copy: { label: 'Copier', input: { name: 'Nom' } } },
  },
  role_grant: {
    label: ['Droit', 'Droits'],
    about: 'Ce qu’un rôle peut faire des fiches d’un objet, et de celles de qui.',
    fields: {
      role: 'Rôle',
      object: 'Objet',
      verb: { label: 'Verbe', help: 'read, create, edit, delete, export, import, le nom d’une action, ou *.' },
      scope: {
        label: 'Étendue',
        options: {
          nobody: 'Personne',
          own: 'Les siens',
          team: 'Son équipe',
          everybody: 'Tout le monde',
          filter: 'Ce que le filtre trouve',
        },
      },
      filter: { label: 'Filtre', help: 'Le filtre en JSON, quand l’étendue est un filtre.' },
    },
  },
  role_mask: {
    label: ['Masque', 'Masques'],
    about: 'Un champ qu’un rôle ne voit pas, ou ne peut pas modifier.',
    fields: {
      role: 'Rôle',
      object: 'Objet',
      field: { label: 'Champ', help: 'Un champ, ou tous ceux d’une sorte : personal, financial.' },
      level: { label: 'Niveau', options: { hidden: 'Caché', readonly: 'Lecture seule' } },
    },
  },
  custom_field: {
    label: ['Champ personnalisé', 'Champs personnalisés'],
    about: 'Vos propres champs, comme ceux de Rapport : dans les listes, formulaires, filtres, imports et l’API.',
    fields: {
      object: { label: 'Objet', help: 'Le nom de l’objet, par exemple contact.' },
      name: {
        label: 'Nom',
        help: 'Commence par c_, puis minuscules, chiffres et _ : son nom dans l’API, définitivement.',
      },
      label: 'Libellé',
      type: {
        label: 'Type',
        options: {
          text: 'Texte',
          long_text: 'Texte long',
          email: 'E-mail',
          phone: 'Téléphone',
          url: 'Adresse web',
          number: 'Nombre',
          percent: 'Pourcentage',
          money: 'Montant',
          date: 'Date',
          moment: 'Date et heure',
          flag: 'Oui ou non',
          choice: 'Choix',
          choices: 'Choix multiples',
          ref: 'Lien vers une fiche',
        },
      },
      options: { label: 'Options', help: 'Pour un choix : une par ligne, sous la forme clé: libellé.' },
      target: { label: 'Cible', help: 'Pour un lien : l’objet auquel il mène.' },
      decimals: { label: 'Décimales', help: 'Pour un nombre.' },
      help: 'Aide',
      required: 'Obligatoire',
      mask: { label: 'Masque', options: { personal: 'Personnel', financial: 'Financier' } },
      place: 'Position',
      hidden: { label: 'Caché', help: 'Garde les valeurs, ne montre le champ à personne.' },
    },
  },
  view: {
    label: ['Vue', 'Vues'],
    about: 'Une liste telle que quelqu’un la garde : son filtre, son ordre et ses colonnes.',
    fields: {
      name: 'Nom',
      object: { label: 'Objet', help: 'Le nom de l’objet dont elle est une liste, par exemple contact.' },
      visibility: { label: 'Visible par', options: { mine: 'Moi', team: 'Mon équipe', all: 'Tout le monde' } },
      icon: 'Icône',
      state: { label: 'État', help: 'Filtre, recherche, tri et colonnes de la liste.' },
      place: 'Position',
      opens_first: { label: 'S’ouvre en premier', help: 'Pour son propriétaire.' },
      default_for: { label: 'Par défaut pour', help: 'Pour les personnes qui ont ces rôles et n’ont rien choisi.' },
      default_for_teams: {
        label: 'Par défaut pour les équipes',
        help: 'Pour les membres de ces équipes qui n’ont rien choisi.',
      },
    },
  },
  dashboard: {
    label: ['Tableau de bord', 'Tableaux de bord'],
    about: 'Des chiffres et des graphiques que l’on regarde ensemble, pour soi, une équipe ou tout le monde.',
    fields: {
      name: 'Nom',
      visibility: { label: 'Visible par', options: { mine: 'Moi', team: 'Mon équipe', all: 'Tout le monde' } },
      tiles: { label: 'Tuiles', help: '`{ "all": [tuile, …] }` : chacune avec son graphique, sa forme et sa taille.' },
      place: 'Position',
      opens_first: { label: 'S’ouvre en premier', help: 'Pour son propriétaire.' },
      default_for: { label: 'Par défaut pour', help: 'Pour les personnes qui ont ces rôles et n’ont rien choisi.' },
    },
  },
  tag: {
    label: ['Étiquette', 'Étiquettes'],
    about: 'Des mots qui réunissent des fiches de toute sorte.',
    fields: {
      name: 'Nom',
      color: {
        label: 'Couleur',
        options: { grey: 'Gris', blue: 'Bleu', green: 'Vert', amber: 'Ambre', red: 'Rouge', violet: 'Violet' },
      },
    },
  },
} satisfies WordsOf<(typeof declared)[keyof typeof declared]>
