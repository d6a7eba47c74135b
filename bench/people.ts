// Who asks: regular people with a scope and a masked field, and one administrator to prepare things.

import { sql } from 'kysely'
import type { Db } from '#kernel/server/database/database.ts'
import { hashToken } from '#kernel/server/identity/token.ts'
import { id } from './fill.ts'

export interface Person {
  readonly name: string
  readonly id: string
  /** An API key. */
  readonly token: string
}

const person = (name: string, number: number): Person => ({ name, id: id(number), token: `rpt_bench-of-${name}` })

/** Owns a hundred contacts. */
export const narrow = person('narrow', 1)
/** Owns half of all. */
export const wide = person('wide', 2)
/** Sees the contacts of companies in one line of business: a tenth. */
export const through = person('through', 3)
export const admin = person('admin', 51)
/** The colleagues, who own the other half between them. */
export const reps = Array.from({ length: 47 }, (_, at) => person(`rep${at + 4}`, at + 4))
export const people = [narrow, wide, through, admin, ...reps]

const print = JSON.stringify({ 'company.industry': 'Print' })
type Grant = readonly [object: string, verb: string, scope: string, filter?: string]

const shared: readonly Grant[] = [
  ['company', 'read', 'everybody'],
  ['tag', 'read', 'everybody'],
  ['user', 'read', 'everybody'],
]
const own: readonly Grant[] = [
  ['contact', 'read', 'own'],
  ['contact', 'edit', 'own'],
  ['contact', 'create', 'own'],
  ['contact', 'delete', 'own'],
]
const ofPrint: readonly Grant[] = [['contact', 'read', 'filter', print]]

export async function addPeople(db: Db) {
  await addRole(db, 1, 'rep', false, [...own, ...shared], [narrow, wide, ...reps])
  await addRole(db, 2, 'print', false, [...ofPrint, ...shared], [through])
  await addRole(db, 3, 'all', true, [], [admin])
  for (const [at, { name, id: user, token }] of people.entries())
    await sql`insert into api_keys (id, token_hash, prefix, name, user_id, scopes, created_at)
      values (${id(at, '9')}, ${hashToken(token)}, 'rpt_bench', ${name}, ${user}, '{*:*}', now())`.execute(db)
}

async function addRole(
  db: Db,
  number: number,
  name: string,
  all: boolean,
  grants: readonly Grant[],
  members: readonly Person[],
) {
  const role = id(number, '5')
  await sql`insert into roles (id, name, everything, created_at, updated_at) values (${role}, ${name}, ${all}, now(), now())`.execute(
    db,
  )
  for (const [at, [object, verb, scope, filter = null]] of grants.entries())
    await sql`insert into role_grants (id, role, object, verb, scope, filter, created_at, updated_at)
      values (${id(number * 100 + at, '6')}, ${role}, ${object}, ${verb}, ${scope}, ${filter}, now(), now())`.execute(
      db,
    )
  if (!all)
    await sql`insert into role_masks (id, role, object, field, level, created_at, updated_at)
      values (${id(number, '7')}, ${role}, 'contact', 'phone', 'hidden', now(), now())`.execute(db)
  for (const member of members)
    await sql`insert into links (from_object, from_id, field, to_object, to_id) values ('user', ${member.id}, 'roles', 'role', ${role})`.execute(
      db,
    )
}
