// Instants and the days and clocks of a zone, by what Intl knows of daylight saving.
import { addDays } from '../date/day.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string) {
  const known = clocks.get(zone)
  if (known) return known
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const clock = new Intl.DateTimeFormat('en-US', {
    ...digits,
    second: '2-digit',
    hourCycle: 'h23',
    calendar: 'iso8601',
    timeZone: zone,
  })
  clocks.set(zone, clock)
  return clock
}

/** What calendar and clock show in the zone: '2026-11-20T14:30:05'. */
export function wallOf(at: number, zone: string) {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const day = `${String(parts.year).padStart(4, '0')}-${parts.month}-${parts.day}`
  return `${day}T${parts.hour}:${parts.minute}:${parts.second}`
}

export const dayOf = (at: number, zone: string) => wallOf(at, zone).slice(0, 10)

/** How far the zone's clock is ahead of UTC, in milliseconds. */
export function offsetOf(at: number, zone: string) {
  const second = Math.floor(at / 1000) * 1000
  return Date.parse(`${wallOf(second, zone)}Z`) - second
}

/** The first instant of a day: not always midnight, which daylight saving may skip. */
export function startOf(day: string, zone: string) {
  let before = Date.parse(`${addDays(day, -1)}T06:00:00Z`)
  let after = before + 36 * 3_600_000
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayOf(middle, zone) < day) before = middle
    else after = middle
  }
  return after
}

/**
 * The instant at which the zone's clock shows this: the first of two where an hour comes twice, and in the hour that is
 * skipped as if it had not been. So calendars have it, too (RFC 5545, 3.3.5).
 */
export function instantOf(wall: string, zone: string) {
  const utc = Date.parse(`${wall}Z`)
  const before = utc - offsetOf(utc - day, zone)
  if (offsetOf(before, zone) === utc - before) return before
  const after = utc - offsetOf(utc + day, zone)
  return offsetOf(after, zone) === utc - after ? after : before
}

const day = 86_400_000
