// A day is 'YYYY-MM-DD', year 0001 to 9999: its order as text is its order in time.

const length = 86_400_000
const first = '0001-01-01'
export const lastDay = '9999-12-31'

export function isDay(text: string) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < first) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Stops at the ends of the calendar. */
export function addDays(day: string, count: number) {
  const at = Date.parse(`${day}T00:00:00Z`) + count * length
  if (at <= Date.parse(first)) return first
  return at >= Date.parse(lastDay) ? lastDay : new Date(at).toISOString().slice(0, 10)
}

/** A month after 31 January is the last of February. */
export function addMonths(day: string, count: number) {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number)
  const months = year * 12 + month - 1 + count
  if (months < 12) return first
  if (months >= 120_000) return lastDay
  const to = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
  return [date, 30, 29, 28].map(end => `${to}-${String(Math.min(end, date)).padStart(2, '0')}`).find(isDay) ?? lastDay
}

/** Weeks begin on Monday. */
export const weekOf = (day: string) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
export const monthOf = (day: string) => `${day.slice(0, 7)}-01`
export const yearOf = (day: string) => `${day.slice(0, 4)}-01-01`
export const quarterOf = (day: string) => addMonths(monthOf(day), -((Number(day.slice(5, 7)) - 1) % 3))
