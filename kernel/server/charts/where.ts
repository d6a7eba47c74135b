// Filters put together: what a number opens is the filter of the chart and that of its group.

import { isPlainObject } from '../../fields/list.ts'
import type { Filter } from '../../schema/filter.ts'

/** Flat, so that it is no deeper than what one wrote. */
export function allOf(...filters: readonly Filter[]): Filter {
  const parts = filters.flatMap(partsOf)
  return parts.length === 1 ? (parts[0] as Filter) : parts.length ? { all: parts } : {}
}

function partsOf(filter: Filter): readonly Filter[] {
  const keys = Object.keys(filter)
  if (keys.length === 0) return []
  const isGroup = keys.length === 1 && Array.isArray(filter.all) && filter.all.every(isPlainObject)
  return isGroup ? (filter.all as readonly Filter[]).flatMap(partsOf) : [filter]
}
