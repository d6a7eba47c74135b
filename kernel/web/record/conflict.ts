import type { AnyRecord, Included } from '../client.ts'
import type { Values } from '../screens/use-draft.ts'

/** Two wrote the same fields. */
export interface Conflict {
  /** The fields that both changed, to different values. */
  readonly names: readonly string[]
  readonly seen: AnyRecord
  readonly theirs: AnyRecord & { readonly included?: Included }
  readonly patch: Values
}

export const conflictOf = (seen: AnyRecord, theirs: AnyRecord, patch: Values): Conflict => ({
  names: Object.keys(patch).filter(name => !isSame(seen[name], theirs[name]) && !isSame(patch[name], theirs[name])),
  seen,
  theirs,
  patch,
})

/** Refused until somebody has decided. */
export class Conflicted extends Error {
  readonly conflict: Conflict
  constructor(conflict: Conflict) {
    super('conflict')
    this.conflict = conflict
  }
}

/** What is written after the decision: one's own where one keeps it, and what was in no conflict. */
export function decided({ names, theirs, patch }: Conflict, mine: ReadonlySet<string>): Values {
  const kept = Object.entries(patch).filter(
    ([name, value]) => (!names.includes(name) || mine.has(name)) && !isSame(value, theirs[name]),
  )
  return Object.fromEntries(kept)
}

/** Values as they cross the wire; empty is empty however it is written. */
export function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other)
}

const written = (value: unknown) => JSON.stringify(value === undefined || value === '' ? null : value, sortedKeys)

const sortedKeys = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
