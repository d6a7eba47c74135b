const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that an instant falls on, where somebody is. */
export function dayIn(zone: string, instant: Date): string {
  const known = formats.get(zone)
  const format = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  if (!known) formats.set(zone, format)
  return format.format(instant)
}
