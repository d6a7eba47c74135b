import { isDay } from './day.ts'

/** '31/12/2026', in America '12/31/2026', everywhere '2026-12-31'; text that is no day comes back as it is. */
export function readDay(cell: string, country: string) {
  const text = cell.trim().replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return dayOr(text, iso[1], iso[2], iso[3])
  const [, one, two, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  return monthFirst.has(country) ? dayOr(text, year, one, two) : dayOr(text, year, two, one)
}

const monthFirst = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'GU', 'PR', 'AS', 'VI', 'MP'])

function dayOr(text: string, year = '', month = '', date = '') {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : text
}
