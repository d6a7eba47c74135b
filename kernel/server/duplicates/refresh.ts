import { sql } from 'kysely'
import type { Db, Tx } from '../database/database.ts'
import { columnsToInsert } from '../tables/define-table.ts'
import { insertRows } from '../tables/insert-rows.ts'
import type { Model, Models } from '../tables/model.ts'
import type { Profile, Rules } from './rules.ts'
import { alikeKeys, alikePairs } from './tables.ts'
import { loadTraits } from './traits.ts'

/** So many records with the same key have nothing in common but that: they are not compared because of it. */
export const mostInBlock = 60

export interface Refreshed {
  /** Pairs that were found. */
  readonly found: number
  /** Keys that too many records have. */
  readonly crowded: readonly number[]
}

interface Place {
  readonly db: Tx
  readonly models: Models
  readonly now: string
}

/**
 * Puts the keys and the pairs of some records to what the records say now. Of one object nobody else does it at the
 * same time: of two that are written at once, the second is compared with the first. What somebody said of a pair
 * stays.
 */
export async function refresh(place: Place, model: Model, rules: Rules, ids: readonly string[]): Promise<Refreshed> {
  const { db, models, now } = place
  await sql`select pg_advisory_xact_lock(hashtext(${`alike ${model.name}`}))`.execute(db)
  const profiles = new Map<string, Profile>()
  const load = async (wanted: readonly string[]) => {
    for (const { id, traits } of await loadTraits(db, models, model, rules, wanted))
      profiles.set(id, rules.profile(id, traits))
  }
  await load(ids)
  const keys = new Map([...profiles.values()].map(profile => [profile.id, rules.keys(profile)]))
  await writeKeys(db, ids, keys)
  const { blocks, crowded } = await readBlocks(db, [...new Set([...keys.values()].flat())])
  const pairs = pairsIn(keys, blocks)
  await load([...new Set(pairs.map(([, other]) => other))].filter(id => !profiles.has(id)))
  const found = pairs.flatMap(([one, other]) => matchOf(rules, profiles.get(one), profiles.get(other)))
  await writePairs(db, model, ids, profiles, found, now)
  return { found: found.length, crowded }
}

async function writeKeys(db: Tx, ids: readonly string[], keys: ReadonlyMap<string, readonly number[]>) {
  await sql`delete from alike_keys where id = any(${[...ids]}::uuid[])`.execute(db)
  const rows = [...keys].flatMap(([id, list]) => list.map(key => ({ key, id })))
  if (rows.length) await insertRows('alike_keys', keyColumns, rows, sql`on conflict do nothing`).execute(db)
}
const keyColumns = columnsToInsert(alikeKeys)

/** Who else has a key. */
export async function readBlocks(db: Db | Tx, keys: readonly number[]) {
  const blocks = new Map<number, readonly string[]>()
  const crowded: number[] = []
  if (keys.length === 0) return { blocks, crowded }
  const { rows } = await sql<{ key: number; ids: string }>`
    select k.key, found.ids from unnest(${[...keys]}::bigint[]) as k (key) cross join lateral (
      select string_agg(id::text, ' ') as ids, count(*) as members from (
        select id from alike_keys where alike_keys.key = k.key limit ${mostInBlock + 1}) as members_of) as found
    where found.members > 0`.execute(db)
  for (const { key, ids } of rows) {
    const members = ids.split(' ')
    if (members.length > mostInBlock) crowded.push(key)
    else blocks.set(key, members)
  }
  return { blocks, crowded }
}

/** Each pair once, however much they have in common. */
function pairsIn(keys: ReadonlyMap<string, readonly number[]>, blocks: ReadonlyMap<number, readonly string[]>) {
  const pairs: (readonly [string, string])[] = []
  for (const [id, list] of keys) {
    const others = new Set(list.flatMap(key => blocks.get(key) ?? []))
    for (const other of others) if (other !== id && (!keys.has(other) || id < other)) pairs.push([id, other])
  }
  return pairs
}

function matchOf(rules: Rules, one: Profile | undefined, other: Profile | undefined) {
  if (!one || !other) return []
  const match = rules.match(one, other)
  const [a, b] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
  return match.score >= rules.alike.threshold ? [{ a, b, ...match }] : []
}

interface Found {
  readonly a: string
  readonly b: string
  readonly score: number
}

async function writePairs(
  db: Tx,
  { name }: Model,
  ids: readonly string[],
  live: ReadonlyMap<string, Profile>,
  found: readonly Found[],
  now: string,
) {
  // What is in the trash may come back: what was said of it is kept until then.
  for (const side of ['a', 'b'])
    await sql`delete from alike_pairs where ${sql.ref(side)} = any(${[...ids]}::uuid[]) and dismissed_at is null`.execute(
      db,
    )
  const rows = found
    .filter(({ a, b }) => live.has(a) && live.has(b))
    .map(pair => ({ object: name, ...pair, found_at: now }))
  if (rows.length)
    await insertRows(
      'alike_pairs',
      pairColumns,
      rows,
      sql`on conflict (a, b) do update set score = excluded.score, points = excluded.points`,
    ).execute(db)
}
const pairColumns = columnsToInsert(alikePairs)
