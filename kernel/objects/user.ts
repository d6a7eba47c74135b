import { choice, code, email, file, flag, moment, refs, text } from '../fields/index.ts'
import { defineObject } from '../schema/object.ts'

/** Somebody who signs in. Passwords, sessions and keys are not here but with identity. */
export const user = defineObject('user', {
  label: ['User', 'Users'],
  about: 'Who signs in here. Invite somebody, and say what they may do.',
  plural: 'users',
  icon: 'user-circle',
  face: 'round',
  area: 'administration',
  title: 'name',
  owned: false,
  fields: {
    name: text({ required: true, search: true, max: 120 }),
    email: email({ required: true, unique: true, search: true }),
    picture: file({ accept: ['image/png', 'image/jpeg', 'image/webp'], maxBytes: 5 * 2 ** 20 }),
    language: choice({ en: 'English', fr: 'Français' }, { required: true, default: 'en' }),
    time_zone: code('time_zone', { help: 'Empty for the company’s own.' }),
    reminders: choice({ app: 'In Rapport', mail: 'In Rapport and by mail' }, { required: true, default: 'app' }),
    roles: refs('role'),
    teams: refs('team'),
    active: flag({ default: true, readonly: true }),
    last_sign_in_at: moment({ label: 'Last sign-in', readonly: true }),
    last_sign_out_at: moment({ label: 'Last sign-out', readonly: true }),
  },
  list: ['name', 'email', 'active', 'last_sign_in_at'],
  form: { Person: ['name', 'email', 'picture', 'language', 'time_zone', 'reminders'], Access: ['roles', 'teams'] },
  events: {
    deactivated: '{who} deactivated {it}',
    reactivated: '{who} reactivated {it}',
    signed_in: 'Signed in',
    signed_out: 'Signed out',
    sign_in_failed: 'A sign-in failed',
  },
  actions: {
    deactivate: { label: 'Deactivate', needs: 'delete', confirm: true },
    reactivate: { label: 'Reactivate', needs: 'delete' },
  },
})
