import type { Problem } from '../../../schema/refused.ts'

import type { Similar } from './similar.ts'

export type Fate = 'created' | 'updated' | 'unchanged' | 'failed'

/** What became of one row of the file. */
export interface Outcome {
  readonly row: number
  readonly fate: Fate
  readonly id?: string
  readonly problems?: readonly Problem[]
}

/** The same for people, in a dry run: texts as an export writes them, and of choices their keys. */
export interface RowDetail extends Outcome {
  readonly changes: Readonly<Record<string, { readonly before: string; readonly after: string }>>
  /** A record that is there already and looks the same. */
  readonly similar?: Similar
}

export type Counts = Readonly<Record<Fate, number>>

export function countFates(outcomes: readonly Outcome[]): Counts {
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  for (const { fate } of outcomes) counts[fate] += 1
  return counts
}
