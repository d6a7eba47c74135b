// What a person changes in a plan, each step as a new plan.

import type { FileColumn, Plan, PlannedColumn, Target } from './imports.ts'

/** Puts a column into a field, or into none. A field takes one column: the one that had it gives it up. */
export function putInto(plan: Plan, column: number, target: Target | undefined): Plan {
  const others = plan.columns.filter(other => other.column !== column && other.field !== target?.field)
  const match = target?.matches?.[0]
  const put: readonly PlannedColumn[] = target
    ? [{ column, field: target.field, ...(match === undefined ? {} : { match, missing: 'error' }) }]
    : []
  const columns = [...others, ...put].sort((a, b) => a.column - b.column)
  return withKey({ ...plan, columns })
}

export function changeColumn(plan: Plan, column: number, change: Partial<PlannedColumn>): Plan {
  return { ...plan, columns: plan.columns.map(each => (each.column === column ? { ...each, ...change } : each)) }
}

/** What is created finds nothing; what is changed needs something to be found by. */
export function inMode(plan: Plan, mode: Plan['mode'], keys: readonly string[]): Plan {
  if (mode === 'create') return { ...plan, mode, by: null }
  return { ...plan, mode, by: plan.by ?? usable(plan, keys)[0] ?? null }
}

/** The fields that records can be found by, among those that a column fills. */
export const usable = (plan: Plan, keys: readonly string[]) =>
  keys.filter(key => plan.columns.some(({ field }) => field === key))

/** A key that no column fills any more is none. */
function withKey(plan: Plan): Plan {
  return plan.by !== null && usable(plan, [plan.by]).length === 0 ? { ...plan, by: null } : plan
}

/** The first few values of a column that say something. */
export const telling = ({ samples }: FileColumn, most = 3) =>
  [...new Set(samples.map(sample => sample.trim()).filter(Boolean))].slice(0, most)
