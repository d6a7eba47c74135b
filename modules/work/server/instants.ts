import { instantsWithin, type Repeats } from './repeat.ts'

interface Times {
  readonly starts_at: string
  readonly time_zone: string | null
  readonly repeats: Repeats | null
  readonly repeats_until: string | null
}

/** When a meeting begins within a span, its end not included: once, or as often as it repeats. */
export function instantsOf(
  { starts_at, time_zone, repeats, repeats_until }: Times,
  skipped: readonly number[],
  from: number,
  to: number,
): Iterable<number> {
  const at = Date.parse(starts_at)
  if (repeats === null) return at >= from && at < to ? [at] : []
  return instantsWithin({ repeats, at, zone: time_zone ?? 'UTC', until: repeats_until, skipped }, from, to)
}
