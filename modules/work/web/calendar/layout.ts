// Where entries stand in a day: by the clock on the wall, and beside each other where they overlap.

import { addDays } from '#kernel/fields/date/day.ts'
import { dayOf, wallOf } from '#kernel/fields/moment/zone.ts'
import type { Entry } from '../today.ts'

export interface Placed<T> {
  readonly of: T
  /** Minutes of the day. */
  readonly from: number
  readonly to: number
  readonly lane: number
  readonly lanes: number
}

interface Timed {
  readonly starts_at: string
  readonly ends_at: string
}

const whole = 24 * 60
/** What is shorter could not be read. */
const least = 22

/** Those of a day that have a time, each in a lane of its own as long as others overlap it. */
export function placed<T extends Timed>(entries: readonly T[], day: string, zone: string): Placed<T>[] {
  const spans = entries
    .flatMap(of => {
      const [from, to] = [minuteOf(of.starts_at, day, zone), minuteOf(of.ends_at, day, zone)]
      return from < whole && to > 0 ? [{ of, from, to: Math.max(to, Math.min(from + least, whole)) }] : []
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const found: Placed<T>[] = []
  let group: (Omit<Placed<T>, 'lanes'> & { readonly to: number })[] = []
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane)) + 1
    found.push(...group.map(one => ({ ...one, lanes })))
    group = []
  }
  for (const span of spans) {
    if (group.length && group.every(({ to }) => to <= span.from)) close()
    const taken = new Set(group.filter(({ to }) => to > span.from).map(({ lane }) => lane))
    const lane = [...group.keys(), group.length].find(each => !taken.has(each)) ?? 0
    group.push({ ...span, lane })
  }
  close()
  return found
}

/** Of a day, clipped to it: what began before begins with it. */
function minuteOf(at: string, day: string, zone: string) {
  const wall = wallOf(Date.parse(at), zone)
  if (wall.slice(0, 10) < day) return 0
  if (wall.slice(0, 10) > day) return whole
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
}

/** The days of an entry that fills them, by the clock of where it was planned. Its end is not among them. */
export function daysOf({ starts_at, ends_at, time_zone }: Pick<Entry, 'starts_at' | 'ends_at' | 'time_zone'>) {
  const zone = time_zone ?? 'UTC'
  const [first, last] = [dayOf(Date.parse(starts_at), zone), dayOf(Date.parse(ends_at) - 1, zone)]
  const days = [first]
  for (let day = addDays(first, 1); day <= last && days.length < 100; day = addDays(day, 1)) days.push(day)
  return days
}
