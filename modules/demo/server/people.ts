// Made-up people and firms. Addresses end in .example, which belongs to nobody, so that no mail ever reaches anyone.

import { fold } from '#kernel/schema/fold.ts'
import type { Chance } from './chance.ts'

const places = [
  {
    country: 'FR',
    dial: '+331',
    first: ['Amélie', 'Lucas', 'Chloé', 'Hugo', 'Inès', 'Théo', 'Camille', 'Louis'],
    last: ['Laurent', 'Moreau', 'Girard', 'Fontaine', 'Lefèvre', 'Roussel'],
    firms: ['Atelier', 'Maison', 'Cabinet'],
    forms: ['SARL', 'SAS'],
  },
  {
    country: 'PL',
    dial: '+4822',
    first: ['Tomasz', 'Anna', 'Piotr', 'Zofia', 'Jakub', 'Maja'],
    last: ['Zieliński', 'Nowak', 'Król', 'Wójcik', 'Lewandowska'],
    firms: ['Wisła', 'Odra', 'Tatra'],
    forms: ['sp. z o.o.', 'SA'],
  },
  {
    country: 'DE',
    dial: '+4930',
    first: ['Hannah', 'Jonas', 'Greta', 'Felix', 'Lena', 'Moritz'],
    last: ['Schmidt', 'Bergmann', 'Krüger', 'Vogel', 'Hartwig'],
    firms: ['Rhein', 'Alpen', 'Hansa'],
    forms: ['GmbH', 'AG'],
  },
  {
    country: 'IT',
    dial: '+3906',
    first: ['Marta', 'Marco', 'Giulia', 'Paolo', 'Elisa'],
    last: ['Rossi', 'Bianchi', 'Ferrari', 'Conti', 'Greco'],
    firms: ['Officina', 'Bottega', 'Nuova'],
    forms: ['Srl', 'SpA'],
  },
  {
    country: 'GB',
    dial: '+4420',
    first: ['Oliver', 'Grace', 'Daniel', 'Amara', 'Priya', 'Harry'],
    last: ['Grant', 'Okafor', 'Whitfield', 'Patel', 'Hughes', 'Ashworth'],
    firms: ['Harbour', 'Oakfield', 'North'],
    forms: ['Ltd', 'plc'],
  },
  {
    country: 'PT',
    dial: '+35121',
    first: ['Inês', 'João', 'Beatriz', 'Tiago'],
    last: ['Carvalho', 'Sousa', 'Almeida', 'Pereira'],
    firms: ['Porto', 'Atlântico', 'Tejo'],
    forms: ['Lda'],
  },
  {
    country: 'SE',
    dial: '+468',
    first: ['Jonas', 'Elsa', 'Nils', 'Saga'],
    last: ['Eklund', 'Lindqvist', 'Åkesson', 'Norberg'],
    firms: ['Fjäll', 'Skärgård', 'Norr'],
    forms: ['AB'],
  },
  {
    country: 'JP',
    dial: '+813',
    first: ['Kenji', 'Yuki', 'Haruka', 'Daichi'],
    last: ['Watanabe', 'Tanaka', 'Mori', 'Hayashi'],
    firms: ['Hoshi', 'Sakura', 'Kita'],
    forms: ['KK'],
  },
] as const

const trades = [
  { industry: 'Print', words: ['Print', 'Press', 'Paper'] },
  { industry: 'Robotics', words: ['Robotics', 'Automation', 'Motion'] },
  { industry: 'Software', words: ['Software', 'Systems', 'Cloud'] },
  { industry: 'Logistics', words: ['Logistics', 'Freight', 'Cargo'] },
  { industry: 'Food', words: ['Foods', 'Bakery', 'Coffee'] },
  { industry: 'Textiles', words: ['Textiles', 'Wool', 'Linen'] },
  { industry: 'Energy', words: ['Energy', 'Solar', 'Wind'] },
  { industry: 'Health', words: ['Health', 'Clinics', 'Pharma'] },
] as const

const positions = [
  'Managing director',
  'Head of sales',
  'Purchasing manager',
  'CTO',
  'Finance director',
  'Operations manager',
  'Marketing lead',
  'Engineer',
  'Office manager',
]
const sizes = ['1-10', '11-50', '51-200', '201-1000', '1001+'] as const

export function makeFirm(chance: Chance, number: number) {
  const place = chance.oneOf(places)
  const { industry, words } = chance.oneOf(trades)
  const name = `${chance.oneOf(place.firms)} ${chance.oneOf(words)} ${chance.oneOf(place.forms)}`
  const domain = `${fold(name)
    .replace(/[^a-z]+/g, '-')
    .replace(/-+$/, '')}-${number}.example`
  return {
    place,
    values: {
      name,
      industry,
      domain,
      website: `https://www.${domain}/`,
      size: chance.oneOf(sizes),
      employees: chance.whole(3, 900),
    },
  }
}

export type Firm = ReturnType<typeof makeFirm>

export function makePerson(chance: Chance, { place, values: { domain } }: Firm, number: number) {
  const first_name = chance.oneOf(place.first)
  const last_name = chance.oneOf(place.last)
  const address = `${fold(first_name)}.${fold(last_name)}.${number}@${domain}`.replace(/[^a-z0-9.@-]/g, '')
  return {
    first_name,
    last_name,
    position: chance.oneOf(positions),
    email: chance.happens(0.93) ? address : null,
    phone: chance.happens(0.7) ? `${place.dial}${chance.whole(20_000_000, 79_999_999)}`.slice(0, 12) : null,
    subscribed: chance.happens(0.6),
  }
}
