// People as companies have them in their lists, some of them twice: written down by somebody else, at another time, with
// typos, swapped names and missing parts. Which of them are the same is known, and by nothing that stands in a record.

import type { Traits } from '#kernel/server/duplicates/rules.ts'
import { type Random, seeded } from './random.ts'

export interface Written {
  readonly person: number
  readonly first_name: string | null
  readonly last_name: string
  readonly email: string | null
  readonly phone: string | null
  readonly position: string | null
  readonly company: string | null
  readonly domain: string | null
}

/** So many people, every fourth of them written down twice or three times. */
export function labelled(people: number, seed: number): readonly Written[] {
  const random = seeded(seed)
  const companies = Array.from({ length: Math.ceil(people / 9) }, (_, at) => companyOf(random, at))
  const relatives: Written[] = []
  return Array.from({ length: people }, (_, person) => {
    const own = personOf(random, person, random.pick(companies), relatives)
    relatives.push(own)
    if (!chance(random, 0.25)) return [own]
    return [own, ...Array.from({ length: chance(random, 0.15) ? 2 : 1 }, () => spoiled(random, own))]
  }).flat()
}

/** As the rules for people take them. */
export const traitsOf = ({ first_name, last_name, email, phone, position, company, domain }: Written): Traits =>
  Object.fromEntries(
    Object.entries({
      first_name,
      last_name,
      email,
      phone,
      position,
      'company.name': company,
      'company.domain': domain,
    }).map(([path, value]) => [path, value ? [value] : []]),
  )

const chance = (random: Random, share: number) => random.next() < share

// biome-ignore format: lists of words
const first = ['Amélie', 'Tomasz', 'Priya', 'Jonas', 'Marta', 'Daniel', 'Sophie', 'Kenji', 'Elena', 'Lucas', 'Hannah', 'Nadia', 'Oliver', 'Inês', 'Wei', 'Fatima', 'Anna', 'Marco', 'Liam', 'Olga', 'Robert', 'William', 'Elizabeth', 'Katherine', 'Michael', 'Thomas', 'Alexander', 'Margaret', 'Richard', 'Patricia', 'Joseph', 'Susan', 'Anthony', 'Benjamin', 'Christine', 'Gregory', 'Jennifer', 'Matthew', 'Nicholas', 'Samuel', 'Victoria', 'Zoë', 'Jürgen', 'François', 'Siobhán', 'Mateo', 'Ingrid', 'Dmitri', 'Yuki', 'Aisha', 'Omar', 'Carmen', 'Hugo', 'Clara', 'Emil', 'Greta', 'Paul', 'Laura', 'Simon', 'Julia']
const nick: Readonly<Record<string, string>> = {
  Robert: 'Bob',
  William: 'Bill',
  Elizabeth: 'Liz',
  Katherine: 'Kate',
  Michael: 'Mike',
  Thomas: 'Tom',
  Alexander: 'Alex',
  Margaret: 'Maggie',
  Richard: 'Rick',
  Patricia: 'Pat',
  Joseph: 'Joe',
  Susan: 'Sue',
  Anthony: 'Tony',
  Benjamin: 'Ben',
  Christine: 'Tina',
  Gregory: 'Greg',
  Jennifer: 'Jenny',
  Matthew: 'Matt',
  Nicholas: 'Nick',
  Samuel: 'Sam',
  Victoria: 'Vicky',
  Daniel: 'Dan',
}
// biome-ignore format: lists of words
const last = ['Laurent', 'Zieliński', 'Raghavan', 'Eklund', 'Rossi', 'Okafor', 'Martin', 'Watanabe', 'Petrova', 'Moreau', 'Schmidt', 'Benali', 'Grant', 'Carvalho', 'Chen', 'Haddad', 'Nowak', 'Bianchi', 'Murphy', 'Ivanova', 'García', 'Silva', 'Kowalski', 'Lindqvist', 'Dubois', 'Smith', 'Müller', 'Johnson', 'Weber', 'Fischer', 'Larsen', 'Van Dijk', 'De Vries', "O'Brien", 'Kaya', 'Novák', 'Horváth', 'Popescu', 'Jensen', 'Virtanen']
// biome-ignore format: lists of words
const syllables = ['ba', 'ken', 'dor', 'mi', 'lu', 'sha', 'ter', 'vo', 'ran', 'gil', 'pe', 'zu', 'har', 'no', 'fes', 'qui', 'sto', 'wen', 'kri', 'bel']
// biome-ignore format: lists of words
const trades = ['Logistics', 'Software', 'Steel', 'Foods', 'Partners', 'Consulting', 'Textiles', 'Energy']
const legal = ['GmbH', 'Ltd', 'Inc.', 'SA', 'AB', 'S.r.l.', 'LLC', '']
const positions = ['CEO', 'CTO', 'Buyer', 'Head of sales', 'Engineer', 'Accountant', 'Office manager']
const free = ['gmail.com', 'gmx.de', 'outlook.com', 'orange.fr']

const word = (random: Random) => Array.from({ length: random.whole(2, 3) }, () => random.pick(syllables)).join('')
const capital = (text: string) => `${text[0]?.toUpperCase()}${text.slice(1)}`
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ł/g, 'l')
    .toLowerCase()

interface Firm {
  readonly core: string
  readonly name: string
  readonly domain: string
  readonly phone: string
}

function companyOf(random: Random, at: number): Firm {
  const core = `${capital(word(random))}${chance(random, 0.6) ? ` ${random.pick(trades)}` : ''}`
  return {
    core,
    name: `${core} ${random.pick(legal)}`.trim(),
    domain: `${plain(core)}${at % 7 === 0 ? at : ''}.example`,
    phone: phoneOf(random),
  }
}

const phoneOf = (random: Random) => `+49${random.whole(100, 999)}${random.whole(1_000_000, 9_999_999)}`

function personOf(random: Random, person: number, firm: Firm, others: readonly Written[]): Written {
  // Two of a family work at the same place; and some names everybody has.
  const relative = others.length && chance(random, 0.04) ? random.pick(others) : undefined
  const given = random.pick(first)
  const family = relative?.last_name ?? (chance(random, 0.5) ? random.pick(last) : capital(word(random)))
  const company = relative ? relative.company : firm.name
  const domain = relative ? relative.domain : firm.domain
  const isPrivate = chance(random, 0.25)
  const address = isPrivate
    ? `${plain(given)}${plain(family)}${random.whole(1, 99)}@${random.pick(free)}`
    : `${addressOf(random, given, family)}${person % 50 === 0 ? person : ''}@${domain}`
  return {
    person,
    first_name: given,
    last_name: family,
    email: chance(random, 0.9) ? address : null,
    phone: chance(random, 0.8) ? (chance(random, 0.12) ? firm.phone : phoneOf(random)) : null,
    position: chance(random, 0.7) ? random.pick(positions) : null,
    ...(chance(random, 0.92) ? { company, domain } : { company: null, domain: null }),
  }
}

const addressOf = (random: Random, given: string, family: string) =>
  random.pick([
    `${plain(given)}.${plain(family)}`,
    `${plain(given)[0]}.${plain(family)}`,
    `${plain(given)}${plain(family)[0]}`,
  ])

/** The same person, as somebody else wrote them down. */
function spoiled(random: Random, own: Written): Written {
  const written = { ...own }
  const times = random.whole(1, 4)
  for (let time = 0; time < times; time++) Object.assign(written, random.pick(faults)(random, written))
  return { ...written, domain: written.company ? written.domain : null }
}

type Fault = (random: Random, own: Written) => Partial<Written>
const faults: readonly Fault[] = [
  (random, { last_name }) => ({ last_name: typo(random, last_name) }),
  (random, { first_name }) => ({ first_name: first_name && typo(random, first_name) }),
  (_, { first_name, last_name }) => (first_name ? { first_name: last_name, last_name: first_name } : {}),
  (_, { first_name }) => ({ first_name: nick[first_name ?? ''] ?? first_name }),
  (_, { first_name }) => ({ first_name: first_name && `${first_name[0]}.` }),
  () => ({ first_name: null }),
  (_, { first_name, last_name }) => ({
    first_name: first_name?.normalize('NFKD').replace(/\p{M}/gu, ''),
    last_name: last_name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase(),
  }),
  () => ({ email: null }),
  (random, { email }) => ({ email: email?.replace('@', `+${word(random)}@`).toUpperCase() }),
  (random, { first_name, last_name }) => ({
    email: `${plain(first_name ?? '')}${plain(last_name)}@${random.pick(free)}`,
  }),
  () => ({ phone: null }),
  random => ({ phone: phoneOf(random) }),
  (_, { phone }) => ({ phone: phone && `0${phone.slice(3)}` }),
  () => ({ position: null }),
  random => ({ position: random.pick(positions) }),
  () => ({ company: null }),
  (random, { company }) => ({
    company: company && `${company.replace(/ (GmbH|Ltd|Inc\.|SA|AB|S\.r\.l\.|LLC)$/, '')} ${random.pick(legal)}`.trim(),
    domain: null,
  }),
  (random, { company }) => ({ company: company && typo(random, company), domain: null }),
]

/** A letter too few, too many, another one, or two that changed places. */
function typo(random: Random, text: string): string {
  const at = random.whole(1, Math.max(1, text.length - 2))
  const letter = random.pick([...'abcdefghijklmnopqrstuvwxyz'])
  const [before, here, next, after] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '', text.slice(at + 2)]
  return random.pick([
    `${before}${next}${after}`,
    `${before}${here}${letter}${next}${after}`,
    `${before}${letter}${next}${after}`,
    `${before}${next}${here}${after}`,
  ])
}

export interface Quality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How right the found pairs are, of records by their place in the list. */
export function qualityOf(records: readonly Written[], found: readonly (readonly [number, number])[]): Quality {
  const right = found.filter(([a, b]) => records[a]?.person === records[b]?.person).length
  const there = [...Map.groupBy(records, ({ person }) => person).values()].reduce(
    (sum, { length }) => sum + (length * (length - 1)) / 2,
    0,
  )
  const [precision, recall] = [found.length ? right / found.length : 1, there ? right / there : 1]
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 }
}
