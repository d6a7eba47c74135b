import type { Catalogue } from '../words.ts'

/** People, their rights, and how they come in. */
export const en = {
  'user.self': { message: 'You cannot deactivate yourself.', action: 'Ask somebody else who may.' },
  'view.not-your-team': {
    message: 'Only who is in a team says what it finds first.',
    action: 'Choose a team that you are in, or ask whoever runs Rapport.',
  },
  'role.not-yours': { message: 'Only who may do everything hands out rights.', action: 'Ask whoever runs Rapport.' },
  'token.invalid': { message: 'This link is not valid.', action: 'Ask for a new one.' },
  'token.expired': { message: 'This link has expired.', action: 'Ask for a new one.' },
  'sign-in.failed': { message: 'E-mail and password do not fit.', action: 'Check both, or ask for a new password.' },
  'too-many-tries': { message: 'Too many tries.', action: 'Wait {seconds} seconds.' },
  'server.busy': { message: 'Too many people are signing in at once.', action: 'Try again in {seconds} seconds.' },
  'session-needed': { message: 'An API key cannot do this.', action: 'Sign in with your password.' },
  'sign-up-closed': { message: 'New people come by invitation only.', action: 'Ask somebody here to invite you.' },
  'setup.done': { message: 'This Rapport has its owner already.', action: 'Sign in.' },
  'link.invalid': { message: 'This link was used already, or has expired.', action: 'Ask for a new one.' },
  'password.too-short': { message: 'Use at least {min} characters.' },
  'password.is-email': { message: 'Choose something else than your e-mail address.' },
  'password.too-common': {
    message: 'This password is guessed first.',
    action: 'Choose a longer one, such as three words.',
  },
  'password.wrong': { message: 'This is not your password.' },
  'invitation.already-user': {
    message: 'Somebody with this address is here already.',
    action: 'Look for them among the users.',
  },
  'key.invalid': {
    message: 'This API key is not valid: unknown, expired or revoked.',
    action: 'Make a new one on your profile.',
  },
  'key.expires-in-past': { message: 'Choose a moment in the future.' },
  'key.too-many': { message: 'You have {max} keys already.', action: 'Revoke one that is not used.' },
  'key.unknown-scope': {
    message: 'There is no scope “{scope}”.',
    action: 'Write an object and a verb, such as contact:read.',
  },
  'key.scope-beyond': { message: 'You may not do “{scope}” yourself.', action: 'Leave it out.' },
  'picture.unreadable': {
    message: 'This is no picture that can be read.',
    action: 'Save it anew as PNG, JPEG or WebP.',
  },
  'picture.too-wide': {
    message: 'A picture has at most {max} pixels on each side; this one has {width} by {height}.',
    action: 'Make it smaller.',
  },
  'role.unknown': { message: 'There is no role “{name}”.', action: 'Look them up among the roles.' },
  'user.above-you': { message: 'This person may do more than you.', action: 'Ask somebody who may do everything.' },
  'user.email-not-yours': {
    message: 'Only somebody who may do everything changes another’s e-mail address.',
    action: 'Ask them.',
  },
  'user.last-administrator': {
    message: 'This is the last one who may do everything.',
    action: 'Give somebody else that role first.',
  },
  'user.unknown': { message: 'Nobody here has the address {email}.', action: 'Check how it is written.' },
} as const satisfies Catalogue
