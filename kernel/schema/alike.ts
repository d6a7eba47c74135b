// How two records of an object are found to be one thing that was written down twice.

/** How values are compared: see kernel/server/duplicates/compare. */
export type Likeness = 'same' | 'text' | 'email' | 'phone' | 'person' | 'organisation' | 'domain'

export interface Comparison {
  readonly as: Likeness
  /**
   * A field; a field behind a ref, `company.name`; or a field of the records that belong to this one, by the name of
   * their object. The values of all of them are one set, and the parts of a name.
   */
  readonly of: readonly string[]
}

export type Condition = Comparison | { readonly any: readonly Condition[] } | { readonly all: readonly Condition[] }

export interface AlikeRule {
  readonly like: Condition
  /** What it adds to the score where the values are the same; alike, in proportion. */
  readonly weight: number
  /** What it takes away where both have values and these are not alike. */
  readonly against?: number
  /** From which likeness on, of 1, it counts. */
  readonly from?: number
}

export interface Alike {
  readonly rules: Readonly<Record<string, AlikeRule>>
  /** The score, of 100, from which on two records are shown to somebody. */
  readonly threshold: number
  /** And from which on they may be merged without looking at each. */
  readonly sure: number
}

export const comparisonsOf = (condition: Condition): readonly Comparison[] => {
  if ('as' in condition) return [condition]
  return ('any' in condition ? condition.any : condition.all).flatMap(comparisonsOf)
}
