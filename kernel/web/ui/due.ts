import { dayOf, wallOf } from '../../fields/moment/zone.ts'
import type { Locale } from '../../schema/field-type.ts'
import { regional } from '../../schema/regional.ts'

export type Due = 'overdue' | 'today' | 'later' | 'none'

/** How urgent a day or a moment is for whoever looks. A day is over when the next one begins. */
export function dueOf(at: string | null, now: number, zone: string): Due {
  if (at === null) return 'none'
  const days = daysUntil(at, now, zone)
  if (days < 0 || (isMoment(at) && Date.parse(at) < now)) return 'overdue'
  return days === 0 ? 'today' : 'later'
}

/** 'tomorrow 10:00', 'Thursday', '14 Dec': as near as it is. */
export function formatDue(at: string, now: number, locale: Locale): string {
  const days = daysUntil(at, now, locale.zone)
  if (Math.abs(days) <= 1) return [relative(days, locale), ...timeOf(at, locale)].join(' ')
  const instant = isMoment(at) ? Date.parse(at) : Date.parse(`${at}T12:00:00Z`)
  const isNear = days > 0 && days < 7
  const isThisYear = dayFor(at, locale.zone).slice(0, 4) === dayOf(now, locale.zone).slice(0, 4)
  const day = new Intl.DateTimeFormat(regional(locale), {
    timeZone: isMoment(at) ? locale.zone : 'UTC',
    ...(isNear ? { weekday: 'long' } : { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }),
  }).format(instant)
  return [day, ...(isNear ? timeOf(at, locale) : [])].join(' ')
}

export const isMoment = (at: string) => at.includes('T')
const dayFor = (at: string, zone: string) => (isMoment(at) ? dayOf(Date.parse(at), zone) : at)
const daysUntil = (at: string, now: number, zone: string) =>
  Math.round((Date.parse(dayFor(at, zone)) - Date.parse(dayOf(now, zone))) / 86_400_000)
const relative = (days: number, { language }: Locale) =>
  new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
const timeOf = (at: string, { zone }: Locale) => (isMoment(at) ? [wallOf(Date.parse(at), zone).slice(11, 16)] : [])
