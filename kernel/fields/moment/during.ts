import { daysOf, type Period } from '../date/period.ts'
import { startOf } from './zone.ts'

/** A day, and the instant at which it begins in the zone. */
export interface Bound {
  readonly day: string
  readonly instant: string
}

/**
 * What a period spans: from is in it, to is not. A date field is compared with the days, a moment
 * with the instants; today is a day of that zone.
 */
export function during(period: Period, today: string, zone: string): { readonly from: Bound; readonly to: Bound } {
  const { from, to } = daysOf(period, today)
  const bound = (day: string) => ({ day, instant: new Date(startOf(day, zone)).toISOString() })
  return { from: bound(from), to: bound(to) }
}
