import { type Alike, type AlikeRule, type Comparison, type Condition, comparisonsOf } from '../../schema/alike.ts'
import { comparers } from './compare/comparers.ts'
import { hashKey } from './hash-key.ts'

/** What a record says in the fields that are compared, by their path. */
export type Traits = Readonly<Record<string, readonly string[]>>

/** A record ready to be compared, made once however many it is compared with. */
export interface Profile {
  readonly id: string
  /** In the order of the comparisons; undefined where it says nothing. */
  readonly values: readonly unknown[]
}

/** Rule → what it added to the score, or took away. */
export type Points = Readonly<Record<string, { readonly points: number; readonly like: number }>>

export interface Match {
  readonly score: number
  readonly points: Points
}

export interface Rules {
  readonly alike: Alike
  readonly paths: readonly string[]
  profile(id: string, traits: Traits): Profile
  match(a: Profile, b: Profile): Match
  /** What this record has in common with every one that could reach the threshold with it. */
  keys(profile: Profile): readonly number[]
}

/** Puts the rules of an object together: to compare two records, and to find whom to compare. */
export function readRules(object: string, alike: Alike): Rules {
  const rules = Object.entries(alike.rules)
  const comparisons = rules.flatMap(([, { like }]) => comparisonsOf(like))
  const places = new Map(comparisons.map((comparison, at) => [comparison, at]))
  const valueIn = ({ values }: Profile, comparison: Comparison) => values[places.get(comparison) ?? -1]
  const combinations = blocksOf(alike)

  return {
    alike,
    paths: [...new Set(comparisons.flatMap(({ of }) => of))],
    profile: (id, traits) => ({
      id,
      values: comparisons.map(({ as, of }) => comparers[as].read(of.flatMap(path => traits[path] ?? []))),
    }),
    match(a, b) {
      let score = 0
      const points: Record<string, Points[string]> = {}
      for (const [name, rule] of rules) {
        const like = likeness(rule.like, comparison =>
          likeOf(comparison, valueIn(a, comparison), valueIn(b, comparison)),
        )
        const added = pointsFor(rule, like)
        if (added !== 0) points[name] = { points: added, like: Math.round((like ?? 0) * 100) / 100 }
        score += added
      }
      return { score: Math.max(0, Math.min(100, Math.round(score))), points }
    },
    keys(profile) {
      const made = combinations.flatMap(names =>
        combine(
          names.map(name => keysOf((alike.rules[name] as AlikeRule).like, one => keysIn(one, valueIn(profile, one)))),
        ).map(key => hashKey(`${object} ${names.join('+')} ${key}`)),
      )
      return [...new Set(made)].slice(0, mostKeys)
    },
  }
}

const mostKeys = 40

const pointsFor = ({ weight, against = 0, from = 0.8 }: AlikeRule, like: number | undefined) => {
  if (like === undefined) return 0
  return like >= from ? Math.round(weight * like) : -against
}

function likeOf({ as }: Comparison, a: unknown, b: unknown): number | undefined {
  return a === undefined || b === undefined ? undefined : comparers[as].like(a as never, b as never)
}

/** Undefined where one of the two says nothing. */
function likeness(condition: Condition, like: (comparison: Comparison) => number | undefined): number | undefined {
  if ('as' in condition) return like(condition)
  const parts = ('any' in condition ? condition.any : condition.all).map(part => likeness(part, like))
  const known = parts.filter(part => part !== undefined)
  if ('any' in condition) return known.length ? Math.max(...known) : undefined
  return known.length === parts.length ? Math.min(...known) : undefined
}

function keysIn({ as }: Comparison, value: unknown): readonly string[] {
  return value === undefined ? [] : comparers[as].keys(value as never).map(key => `${as}:${key}`)
}

function keysOf(condition: Condition, keys: (comparison: Comparison) => readonly string[]): readonly string[] {
  if ('as' in condition) return keys(condition)
  if ('any' in condition) return [...new Set(condition.any.flatMap(part => keysOf(part, keys)))]
  return combine(condition.all.map(part => keysOf(part, keys)))
}

const combine = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce<readonly string[]>(
    (made, list) => made.flatMap(one => list.map(other => (one ? `${one} ${other}` : other))),
    [''],
  )

/**
 * The smallest sets of rules that together can reach the threshold: two records that have nothing of any of them in
 * common are no duplicates, so nobody need compare them. A rule whose keys are selective stands for itself.
 */
export function blocksOf({ rules, threshold }: Alike): readonly (readonly string[])[] {
  const names = Object.keys(rules).filter(name => (rules[name]?.weight ?? 0) > 0)
  const sets: (readonly string[])[] = []
  const grow = (chosen: readonly string[], rest: readonly string[], sum: number) => {
    if (sum >= threshold) sets.push(chosen)
    else
      for (const [at, name] of rest.entries())
        if (chosen.length < 3) grow([...chosen, name], rest.slice(at + 1), sum + (rules[name]?.weight ?? 0))
  }
  grow([], names, 0)
  const narrowed = sets.map(set => {
    const alone = set.find(name => isSelective((rules[name] as AlikeRule).like))
    return alone === undefined ? set : [alone]
  })
  const minimal = narrowed.filter(
    set => !narrowed.some(other => other.length < set.length && other.every(name => set.includes(name))),
  )
  return [...new Map(minimal.map(set => [set.join('+'), set])).values()]
}

const isSelective = (condition: Condition): boolean =>
  comparisonsOf(condition).every(({ as }) => comparers[as].selective)
