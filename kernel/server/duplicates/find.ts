// Reading what was found, within what the reader may see: both records of a pair, and of the reasons those that rest on
// fields they may see. A pair that reaches the threshold only by what is hidden from them is not there for them.

import { type RawBuilder, sql } from 'kysely'
import { isId } from '../../fields/ref/ref.ts'
import { visible } from '../access/visible.ts'
import type { Condition } from '../filter/compile.ts'
import type { AnyRow } from '../records/context.ts'
import { getRecords } from '../records/get.ts'
import type { Reading } from '../records/list.ts'
import type { Model } from '../tables/model.ts'
import { readBlocks } from './refresh.ts'
import type { Match, Points } from './rules.ts'
import { alikeNow, rulesSeen, seenRules } from './rules-now.ts'
import { loadTraits, traitsOfDraft } from './traits.ts'

export interface Pair {
  readonly a: string
  readonly b: string
  readonly score: number
  readonly points: Points
}

export interface Group {
  /** Of the two that are most alike. */
  readonly score: number
  readonly pairs: readonly Pair[]
  readonly records: readonly AnyRow[]
}

export interface Groups {
  readonly groups: readonly Group[]
  readonly next: string | null
  /** Where the last of them stands. */
  readonly place: string | null
}

interface Place {
  readonly score: number
  readonly a: string
  readonly b: string
}

interface Seen {
  readonly score: RawBuilder<unknown>
  readonly rules: readonly string[]
  readonly least: number
}

/** Groups of records that are probably one, the surest first. */
export async function listGroups(
  reading: Reading,
  model: Model,
  { least, limit, after }: { least?: number | undefined; limit: number; after?: Place | undefined },
): Promise<Groups> {
  const seen = await seenBy(reading, model, least)
  const groups: Pair[][] = []
  const shown = new Set<string>()
  let place = after
  let more = true
  while (more && groups.length < limit) {
    const heads = await pairsAfter(reading, model, seen, place, chunk)
    more = heads.length === chunk
    const members = await neighbours(reading, model, seen, heads)
    for (const head of heads) {
      if (groups.length === limit) {
        more = true
        break
      }
      place = head
      const group = groupOf(head, members)
      // A group stands where its surest pair stands.
      const [first] = group
      if (first && keyOf(first) === keyOf(head) && !shown.has(keyOf(head))) {
        shown.add(keyOf(head))
        groups.push(group)
      }
    }
  }
  const ids = [...new Set(groups.flat().flatMap(({ a, b }) => [a, b]))]
  const rows = new Map((await getRecords(reading, model, ids)).map(row => [row.id, row]))
  return {
    groups: groups.map(pairs => withRecords(pairs, rows)),
    next: more && place ? writePlace(place) : null,
    place: place ? writePlace(place) : null,
  }
}

/** The group that a record belongs to; none, where it stands by itself. */
export async function groupsAround(reading: Reading, model: Model, id: string): Promise<readonly Group[]> {
  const seen = await seenBy(reading, model)
  const heads = await pairsOf(reading, model, seen, [id])
  const [head] = heads
  if (!head) return []
  const pairs = groupOf(head, await neighbours(reading, model, seen, heads))
  const rows = await getRecords(reading, model, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
  return [withRecords(pairs, new Map(rows.map(row => [row.id, row])))]
}

const chunk = 100
const mostInGroup = 25
const keyOf = ({ a, b }: Place | Pair) => `${a} ${b}`

const withRecords = (pairs: readonly Pair[], rows: ReadonlyMap<string, AnyRow>): Group => ({
  score: pairs[0]?.score ?? 0,
  pairs,
  records: [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].flatMap(id => rows.get(id) ?? []),
})

/** Everything that hangs together with a pair, the surest first. */
function groupOf(head: Pair, pairs: readonly Pair[]): Pair[] {
  const ids = new Set([head.a, head.b])
  for (let before = 0; before < ids.size && ids.size < mostInGroup; ) {
    before = ids.size
    for (const { a, b } of pairs) if ((ids.has(a) || ids.has(b)) && ids.size < mostInGroup) ids.add(a).add(b)
  }
  return pairs.filter(({ a, b }) => ids.has(a) && ids.has(b)).sort(bySurest)
}

const bySurest = (one: Pair, other: Pair) => other.score - one.score || (keyOf(one) < keyOf(other) ? 1 : -1)

async function seenBy(reading: Reading, model: Model, least?: number): Promise<Seen> {
  const alike = await alikeNow(reading.db, model)
  const rules = seenRules(reading.models, reading.actor, model, alike)
  const isAll = rules.length === Object.keys(alike.rules).length
  const score = isAll
    ? sql`p.score`
    : sql`least(100, greatest(0, coalesce((select sum((e.value ->> 'points')::int) from jsonb_each(p.points) as e where e.key = any(${rules}::text[])), 0)))::int`
  return { score, rules, least: Math.max(least ?? 0, alike.threshold) }
}

const pairColumns = ({ score }: Seen) => sql`p.a, p.b, ${score} as score, p.points`

async function selectPairs(
  reading: Reading,
  model: Model,
  seen: Seen,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<Pair[]> {
  const see = (alias: string): Condition => visible(reading, model, 'read', alias)
  const table = sql.table(model.table)
  const { rows } = await sql<Pair>`select ${pairColumns(seen)} from alike_pairs as p
    join ${table} as t on t.id = p.a and t.deleted_at is null join ${table} as u on u.id = p.b and u.deleted_at is null
    where p.object = ${model.name} and p.dismissed_at is null and ${seen.score} >= ${seen.least} and ${which} and ${see('t')} and ${see('u')}
    order by ${seen.score} desc, p.a desc, p.b desc limit ${limit}`.execute(reading.db)
  return rows.map(({ points, ...pair }) => ({
    ...pair,
    points: Object.fromEntries(Object.entries(points).filter(([name]) => seen.rules.includes(name))),
  }))
}

const pairsAfter = (reading: Reading, model: Model, seen: Seen, place: Place | undefined, limit: number) =>
  selectPairs(
    reading,
    model,
    seen,
    place ? sql`(${seen.score}, p.a, p.b) < (${place.score}, ${place.a}::uuid, ${place.b}::uuid)` : sql`true`,
    limit,
  )

/** The pairs around some pairs, a few steps wide. */
async function neighbours(reading: Reading, model: Model, seen: Seen, heads: readonly Pair[]): Promise<Pair[]> {
  const pairs = new Map(heads.map(pair => [keyOf(pair), pair]))
  const asked = new Set<string>()
  for (let step = 0; step < 4; step++) {
    const ids = [...new Set([...pairs.values()].flatMap(({ a, b }) => [a, b]))].filter(id => !asked.has(id))
    if (ids.length === 0) break
    for (const id of ids) asked.add(id)
    for (const pair of await pairsOf(reading, model, seen, ids)) pairs.set(keyOf(pair), pair)
  }
  return [...pairs.values()]
}

const pairsOf = (reading: Reading, model: Model, seen: Seen, ids: readonly string[]) =>
  selectPairs(reading, model, seen, sql`(p.a = any(${[...ids]}::uuid[]) or p.b = any(${[...ids]}::uuid[]))`, 5000)

/** How many pairs there are to look at, no further than a thousand. */
export async function countPairs(reading: Reading, model: Model, least?: number): Promise<number> {
  const seen = await seenBy(reading, model, least)
  return (await selectPairs(reading, model, seen, sql`true`, 1000)).length
}

export interface Found {
  readonly record: AnyRow
  readonly score: number
  readonly points: Points
}

/** Whom a record is probably the same as. */
export async function duplicatesOf(reading: Reading, model: Model, id: string): Promise<Found[]> {
  const pairs = await pairsOf(reading, model, await seenBy(reading, model), [id])
  return withRecord(
    reading,
    model,
    pairs.slice(0, 10).map(({ a, b, ...pair }) => ({ id: a === id ? b : a, ...pair })),
  )
}

/** Which records somebody may be writing down again: from what is typed so far, without a scan. */
export async function likely(
  reading: Reading,
  model: Model,
  draft: Readonly<Record<string, unknown>>,
  except?: string,
): Promise<Found[]> {
  const rules = await rulesSeen(reading.db, reading.models, reading.actor, model)
  const profile = rules.profile('', await traitsOfDraft(reading, model, rules, draft))
  const { blocks } = await readBlocks(reading.db, rules.keys(profile))
  const ids = [...new Set([...blocks.values()].flat())].filter(id => id !== except)
  const loaded = await loadTraits(reading.db, reading.models, model, rules, ids, visible(reading, model, 'read', 't'))
  const matches = loaded
    .map(({ id, traits }) => ({ id, ...rules.match(profile, rules.profile(id, traits)) }))
    .filter(({ score }) => score >= rules.alike.threshold)
    .sort((one, other) => other.score - one.score)
  return withRecord(reading, model, matches.slice(0, 5))
}

/** The same for many at once: of each the record that it is most like. */
export async function likelyEach(
  reading: Reading,
  model: Model,
  drafts: readonly Readonly<Record<string, unknown>>[],
  which: Condition,
): Promise<readonly ({ readonly id: string; readonly score: number } | undefined)[]> {
  const rules = await rulesSeen(reading.db, reading.models, reading.actor, model)
  const traits = await Promise.all(drafts.map(draft => traitsOfDraft(reading, model, rules, draft)))
  const profiles = traits.map(each => rules.profile('', each))
  const keys = profiles.map(profile => rules.keys(profile))
  const { blocks } = await readBlocks(reading.db, [...new Set(keys.flat())])
  const ids = [...new Set([...blocks.values()].flat())]
  const loaded = await loadTraits(reading.db, reading.models, model, rules, ids, which)
  const known = new Map(loaded.map(({ id, traits: said }) => [id, rules.profile(id, said)]))
  return profiles.map((profile, at) => {
    const near = new Set((keys[at] ?? []).flatMap(key => blocks.get(key) ?? []))
    const matches = [...near].flatMap(id => {
      const other = known.get(id)
      return other ? [{ id, score: rules.match(profile, other).score }] : []
    })
    const [best] = matches.sort((one, other) => other.score - one.score)
    return best && best.score >= rules.alike.threshold ? best : undefined
  })
}

async function withRecord(
  reading: Reading,
  model: Model,
  found: readonly (Match & { readonly id: string })[],
): Promise<Found[]> {
  const rows = new Map(
    (
      await getRecords(
        reading,
        model,
        found.map(({ id }) => id),
      )
    ).map(row => [row.id, row]),
  )
  return found.flatMap(({ id, score, points }) => {
    const record = rows.get(id)
    return record ? [{ record, score, points }] : []
  })
}

const writePlace = ({ score, a, b }: Place) => Buffer.from(JSON.stringify([score, a, b])).toString('base64url')

export function readPlace(text: string | null | undefined): Place | undefined {
  if (!text) return undefined
  try {
    const [score, a, b] = JSON.parse(Buffer.from(text, 'base64url').toString()) as [number, string, string]
    if (typeof score === 'number' && isId(a) && isId(b)) return { score, a, b }
  } catch {}
  return undefined
}
