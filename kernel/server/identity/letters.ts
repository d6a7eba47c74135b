// The mails of identity, in the words of each language. Links carry their secret behind the #, which no server sees.

export type Language = 'en' | 'fr'

interface Letter {
  readonly subject: string
  readonly text: string
}

interface Letters {
  readonly invitation: (company: string, link: string, days: number) => Letter
  readonly signUp: (company: string, link: string, days: number) => Letter
  readonly alreadyUser: (company: string, link: string) => Letter
  readonly reset: (name: string, link: string, hours: number) => Letter
}

const en: Letters = {
  invitation: (company, link, days) => ({
    subject: `Your invitation to ${company}`,
    text: `${company} invites you to Rapport. Choose your password here:\n\n${link}\n\nThe link works once, for ${days} days.`,
  }),
  signUp: (company, link, days) => ({
    subject: `Your account at ${company}`,
    text: `Finish your account here:\n\n${link}\n\nThe link works once, for ${days} days. If you did not ask for it, do nothing.`,
  }),
  alreadyUser: (company, link) => ({
    subject: `Your account at ${company}`,
    text: `Somebody, perhaps you, asked for an account with this address. You have one already; sign in or ask for a new password here:\n\n${link}\n\nIf it was not you, do nothing.`,
  }),
  reset: (name, link, hours) => ({
    subject: 'A new password',
    text: `Hello ${name},\n\nchoose a new password here:\n\n${link}\n\nThe link works once, for ${hours} hour. If you did not ask for it, do nothing: your password stays as it is.`,
  }),
}

const fr: Letters = {
  invitation: (company, link, days) => ({
    subject: `Votre invitation chez ${company}`,
    text: `${company} vous invite dans Rapport. Choisissez votre mot de passe ici :\n\n${link}\n\nLe lien sert une fois, pendant ${days} jours.`,
  }),
  signUp: (company, link, days) => ({
    subject: `Votre compte chez ${company}`,
    text: `Terminez votre inscription ici :\n\n${link}\n\nLe lien sert une fois, pendant ${days} jours. Si vous n’avez rien demandé, ne faites rien.`,
  }),
  alreadyUser: (company, link) => ({
    subject: `Votre compte chez ${company}`,
    text: `Quelqu’un, peut-être vous, a demandé un compte avec cette adresse. Vous en avez déjà un ; connectez-vous ou demandez un nouveau mot de passe ici :\n\n${link}\n\nSi ce n’était pas vous, ne faites rien.`,
  }),
  reset: (name, link, hours) => ({
    subject: 'Un nouveau mot de passe',
    text: `Bonjour ${name},\n\nchoisissez un nouveau mot de passe ici :\n\n${link}\n\nLe lien sert une fois, pendant ${hours} heure. Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.`,
  }),
}

const letters: Readonly<Record<Language, Letters>> = { en, fr }

export const lettersIn = (language: string): Letters => letters[language === 'fr' ? 'fr' : 'en']
