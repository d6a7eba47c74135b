const formats = new Map<string, Intl.DateTimeFormat>()
const latest = new Map<string, { readonly minute: number; readonly day: string }>()

/** The day that an instant falls on, where somebody is. No day begins in the middle of a minute. */
export function dayIn(zone: string, instant: Date): string {
  const minute = Math.floor(instant.getTime() / 60_000)
  const known = latest.get(zone)
  if (known?.minute === minute) return known.day
  const day = format(zone, instant)
  latest.set(zone, { minute, day })
  return day
}

function format(zone: string, instant: Date): string {
  const known = formats.get(zone)
  const made =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (!known) formats.set(zone, made)
  return made.format(instant)
}
