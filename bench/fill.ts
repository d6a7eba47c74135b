// A company of a size: filled by SQL, because what is measured comes after.

import { sql } from 'kysely'
import type { Database, Db } from '#kernel/server/database/database.ts'
import { addPeople } from './people.ts'

export interface Size {
  readonly contacts: number
  readonly companies: number
}

/** An id that says what it is of: easy to find again, and in order like those that are made in code. */
export function id(number: number, kind = '0') {
  return `01900000-0000-7${kind.padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`
}

const idSql = (number: string, kind: string) =>
  `('01900000-0000-7${kind.padStart(3, '0')}-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/** A number under `below` that looks like chance and is the same each time; another `salt` has nothing to do with it. */
const chance = (n: string, salt: number, below: number) =>
  `((hashint4extended((${n})::int, ${salt}) & 2147483647) % ${below})::int`
const oneOf = (words: readonly string[], n: string, salt: number) =>
  `(array[${words.map(word => `'${word}'`).join(',')}])[1 + ${chance(n, salt, words.length)}]`

// biome-ignore format: lists of words
const first = ['Amélie', 'Tomasz', 'Priya', 'Jonas', 'Marta', 'Daniel', 'Sophie', 'Kenji', 'Elena', 'Lucas', 'Hannah', 'Nadia', 'Oliver', 'Inês', 'Wei', 'Fatima', 'Anna', 'Marco', 'Liam', 'Olga']
// biome-ignore format: lists of words
const last = ['Laurent', 'Zielinski', 'Raghavan', 'Eklund', 'Rossi', 'Okafor', 'Martin', 'Watanabe', 'Petrova', 'Moreau', 'Schmidt', 'Benali', 'Grant', 'Carvalho', 'Chen', 'Haddad', 'Nowak', 'Bianchi', 'Murphy', 'Ivanova', 'Garcia', 'Silva', 'Kowalski', 'Lindqvist', 'Dubois']
// biome-ignore format: lists of words
const syllables = ['ba', 'ken', 'dor', 'mi', 'lu', 'sha', 'ter', 'vo', 'ran', 'gil', 'pe', 'zu', 'har', 'no', 'fes', 'qui']
// biome-ignore format: lists of words
const industries = ['Print', 'Robotics', 'Steel', 'Software', 'Food', 'Textiles', 'Logistics', 'Health', 'Energy', 'Music']
const legal = ['SA', 'GmbH', 'Ltd', 'Inc', 'AB']
const sizes = ['1-10', '11-50', '51-200', '201-1000', '1001+']
const positions = ['CEO', 'CTO', 'Buyer', 'Head of sales', 'Engineer']
const statuses = ['lead', 'prospect', 'customer', 'archived', 'lead']

const word = (n: string, salt: number) => [1, 2, 3].map(at => oneOf(syllables, n, salt * 10 + at)).join(' || ')

/** Fills a migrated, empty database, in which indexes and links are made anew afterwards. */
export async function fill({ db }: Database, size: Size) {
  await db.connection().execute(async one => {
    await run(one, `set statement_timeout = 0; set session_replication_role = replica`)
    await dropIndexes(one)
    await run(one, users(51))
    await addPeople(one)
    await run(one, tags)
    await run(one, companies(size))
    for (let from = 1; from <= size.contacts; from += slice)
      for (const statement of contacts(from, Math.min(from + slice - 1, size.contacts), size)) await run(one, statement)
    await run(one, `reset statement_timeout; reset session_replication_role`)
  })
}

const slice = 100_000
const filled = ['companies', 'contacts', 'contact_emails', 'links']

const run = (db: Db, text: string) => sql.raw(text).execute(db)

async function dropIndexes(db: Db) {
  const { rows } = await sql<{ name: string }>`select indexname as name from pg_indexes
    where schemaname = current_schema() and tablename = any(${filled}::text[]) and indexname ~ '_(index|unique)_[0-9a-f]{8}$'`.execute(
    db,
  )
  for (const { name } of rows) await run(db, `drop index ${name}`)
}

const users = (count: number) => `insert into users (id, name, email, language, created_at, updated_at)
  select ${idSql('n', '0')}, 'User ' || n, 'user' || n || '@bench.test', 'en', now(), now() from generate_series(1, ${count}) n`

const tags = `insert into tags (id, name, created_at, updated_at)
  select ${idSql('n', '4')}, 'Tag ' || n, now(), now() from generate_series(0, 19) n`

const companies = ({
  companies,
}: Size) => `insert into companies (id, name, domain, industry, size, owner_id, created_at, updated_at)
  select ${idSql('n', '1')}, initcap(${word('n', 1)}) || ' ' || ${oneOf(legal, 'n', 2)}, ${word('n', 1)} || n || '.example',
    ${oneOf(industries, 'n', 3)}, ${oneOf(sizes, 'n', 4)}, ${idSql(`1 + ${chance('n', 5, 50)}`, '0')},
    timestamptz '2024-01-01' + n * interval '1 minute', timestamptz '2025-01-01' + n * interval '1 minute'
  from generate_series(1, ${companies}) n`

/** Somebody owns a hundred, somebody owns half; the rest belong to the other forty-eight. */
const ownerOf = ({
  contacts,
}: Size) => `case when n % ${Math.max(2, Math.round(contacts / 100))} = 1 then ${idSql('1', '0')}
  when ${chance('n', 6, 2)} = 0 then ${idSql('2', '0')} else ${idSql(`3 + ${chance('n', 7, 48)}`, '0')} end`

/** Every fourth has a tag; everybody has one address. */
const contacts = (from: number, to: number, size: Size) => [
  `insert into contacts (id, first_name, last_name, position, company, email, phone, status, owner_id, created_at, updated_at)
  select ${idSql('n', '2')}, ${oneOf(first, 'n', 8)},
    ${oneOf(last, 'n', 9)} || case when n % 3 = 0 then '' else '-' || initcap(${word('n', 10)}) end,
    ${oneOf(positions, 'n', 11)}, ${idSql(`1 + ${chance('n', 12, size.companies)}`, '1')},
    ${word('n', 13)} || n || '@' || ${word('n', 14)} || '.example', '+4822555' || lpad((n % 10000)::text, 4, '0'),
    ${oneOf(statuses, 'n', 15)}, ${ownerOf(size)},
    timestamptz '2023-01-01' + n * interval '1 minute', timestamptz '2024-01-01' + n * interval '1 minute'
  from generate_series(${from}, ${to}) n`,
  `insert into contact_emails (id, contact, address, kind, main, created_at, updated_at)
  select ${idSql('n', '3')}, c.id, c.email, 'work', true, c.created_at, c.updated_at
  from generate_series(${from}, ${to}) n join contacts c on c.id = ${idSql('n', '2')}`,
  `insert into links (from_object, from_id, field, to_object, to_id)
  select 'contact', ${idSql('n', '2')}, 'tags', 'tag', ${idSql(chance('n', 16, 20), '4')}
  from generate_series(${from}, ${to}) n where n % 4 = 0`,
]
