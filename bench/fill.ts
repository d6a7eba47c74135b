// A company of a size: filled by SQL, because what is measured comes after.

import { sql } from 'kysely'
import type { Database, Db } from '#kernel/server/database/database.ts'

export interface Size {
  readonly contacts: number
  readonly companies: number
}

export const people = { narrow: id(1), wide: id(2), through: id(3) }

/** An id that says what it is of: easy to find again, and in order like those that are made in code. */
export function id(number: number, kind = '0') {
  return `01900000-0000-7${kind.padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`
}

const idSql = (number: string, kind: string) => `('01900000-0000-7${kind.padStart(3, '0')}-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const oneOf = (words: readonly string[], from: string) => `(array[${words.map(word => `'${word}'`).join(',')}])[1 + (${from}) % ${words.length}]`

const first = ['Amélie', 'Tomasz', 'Priya', 'Jonas', 'Marta', 'Daniel', 'Sophie', 'Kenji', 'Elena', 'Lucas', 'Hannah', 'Nadia', 'Oliver', 'Inês', 'Wei', 'Fatima', 'Anna', 'Marco', 'Liam', 'Olga']
const last = ['Laurent', 'Zielinski', 'Raghavan', 'Eklund', 'Rossi', 'Okafor', 'Martin', 'Watanabe', 'Petrova', 'Moreau', 'Schmidt', 'Benali', 'Grant', 'Carvalho', 'Chen', 'Haddad', 'Nowak', 'Bianchi', 'Murphy', 'Ivanova', 'Garcia', 'Silva', 'Kowalski', 'Lindqvist', 'Dubois']
const syllables = ['ba', 'ken', 'dor', 'mi', 'lu', 'sha', 'ter', 'vo', 'ran', 'gil', 'pe', 'zu', 'har', 'no', 'fes', 'qui']
const industries = ['Print', 'Robotics', 'Steel', 'Software', 'Food', 'Textiles', 'Logistics', 'Health', 'Energy', 'Music']

/** Fills an empty, migrated database: users, companies, contacts with their addresses; then statistics. */
export async function fill({ db }: Database, size: Size) {
  await sql.raw(`insert into users (id, name, email, language, created_at, updated_at)
    select ${idSql('n', '0')}, 'User ' || n, 'user' || n || '@bench.test', 'en', now(), now() from generate_series(1, 50) n`).execute(db)
  await sql.raw(`insert into companies (id, name, domain, industry, size, owner_id, created_at, updated_at)
    select ${idSql('n', '1')}, initcap(${word('n')}) || ' ' || ${oneOf(['SA', 'GmbH', 'Ltd', 'Inc', 'AB'], 'n')}, ${word('n')} || n || '.example',
      ${oneOf(industries, 'n')}, ${oneOf(['1-10', '11-50', '51-200', '201-1000', '1001+'], 'n')}, ${idSql('1 + n % 50', '0')},
      timestamptz '2024-01-01' + n * interval '1 minute', timestamptz '2025-01-01' + n * interval '1 minute'
    from generate_series(1, ${size.companies}) n`).execute(db)
  for (let from = 1; from <= size.contacts; from += slice) await contacts(db, from, Math.min(from + slice - 1, size.contacts), size)
  await sql.raw('vacuum analyze').execute(db)
}

const slice = 100_000

const word = (n: string) => [1, 3, 7].map(step => oneOf(syllables, `(${n} / ${step} + ${n} * ${step})`)).join(' || ')

/** Somebody with 0.01 %, somebody with half; the rest belong to the other forty-eight. */
const ownerOf = (n: string, size: Size) => `case when ${n} % ${Math.max(1, Math.round(size.contacts / 100))} = 1 then ${idSql('1', '0')} when ${n} % 2 = 0 then ${idSql('2', '0')} else ${idSql(`3 + ${n} % 48`, '0')} end`

async function contacts(db: Db, from: number, to: number, size: Size) {
  await sql.raw(`insert into contacts (id, first_name, last_name, position, company, email, phone, status, owner_id, created_at, updated_at)
    select ${idSql('n', '2')}, ${oneOf(first, 'n * 7 + n / 11')}, ${oneOf(last, 'n * 13 + n / 7')} || case when n % 3 = 0 then '' else '-' || initcap(${word('n')}) end,
      ${oneOf(['CEO', 'CTO', 'Buyer', 'Head of sales', 'Engineer'], 'n')}, ${idSql(`1 + n % ${size.companies}`, '1')},
      ${word('n')} || n || '@' || ${word('n / 3')} || '.example', '+4822555' || lpad((n % 10000)::text, 4, '0'),
      ${oneOf(['lead', 'prospect', 'customer', 'archived', 'lead'], 'n / 3')}, ${ownerOf('n', size)},
      timestamptz '2023-01-01' + n * interval '1 minute', timestamptz '2024-01-01' + n * interval '1 minute'
    from generate_series(${from}, ${to}) n`).execute(db)
  await sql.raw(`insert into contact_emails (id, contact, address, kind, main, created_at, updated_at)
    select ${idSql('n', '3')}, ${idSql('n', '2')}, email, 'work', true, c.created_at, c.updated_at
    from generate_series(${from}, ${to}) n join contacts c on c.id = ${idSql('n', '2')}`).execute(db)
}
