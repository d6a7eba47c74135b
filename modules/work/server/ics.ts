// A calendar as programs exchange it (RFC 5545). Each time of a series is an event of its own, in UTC: no program has to
// agree with another on how it repeats.

import { dayOf } from '#kernel/fields/moment/zone.ts'
import type { CalendarEntry } from './calendar.ts'

interface Said {
  readonly name: string
  readonly entries: readonly CalendarEntry[]
  /** When it was read. */
  readonly now: string
  readonly linkOf: (id: string) => string
}

export function writeCalendar({ name, entries, now, linkOf }: Said): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapport//Rapport//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...entries.flatMap(entry => [
      'BEGIN:VEVENT',
      `UID:${entry.id}-${stamp(entry.starts_at)}@rapport`,
      `DTSTAMP:${stamp(now)}`,
      ...times(entry),
      `SUMMARY:${escaped(entry.title ?? '')}`,
      ...(entry.place ? [`LOCATION:${escaped(entry.place)}`] : []),
      ...(entry.video_link ? [`DESCRIPTION:${escaped(entry.video_link)}`] : []),
      `URL:${linkOf(entry.id)}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** What fills days has days, by the clock of where it was planned; its end is the day after. */
function times({ starts_at, ends_at, all_day, time_zone }: CalendarEntry) {
  if (!all_day) return [`DTSTART:${stamp(starts_at)}`, `DTEND:${stamp(ends_at)}`]
  const zone = time_zone ?? 'UTC'
  const first = dayOf(Date.parse(starts_at), zone)
  const last = dayOf(Math.max(Date.parse(starts_at), Date.parse(ends_at) - 1), zone)
  const after = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10)
  return [`DTSTART;VALUE=DATE:${compact(first)}`, `DTEND;VALUE=DATE:${compact(after)}`]
}

const compact = (text: string) => text.replace(/[-:]/g, '')
const stamp = (at: string) => `${compact(at.slice(0, 19))}Z`

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, '')

/** No line is longer than 75 octets; what goes on begins with a space, and no character is cut in two. */
function folded(line: string) {
  let [text, length] = ['', 0]
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (length + octets > 75) {
      text += '\r\n '
      length = 1
    }
    text += character
    length += octets
  }
  return text
}
