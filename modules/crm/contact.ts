import {
  addressOfPerson,
  choice,
  code,
  date,
  email,
  file,
  flag,
  phone,
  ref,
  tags,
  text,
  url,
} from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

export const contact = defineObject('contact', {
  label: ['Contact', 'Contacts'],
  about: 'The people you deal with. Add one, or bring in all of them from a file.',
  plural: 'contacts',
  icon: 'user',
  face: 'round',
  area: 'sell',
  title: ['first_name', 'last_name'],
  fields: {
    first_name: text({ search: true, max: 120 }),
    last_name: text({ required: true, search: true, max: 120 }),
    position: text({ max: 160 }),
    company: ref('company', { onDelete: 'clear' }),
    joined_on: date({ label: 'There since' }),
    email: email({ unique: true, search: true, mask: 'personal', help: 'The main one; others are listed beside.' }),
    phone: phone({ mask: 'personal', help: 'The main one; others are listed beside.' }),
    status: choice(
      { lead: 'Lead', prospect: 'Prospect', customer: 'Customer', archived: 'Archived' },
      { required: true, default: 'lead', index: true, tones: { lead: 'violet', prospect: 'blue', customer: 'green' } },
    ),
    subscribed: flag({ label: 'Receives e-mail' }),
    picture: file({ accept: ['image/png', 'image/jpeg', 'image/webp'], maxBytes: 5 * 2 ** 20 }),
    tags: tags(),
    ...addressOfPerson,
    language: code('language', { index: true }),
    time_zone: code('time_zone'),
    birthday: date({ mask: 'personal' }),
    website: url(),
    linkedin: url({ label: 'LinkedIn' }),
    x: url({ label: 'X' }),
    facebook: url({ label: 'Facebook' }),
    instagram: url({ label: 'Instagram' }),
  },
  list: ['first_name', 'last_name', 'company', 'status', 'email'],
  form: {
    Person: ['first_name', 'last_name', 'email', 'phone', 'picture'],
    Work: ['company', 'position', 'joined_on', 'status', 'subscribed', 'tags'],
    Address: ['street', 'postal_code', 'city', 'region', 'country'],
    More: ['language', 'time_zone', 'birthday'],
    Elsewhere: ['website', 'linkedin', 'x', 'facebook', 'instagram'],
  },
  events: { changed_job: '{who} noted a new job of {it}' },
  actions: {
    change_job: {
      label: 'Changed jobs',
      needs: 'edit',
      input: {
        company: ref('company', { required: true }),
        position: text({ max: 160 }),
        joined_on: date({ label: 'There since', help: 'Today, where nothing is said.' }),
      },
    },
  },
  alike: {
    rules: {
      email: { like: { as: 'email', of: ['email', 'contact_email.address'] }, weight: 78, against: 2, from: 0.5 },
      phone: { like: { as: 'phone', of: ['phone', 'contact_phone.number'] }, weight: 40, against: 4, from: 0.6 },
      name: { like: { as: 'person', of: ['first_name', 'last_name'] }, weight: 58, against: 45, from: 0.75 },
      company: {
        like: {
          any: [
            { as: 'organisation', of: ['company.name'] },
            { as: 'domain', of: ['email', 'contact_email.address', 'company.domain'] },
          ],
        },
        weight: 22,
        against: 12,
      },
      position: { like: { as: 'text', of: ['position'] }, weight: 6 },
    },
    threshold: 72,
    sure: 95,
  },
})

/** Every e-mail address of a person; the main one stands on the contact too. */
export const contactEmail = defineObject('contact_email', {
  label: ['E-mail address', 'E-mail addresses'],
  about: 'Every address of a person. The main one stands on the contact.',
  plural: 'contact_emails',
  icon: 'mail',
  area: 'sell',
  title: 'address',
  owned: false,
  through: 'contact',
  part: true,
  fields: {
    contact: ref('contact', { required: true, onDelete: 'cascade' }),
    address: email({ required: true, unique: true, search: true, mask: 'personal' }),
    kind: choice({ work: 'Work', home: 'Home', other: 'Other' }, { required: true, default: 'work' }),
    main: flag({ label: 'Main address' }),
  },
  list: ['contact', 'address', 'kind', 'main'],
})

/** Every telephone of a person; the main one stands on the contact too. */
export const contactPhone = defineObject('contact_phone', {
  label: ['Telephone', 'Telephones'],
  about: 'Every number of a person. The main one stands on the contact.',
  plural: 'contact_phones',
  icon: 'phone',
  area: 'sell',
  title: 'number',
  owned: false,
  through: 'contact',
  part: true,
  fields: {
    contact: ref('contact', { required: true, onDelete: 'cascade' }),
    number: phone({ required: true, mask: 'personal' }),
    kind: choice({ work: 'Work', mobile: 'Mobile', home: 'Home', other: 'Other' }, { required: true, default: 'work' }),
    main: flag({ label: 'Main number' }),
  },
  list: ['contact', 'number', 'kind', 'main'],
})
