/** 'in 2 minutes': rounded as one would say it. */
export function timeLeft(seconds: number, language: string) {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'always' })
  if (seconds < 60) return format.format(Math.max(1, seconds > 10 ? Math.round(seconds / 5) * 5 : seconds), 'second')
  if (seconds < 3600) return format.format(Math.round(seconds / 60), 'minute')
  return format.format(Math.round(seconds / 3600), 'hour')
}
